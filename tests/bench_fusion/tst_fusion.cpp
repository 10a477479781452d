#include "core/library/indexer.h"
#include "core/library/library_view.h"
#include "core/library/search_service.h"
#include "core/model/open_embedder.h"
#include "core/model/starter.h"
#include "core/run_control.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;

namespace {

/// The fields of a line of CSV; quotes hold commas.
std::vector<std::string> fields(const std::string& line)
{
    std::vector<std::string> all(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            all.emplace_back();
        else if (c != '\r')
            all.back() += c;
    }
    return all;
}

} // namespace

/// Whether words and meaning together find more than either alone: mAP@10 over the labels of the test split, whose
/// files keep the names that their makers gave them: tst_bench_fusion TstFusion. PROLAP_FUSION_LIBRARY names a library
/// of the split that is there already, with its folders below shared/sounds, to spare the listening.
class TstFusion : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<library::SearchService> m_service;
    std::map<std::string, std::string> m_labels;             ///< by path in the library
    std::map<std::string, std::set<std::string>> m_captions; ///< level 3, by label

    double map10(library::Evidence evidence, bool byLabel)
    {
        double sum = 0;
        int queries = 0;
        for (const auto& [label, captions] : m_captions) {
            const auto wanted = static_cast<double>(std::count_if(
                m_labels.begin(), m_labels.end(), [&](const auto& entry) { return entry.second == label; }));
            for (const std::string& caption : byLabel ? std::set<std::string>{label} : captions) {
                library::SearchRequest request;
                request.caption = caption;
                request.limit = 10;
                request.evidence = evidence;
                double found = 0, precision = 0, rank = 0;
                const library::SearchResult result = *m_service->search(request);
                for (const library::Hit& hit : result.hits) {
                    ++rank;
                    if (m_labels.at(hit.path.native()) == label)
                        precision += ++found / rank;
                }
                sum += precision / std::min(10.0, wanted);
                ++queries;
            }
        }
        return sum / queries;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Path sounds =
            Path(qEnvironmentVariable("PROLAP_SOURCE_DIR").toStdString()).parent_path() / "shared/sounds";
        std::ifstream manifest(sounds / "manifest.csv");
        if (!manifest)
            QSKIP("the sounds in ../shared are not there");
        std::shared_ptr<const model::Embedder> embedder;
        try {
            embedder = model::openEmbedder(model::starterPack(), {});
        } catch (const std::exception& error) {
            QSKIP(error.what());
        }
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_dir.filePath("cache")));
        const Path base(m_dir.path().toStdString());
        std::string line;
        std::getline(manifest, line);
        const std::vector<std::string> names = fields(line);
        const auto column = [&](const char* name) {
            return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        };
        const std::size_t path = column("path"), label = column("label"), caption = column("caption3"),
                          split = column("split");
        std::map<std::string, std::string> original;
        while (std::getline(manifest, line)) {
            const std::vector<std::string> row = fields(line);
            if (row.size() < names.size() || row[split] != "test")
                continue;
            original[(sounds / row[path]).native()] = row[label];
            const Path copy = base / "sounds" / row[path];
            std::filesystem::create_directories(copy.parent_path());
            std::filesystem::copy_file(sounds / row[path], copy);
            m_labels[copy.native()] = row[label];
            m_captions[row[label]].insert(row[caption]);
        }
        if (const QString there = qEnvironmentVariable("PROLAP_FUSION_LIBRARY"); !there.isEmpty()) {
            m_labels.clear();
            library::LibraryView view(there.toStdString(), {});
            for (const library::ClipDetails& clip : view.details(view.clips({})))
                if (const auto known = original.find(clip.path.native()); known != original.end())
                    m_labels.insert(*known);
            std::erase_if(m_captions, [&](const auto& entry) {
                return std::none_of(m_labels.begin(), m_labels.end(),
                                    [&](const auto& clip) { return clip.second == entry.first; });
            });
            m_service = std::make_unique<library::SearchService>(Path(there.toStdString()), embedder);
            return;
        }
        RunControl control;
        library::IndexOptions options;
        options.folders = {base / "sounds"};
        library::indexFolders(base / "library.db", *embedder, options, control, {});
        m_service = std::make_unique<library::SearchService>(base / "library.db", embedder);
    }

    void togetherIsBetterThanEither_data()
    {
        QTest::addColumn<bool>("byLabel");
        QTest::newRow("captions of level 3") << false;
        QTest::newRow("labels, as people type") << true;
    }
    void togetherIsBetterThanEither()
    {
        QFETCH(bool, byLabel);
        const double words = map10(library::Evidence::Words, byLabel);
        const double meaning = map10(library::Evidence::Meaning, byLabel);
        const double both = map10(library::Evidence::Both, byLabel);
        qInfo("%zu clips, %zu labels, mAP@10: words %.4f, meaning %.4f, both %.4f", m_labels.size(), m_captions.size(),
              words, meaning, both);
        QVERIFY(both > words && both > meaning);
    }
};

PROLAP_TEST(TstFusion)
#include "tst_fusion.moc"
