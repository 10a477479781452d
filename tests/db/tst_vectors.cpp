#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

namespace {

std::vector<WindowId> windowIds(Catalogue& catalogue, EmbeddingSetId set, WindowId after = {})
{
    std::vector<WindowId> ids;
    VectorTable(catalogue).forEachWindow(set, after, false, [&](const WindowVector& window) {
        ids.push_back(window.id);
        return true;
    });
    return ids;
}

} // namespace

class TstVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamsWhatWasWritten()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        VectorTable vectors(catalogue);
        const EmbeddingSet set = vectors.openSet("model", "Model", 8, true);
        const ClipId a = addListened(catalogue, root, "a.wav", set.id, 2, 1);
        const ClipId b = addListened(catalogue, root, "b.wav", set.id, 3, 10);

        int row = 0;
        const std::vector<int> seeds = {1, 2, 10, 11, 12};
        vectors.forEachWindow(set.id, {}, true, [&](const WindowVector& window) {
            const int seed = seeds[static_cast<std::size_t>(row)];
            const SampleGaussian expected(seed);
            [&] {
                QCOMPARE(window.clip, row < 2 ? a : b);
                QCOMPARE(window.startSeconds, 10.0 * (row < 2 ? row : row - 2));
                QCOMPARE(window.uncertainty.value(), expected.uncertainty);
                QCOMPARE(window.mean.size(), std::size_t(8));
                QCOMPARE(window.logVar.size(), std::size_t(8));
                for (std::size_t i = 0; i < 8; ++i) {
                    QCOMPARE(window.mean[i], toHalf(expected.mean[i]));
                    QCOMPARE(window.logVar[i], toHalf(expected.logVar[i]));
                }
            }();
            ++row;
            return true;
        });
        QCOMPARE(row, 5);
        QCOMPARE(vectors.windowCount(set.id), 5);

        const auto places = vectors.windowsOf(set.id, b);
        QCOMPARE(places.size(), std::size_t(3));
        QCOMPARE(places[2].startSeconds, 20.0);
        QCOMPARE(vectors.window(places[2].id)->mean[3], fromHalf(toHalf(SampleGaussian(12).mean[3])));
        QCOMPARE(vectors.aggregate(set.id, b)->logVar[0], SampleGaussian(110).logVar[0]);
        QVERIFY(!vectors.aggregate(set.id, ClipId{99}));

        int seen = 0;
        vectors.forEachWindow(set.id, {}, false, [&](const WindowVector&) { return ++seen < 2; });
        QCOMPARE(seen, 2);
    }

    void generationsTellWhatACacheLacks()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        VectorTable vectors(catalogue);
        const EmbeddingSetId set = vectors.openSet("model", "Model", 8, true).id;
        addListened(catalogue, root, "a.wav", set, 2);
        const EmbeddingSet cached = vectors.set(set).value();
        const WindowId last = windowIds(catalogue, set).back();

        addListened(catalogue, root, "b.wav", set, 1);
        const EmbeddingSet grown = vectors.set(set).value();
        QVERIFY(grown.generation > cached.generation);
        QVERIFY(grown.removedGeneration <= cached.generation);
        QCOMPARE(windowIds(catalogue, set, last).size(), std::size_t(1));

        addListened(catalogue, root, "a.wav", set, 2);
        const EmbeddingSet replaced = vectors.set(set).value();
        QVERIFY(replaced.removedGeneration > grown.generation);
        QVERIFY(windowIds(catalogue, set).front() > last);

        // Ids are not given twice even when the newest rows go.
        const WindowId newest = windowIds(catalogue, set).back();
        const ClipId b = ClipTable(catalogue).find(root, "a.wav").value();
        ClipTable(catalogue).remove(std::vector{b});
        QVERIFY(vectors.set(set)->removedGeneration > replaced.generation);
        addListened(catalogue, root, "c.wav", set, 1);
        QVERIFY(windowIds(catalogue, set).back() > newest);
    }

    void setsAreApart()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        VectorTable vectors(catalogue);
        const EmbeddingSet one = vectors.openSet("one", "One", 8, true);
        const EmbeddingSet two = vectors.openSet("two", "Two", 4, false);
        const ClipId clip = addListened(catalogue, root, "a.wav", one.id, 2);
        ClipTable clips(catalogue);
        QCOMPARE(clips.toListen(two.id).size(), std::size_t(1));
        const SampleGaussian plain(1, 4, false);
        vectors.replace(two.id, clip, std::vector<WindowIn>{{0, 20, plain.in()}}, plain.in());
        QCOMPARE(vectors.windowCount(one.id), 2);
        QCOMPARE(vectors.windowCount(two.id), 1);
        QVERIFY(vectors.aggregate(two.id, clip)->logVar.empty());
        QVERIFY(!vectors.aggregate(two.id, clip)->uncertainty);
        QCOMPARE(clips.totals(two.id).windows, 1);
        QCOMPARE(clips.totals(two.id).embedded, 1);
        QCOMPARE(vectors.openSet("one", "One", 8, true).id, one.id);
        QVERIFY(errorOf([&] { vectors.openSet("one", "One", 16, true); })->kind() == ErrorKind::Incompatible);

        vectors.removeSet(one.id);
        QCOMPARE(vectors.sets().size(), std::size_t(1));
        QVERIFY(clips.known(root).at("a.wav").state == ClipState::Listened);
        vectors.removeSet(two.id);
        QVERIFY(clips.known(root).at("a.wav").state == ClipState::Listed);
        QCOMPARE(vectors.windowCount(two.id), 0);
    }

    void vectorsOfAnotherSizeAreRefused()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        VectorTable vectors(catalogue);
        const EmbeddingSet set = vectors.openSet("model", "Model", 8, true);
        const ClipId clip = addListened(catalogue, root, "a.wav", set.id, 2);
        const SampleGaussian right(1, 8), small(1, 4), plain(1, 8, false);
        for (const SampleGaussian* wrong : {&small, &plain}) {
            const auto error = errorOf([&] {
                vectors.replace(set.id, clip, std::vector<WindowIn>{{0, 1, wrong->in()}}, right.in());
            });
            QVERIFY(error && error->kind() == ErrorKind::Incompatible);
        }
        QCOMPARE(vectors.windowCount(set.id), 2);
    }

    void anotherConnectionSeesTheChange()
    {
        const Folder folder;
        Catalogue writer(folder / "library.db");
        Catalogue reader(folder / "library.db");
        const auto before = reader.dataVersion();
        QCOMPARE(reader.dataVersion(), before);
        RootTable(writer).add("/sounds");
        QVERIFY(reader.dataVersion() != before);
        QCOMPARE(reader.uuid(), writer.uuid());
        QCOMPARE(reader.uuid().size(), std::size_t(32));
    }
};

PROLAP_TEST(TstVectors)
#include "tst_vectors.moc"
