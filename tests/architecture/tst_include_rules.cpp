#include "tests/support/test_main.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <QTest>

namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file; ///< relative to the repository
    std::string name; ///< as written between the brackets or quotes
};

bool isSource(const fs::path& file)
{
    return file.extension() == ".cpp" || file.extension() == ".h";
}

std::vector<Include> includesUnder(const fs::path& root, const std::vector<std::string>& folders)
{
    // Written without a raw string: moc loses its way in one that holds a quote.
    static const std::regex directive("^\\s*#\\s*include\\s*[<\"]([^\">]+)[\">]");
    std::vector<Include> all;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file() || !isSource(entry.path()))
                continue;
            std::ifstream in(entry.path());
            std::smatch match;
            for (std::string line; std::getline(in, line);)
                if (std::regex_search(line, match, directive))
                    all.push_back({fs::relative(entry.path(), root).generic_string(), match[1]});
        }
    }
    return all;
}

bool startsWith(const std::string& text, std::initializer_list<const char*> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const char* p) { return text.rfind(p, 0) == 0; });
}

bool isTorch(const std::string& name)
{
    return startsWith(name, {"torch/", "ATen/", "c10/"});
}

bool isQt(const std::string& name)
{
    static const std::regex qt("^(Q[A-Z].*|Qt.*)$");
    return std::regex_match(name, qt);
}

bool isSqlite(const std::string& name)
{
    return startsWith(name, {"sqlite3", "SQLiteCpp"});
}

} // namespace

/// The arrows of docs/architecture.md, held over the tree: which folder may include what.
class TstIncludeRules : public QObject {
    Q_OBJECT

    fs::path m_root = fs::path(qEnvironmentVariable("PROLAP_SOURCE_DIR").toStdString());

    void holds(const std::vector<std::string>& folders, const std::function<bool(const Include&)>& forbidden,
               const char* rule)
    {
        const auto includes = includesUnder(m_root, folders);
        QVERIFY2(!includes.empty(), "no includes found: the test looks in the wrong place");
        QStringList broken;
        for (const Include& include : includes)
            if (forbidden(include))
                broken << QString::fromStdString(include.file + " includes " + include.name);
        QVERIFY2(broken.isEmpty(), qPrintable(QString("%1:\n%2").arg(rule, broken.join('\n'))));
    }

private Q_SLOTS:
    void coreAndDbKnowNoQt()
    {
        holds(
            {"core", "db"}, [](const Include& i) { return isQt(i.name); }, "core and db are plain C++");
    }

    void torchStaysInItsFolders()
    {
        holds(
            {"core", "db", "ui", "app"},
            [](const Include& i) {
                return isTorch(i.name) && !startsWith(i.file, {"core/model/", "core/prolap/", "core/train/"});
            },
            "torch belongs to core/model, core/prolap and core/train");
    }

    void windowsReachNeitherTorchNorSqlite()
    {
        holds(
            {"ui", "app"}, [](const Include& i) { return isTorch(i.name) || isSqlite(i.name); },
            "ui and app go through core/library");
    }

    /// A header of ours that ui or app reaches, over any number of steps, must compile without torch and SQLite.
    void whatWindowsReachCompilesWithoutTorchAndSqlite()
    {
        std::multimap<std::string, std::string> headers;
        for (const Include& include : includesUnder(m_root, {"core", "db", "ui"}))
            headers.emplace(include.file, include.name);
        std::set<std::string> reached;
        std::vector<std::string> open;
        for (const Include& include : includesUnder(m_root, {"ui", "app"}))
            open.push_back(include.name);
        while (!open.empty()) {
            const std::string name = open.back();
            open.pop_back();
            if (!reached.insert(name).second)
                continue;
            QVERIFY2(!isTorch(name) && !isSqlite(name), qPrintable(QString::fromStdString(name + " is reached")));
            for (auto [at, end] = headers.equal_range(name); at != end; ++at)
                open.push_back(at->second);
        }
        QVERIFY(reached.size() > 10);
    }

    void dbKnowsOnlyTheSharedBase()
    {
        holds(
            {"db"},
            [](const Include& i) { return startsWith(i.name, {"core/"}) && i.name.find('/', 5) != std::string::npos; },
            "db includes of core only core/*.h");
    }

    void onlyFetchReachesForTheNetwork()
    {
        holds(
            {"core", "db", "ui", "app"},
            [](const Include& i) { return startsWith(i.name, {"curl/"}) && !startsWith(i.file, {"core/fetch/"}); },
            "libcurl belongs to core/fetch");
    }

    void lowerFoldersDoNotLookUp()
    {
        holds(
            {"core/audio", "core/text", "core/index"},
            [](const Include& i) {
                return startsWith(i.name, {"core/model/", "core/prolap/", "core/train/", "core/library/", "db/"});
            },
            "audio, text and index stand on the shared base alone");
        holds(
            {"core/fetch"},
            [](const Include& i) {
                return startsWith(i.name, {"core/"}) && i.name.find('/', 5) != std::string::npos &&
                       !startsWith(i.name, {"core/fetch/"});
            },
            "fetching stands on the shared base alone");
        holds(
            {"core/model", "core/prolap"},
            [](const Include& i) {
                return startsWith(i.name, {"core/train/", "core/library/", "core/fetch/", "db/"});
            },
            "the model and the mathematics know no library and no trainer");
        holds(
            {"core", "db"},
            [](const Include& i) {
                return startsWith(i.name, {"ui/", "app/"});
            },
            "nothing below knows the window");
        holds(
            {"ui"},
            [](const Include& i) {
                return startsWith(i.name, {"app/", "db/"});
            },
            "ui knows neither the programs nor the database");
    }
};

PROLAP_TEST(TstIncludeRules)
#include "tst_include_rules.moc"
