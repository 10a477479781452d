#include "core/error.h"
#include "core/library/models/default_model.h"
#include "core/library/models/embedding_sets.h"
#include "core/library/models/known_models.h"
#include "core/library/models/model_bench.h"
#include "core/library/models/model_shelf.h"
#include "db/run_lock.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <fstream>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

namespace {

model::EmbedderOptions on(const std::string& device, const std::string& precision)
{
    model::EmbedderOptions options;
    options.device = device;
    options.precision = precision;
    return options;
}

} // namespace

/// Models as things that one has: where they lie, what a library holds of each, which one it opens with, how quick they
/// are.
class TstModels : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    Path path(const std::string& name) const { return Path(m_home.path().toStdString()) / name; }

private Q_SLOTS:
    void init()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit() + "/data");
        qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit() + "/cache");
        qputenv("PROLAP_STARTER", "/nonexistent");
        std::filesystem::remove_all(path("data"));
    }
    void cleanupTestCase() { qunsetenv("PROLAP_STARTER"); }

    void theShelfHoldsFoldersAndLinks()
    {
        QVERIFY(shelf().empty());
        std::filesystem::create_directories(shelfFolder() / "mine");
        std::filesystem::create_directories(shelfFolder() / ".mine.Xy12"); // an unfinished one
        std::filesystem::create_directories(path("elsewhere/clap"));
        writeFile(path("elsewhere/clap/README.md"), "text");
        QCOMPARE(rememberModel(path("elsewhere/clap")), std::string("clap"));
        QCOMPARE(rememberModel(path("elsewhere/./clap/")), std::string("clap")); // once is enough
        std::filesystem::create_directories(path("other/clap"));
        QCOMPARE(rememberModel(path("other/clap")), std::string("clap-2"));
        QCOMPARE(rememberModel(shelfFolder() / "mine"), std::string("mine"));
        const auto all = shelf();
        QCOMPARE(all.size(), std::size_t(3));
        QVERIFY(all[0].linked && all[0].path == path("elsewhere/clap"));
        QVERIFY(!all[2].linked && all[2].name == "mine");
        QCOMPARE(modelNamed("clap-2"), path("other/clap"));
        QCOMPARE(modelNamed("nobody"), Path("nobody"));

        takeOffShelf("clap");
        QVERIFY(std::filesystem::exists(path("elsewhere/clap/README.md")));
        takeOffShelf("mine");
        QVERIFY(!std::filesystem::exists(shelfFolder() / "mine"));
        QCOMPARE(shelf().size(), std::size_t(1));
        QVERIFY(sentenceOf([] { takeOffShelf("../etc"); }, ErrorKind::NotFound).find("no model") != std::string::npos);
        QVERIFY(sentenceOf([this] { rememberModel(path("nowhere")); }, ErrorKind::NotFound).find("nowhere") !=
                std::string::npos);
    }

    void whatCannotBeUsedSaysWhy()
    {
        std::filesystem::create_directories(shelfFolder() / "empty");
        std::filesystem::create_directories(shelfFolder() / "half");
        writeFile(shelfFolder() / "half/model.bin.part", "x");
        std::filesystem::create_directories(path("gone"));
        rememberModel(path("gone"));
        std::filesystem::remove(path("gone"));
        auto models = knownModels(true);
        std::erase_if(models, &KnownModel::partOfProgram); // the small pack beside this program
        QCOMPARE(models.size(), std::size_t(3));
        QVERIFY(models[0].problem.find("holds no model") != std::string::npos);
        QVERIFY(models[1].name == "gone" && models[1].problem.find("not there any more") != std::string::npos);
        QVERIFY(models[2].problem.find("in part") != std::string::npos);
        for (const KnownModel& known : models)
            QVERIFY(!known.usable() && known.id.empty() && known.title == known.name);
    }

    void aLibraryRemembersItsModel()
    {
        LibraryFixture library;
        QVERIFY(!defaultModel(library.catalogue)); // not there yet
        library.index();
        QVERIFY(!defaultModel(library.catalogue));
        setDefaultModel(library.catalogue, path("my model"));
        QCOMPARE(*defaultModel(library.catalogue), path("my model"));
        LibraryFixture other;
        other.index();
        QVERIFY(!defaultModel(other.catalogue));
        setDefaultModel(library.catalogue, std::nullopt);
        QVERIFY(!defaultModel(library.catalogue));
        setDefaultModel(library.catalogue, std::nullopt);
    }

    void whatAModelHeardIsCountedAndForgotten()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 40; ++i)
            writeWav(library.sounds / numbered(i), tone(i % 15, 3, i));
        library.index();
        const auto second = std::make_shared<BandEmbedder>("bands-2");
        RunControl control;
        indexFolders(library.catalogue, *second, {}, control, {});
        SearchService(library.catalogue, library.embedder); // writes its cache
        auto sets = embeddingSets(library.catalogue);
        QCOMPARE(sets.size(), std::size_t(2));
        QCOMPARE(sets[0].modelId, std::string("bands-1"));
        QCOMPARE(sets[0].clips, 40);
        QCOMPARE(sets[0].windows, 120);
        QVERIFY(sets[0].bytes > sets[1].bytes && sets[1].bytes > 160 * 16 * 4); // the first one has a cache

        {
            const db::RunLock indexing(library.catalogue);
            QVERIFY_EXCEPTION_THROWN(removeEmbeddingSet(library.catalogue, sets[0].id), Error);
        }
        const SetRemoval removal = removeEmbeddingSet(library.catalogue, sets[0].id);
        QVERIFY2(removal.note.empty() && removal.bytesFreed > 0, removal.note.c_str());
        sets = embeddingSets(library.catalogue);
        QCOMPARE(sets.size(), std::size_t(1));
        QCOMPARE(sets[0].modelId, std::string("bands-2"));
        QCOMPARE(sets[0].clips, 40); // the other model's are untouched
        QCOMPARE(LibraryView(library.catalogue, "bands-1").totals().clips, 40);
        QCOMPARE(LibraryView(library.catalogue, "bands-1").totals().embedded, 0);
        SearchRequest low;
        low.caption = "low";
        QCOMPARE(SearchService(library.catalogue, second).search(low)->hits.size(), std::size_t(40));
        QVERIFY(embeddingSets(path("no.db")).empty());
    }

    void aBenchMeasuresEachDeviceAndPrecision()
    {
        int opened = 0;
        const auto open = [&](const model::EmbedderOptions& options) -> std::unique_ptr<model::Embedder> {
            ++opened;
            if (options.device != "cpu")
                throw Error(ErrorKind::Unsupported, "There is no such device.");
            auto embedder = std::make_unique<BandEmbedder>();
            embedder->editInfo().precision = options.precision;
            embedder->delay = std::chrono::milliseconds(options.precision == "fp32" ? 20 : 5);
            return embedder;
        };
        BenchOptions options;
        options.secondsEach = .2;
        std::vector<Progress> seen;
        const auto bench = benchModel(open, options, {}, [&](const Progress& at) { seen.push_back(at); });
        QVERIFY(bench.has_value());
        QCOMPARE(bench->model, std::string("Bands"));
        QCOMPARE(bench->figures.size(), std::size_t(4));
        const BenchFigures& exact = bench->figures[0];
        const BenchFigures& half = bench->figures[1];
        QVERIFY(exact.problem.empty() && exact.precision == "fp32");
        QVERIFY(exact.windowsPerSecond > 0 && exact.captionMs >= 0 && exact.captionMsHigh >= exact.captionMs);
        QCOMPARE(exact.realTimeFactor, exact.windowsPerSecond * exact.windowSeconds);
        QVERIFY(half.windowsPerSecond > exact.windowsPerSecond);
        QCOMPARE(bench->figures[2].problem, std::string("There is no such device."));
        QVERIFY(!seen.empty() && seen.back().done == seen.back().total);

        options.settings = {on("cpu", "fp32")};
        QCOMPARE(benchModel(open, options, {}, {})->figures.size(), std::size_t(1));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!benchModel(open, options, stop.get_token(), {}));
        const auto missing = [](const model::EmbedderOptions&) -> std::unique_ptr<model::Embedder> {
            throw Error(ErrorKind::NotFound, "It is not there.");
        };
        QVERIFY_EXCEPTION_THROWN(benchModel(missing, options, {}, {}), Error);
    }
};

PROLAP_TEST(TstModels)
#include "tst_models.moc"
