#include "core/error.h"
#include "core/library/models/default_model.h"
#include "core/library/models/embedding_sets.h"
#include "core/library/models/model_shelf.h"
#include "tests/core_library/band_embedder.h"
#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"

#include <QSignalSpy>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

namespace {

/// A model of its own for each path, slow enough to look meanwhile.
ModelOpener byPath()
{
    return [](const ModelChoice& choice) -> std::unique_ptr<model::Embedder> {
        if (choice.path.filename() == "missing")
            throw Error(ErrorKind::NotFound, "There is no model in " + choice.path.string() + ".");
        auto embedder = std::make_unique<test::BandEmbedder>("bands of " + choice.path.string());
        embedder->editInfo().name = choice.path.empty() ? "Starter" : choice.path.filename().string();
        embedder->editInfo().path = choice.path;
        if (!choice.path.empty())
            embedder->delay = std::chrono::milliseconds(60);
        return embedder;
    };
}

std::int64_t heard(const LibrarySession* session, const std::string& id)
{
    for (const auto& set : library::embeddingSets(session->catalogue()))
        if (set.modelId == id)
            return set.clips;
    return 0;
}

} // namespace

/// Another model comes into use only once it has heard the library.
class TstModelSwitch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldModelServesUntilTheNewOneHasHeardAll()
    {
        test::WindowFixture user(byPath());
        LibrarySession* session = user.open().session();
        user.window().addFolders({user.encodedSounds(12)});
        QTRY_COMPARE(session->summary().totals.embedded, 12);
        QTRY_VERIFY(!session->busy());
        const Path mine = user.path("mine");
        std::filesystem::create_directories(mine);

        QSignalSpy changed(session, &LibrarySession::nextModelChanged);
        session->useModel({mine, {}});
        QVERIFY(session->nextModel() && session->nextModel()->path == mine);
        QTRY_VERIFY(heard(session, "bands of " + mine.string()) > 0 || !session->nextModel());
        if (session->nextModel()) { // still listening
            QCOMPARE(session->modelInfo()->name, std::string("Starter"));
            QCOMPARE(session->summary().totals.embedded, 12);
        }
        QTRY_VERIFY(!session->nextModel());
        QCOMPARE(session->modelInfo()->name, std::string("mine"));
        QCOMPARE(heard(session, "bands of " + mine.string()), 12);
        QCOMPARE(heard(session, "bands of "), 12); // what the old one heard is kept
        QVERIFY(changed.count() >= 2);
        QCOMPARE(session->askedModel().path, mine);
        QCOMPARE(library::modelNamed("mine"), mine); // it is on the list from now on
        QTRY_VERIFY(!session->busy());

        session->useModel({}); // back: there is nothing to hear
        QTRY_VERIFY(!session->nextModel());
        QCOMPARE(session->modelInfo()->name, std::string("Starter"));
    }

    void cancellingLeavesTheOldOneInUse()
    {
        test::WindowFixture user(byPath());
        LibrarySession* session = user.open().session();
        user.window().addFolders({user.encodedSounds(40)});
        QTRY_COMPARE_WITH_TIMEOUT(session->summary().totals.embedded, 40, 30000);
        QTRY_VERIFY(!session->busy());
        session->useModel({user.path("slow"), {}});
        QTRY_VERIFY(session->indexing());
        session->cancelIndexing();
        QVERIFY(!session->nextModel());
        QTRY_VERIFY(!session->busy());
        QCOMPARE(session->modelInfo()->name, std::string("Starter"));
        QCOMPARE(session->summary().totals.embedded, 40);

        QSignalSpy failed(session, &LibrarySession::modelFailed);
        session->useModel({user.path("missing"), {}});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!session->nextModel());
        QCOMPARE(session->modelInfo()->name, std::string("Starter"));
    }

    void aLibraryOpensWithItsOwnModel()
    {
        test::WindowFixture user(byPath());
        LibrarySession* session = user.open().session();
        const Path other = user.path("other.db"), mine = user.path("mine");
        std::filesystem::create_directories(mine);
        user.window().openLibrary(other);
        QTRY_VERIFY(session->searchReady() && session->summaryKnown());
        library::setDefaultModel(other, mine);
        user.window().openLibrary(user.path("library.db"));
        QTRY_VERIFY(session->searchReady() && !session->busy());
        QCOMPARE(session->modelInfo()->name, std::string("Starter"));
        user.window().openLibrary(other);
        QTRY_COMPARE(session->modelInfo()->name, std::string("mine"));
        QVERIFY(session->askedModel().path.empty());
        QTRY_VERIFY(!session->busy());
        user.window().openLibrary(user.path("library.db"));
        QTRY_COMPARE(session->modelInfo()->name, std::string("Starter"));

        std::filesystem::remove_all(mine); // it is gone when the library opens again
        QTRY_VERIFY(!session->busy());
        QSignalSpy said(session, &LibrarySession::failed);
        user.window().openLibrary(other);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(said[0][0].toString().contains("not there any more"));
        QTRY_VERIFY(session->searchReady());
        QCOMPARE(session->modelInfo()->name, std::string("Starter"));
    }
};

PROLAP_TEST(TstModelSwitch)
#include "tst_model_switch.moc"
