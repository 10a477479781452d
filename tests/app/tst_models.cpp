#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

namespace {

/// The tiny pack among the user's own models, as if it had been imported.
QString copiedToShelf(const ProlapUser& user, const QString& name)
{
    const QString folder = user.path("data/prolap-explorer/models/" + name);
    const QDir from(ProlapUser::pack());
    QDir().mkpath(folder);
    for (const QString& file : from.entryList(QDir::Files))
        QFile::copy(from.filePath(file), folder + "/" + file);
    return folder;
}

json entry(const json& list, const std::string& name)
{
    for (const json& model : list["models"])
        if (model["name"] == name)
            return model;
    return {};
}

} // namespace

class TstModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PROLAP_STARTER", ProlapUser::pack().toLocal8Bit()); }
    void cleanupTestCase() { qunsetenv("PROLAP_STARTER"); }

    void listTellsWhatThereIs()
    {
        ProlapUser user;
        QCOMPARE(user.run({"index", user.makeSounds("sounds")}).exitCode, 0);
        const ProlapResult result = user.run({"model", "list", "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json starter = entry(result.json(), "starter");
        VERIFY_SHAPE(starter, {{"name", Json::Text},
                               {"title", Json::Text},
                               {"origin", Json::Text},
                               {"path", Json::Text},
                               {"kind", Json::Text},
                               {"id", Json::Text},
                               {"licence", Json::Text},
                               {"dim", Json::Number},
                               {"probabilistic", Json::Bool},
                               {"weights", Json::Number},
                               {"bytes", Json::Number},
                               {"usable", Json::Bool},
                               {"default", Json::Bool},
                               {"metrics", Json::Object},
                               {"library", Json::Object}});
        QCOMPARE(int(starter["library"]["clips"]), 3);
        QVERIFY(starter["id"] == user.run({"model", "info", "--json"}).json()["id"]);
        QVERIFY(user.run({"model", "list"}).out.contains("starter *"));
        const json info = user.run({"library", "info", "--json"}).json();
        QVERIFY(info["default_model"].is_null() && info["bytes"] > 0 && info["models"][0]["bytes"] > 0);
    }

    void aDefaultModelIsUsedByItsLibrary()
    {
        ProlapUser user;
        const QString mine = copiedToShelf(user, "mine");
        QCOMPARE(user.run({"index", user.makeSounds("sounds")}).exitCode, 0);
        const QStringList library{"--library", user.library()};
        QVERIFY(user.runBare(QStringList{"model", "info", "--json"} + library).json()["path"] != mine.toStdString());
        const ProlapResult chosen = user.runBare(QStringList{"model", "default", "mine", "--json"} + library);
        QVERIFY2(chosen.exitCode == 0, chosen.shown());
        QVERIFY(chosen.json()["default_model"] == mine.toStdString());
        QVERIFY(user.runBare(QStringList{"model", "info", "--json"} + library).json()["path"] == mine.toStdString());
        QVERIFY(bool(entry(user.run({"model", "list", "--json"}).json(), "mine")["default"]));
        const ProlapResult unknown = user.runBare(QStringList{"model", "default", "nobody"} + library);
        QVERIFY2(unknown.exitCode == 2 && unknown.err.contains("nobody"), unknown.shown());

        QDir(mine).removeRecursively();
        const ProlapResult gone = user.runBare(QStringList{"search", "rain"} + library);
        QVERIFY2(gone.exitCode == 2 && gone.err.contains("prolap model default starter"), gone.shown());
        QCOMPARE(user.runBare(QStringList{"model", "default", "starter"} + library).exitCode, 0);
        QCOMPARE(user.runBare(QStringList{"search", "rain"} + library).exitCode, 0);
    }

    void deletingWarnsOfWhatDependsOnIt()
    {
        ProlapUser user;
        const QString mine = copiedToShelf(user, "mine");
        const QStringList library{"--library", user.library()};
        QCOMPARE(user.runBare(QStringList{"index", user.makeSounds("sounds"), "--model", "mine"} + library).exitCode,
                 0);
        const ProlapResult warned = user.runBare(QStringList{"model", "delete", "mine"} + library);
        QVERIFY2(warned.exitCode == 2 && warned.err.contains("3 clips") && warned.err.contains("--yes"),
                 warned.shown());
        QVERIFY(QFile::exists(mine + "/config.json"));

        const ProlapResult vectors =
            user.runBare(QStringList{"model", "delete", "mine", "--only-vectors", "--yes", "--json"} + library);
        QVERIFY2(vectors.exitCode == 0, vectors.shown());
        VERIFY_SHAPE(vectors.json(), {{"model", Json::Text},
                                      {"deleted", Json::Bool},
                                      {"files_kept", Json::Bool},
                                      {"vectors_deleted", Json::Bool},
                                      {"bytes_freed", Json::Number}});
        QVERIFY(QFile::exists(mine + "/config.json"));
        QVERIFY(user.run({"library", "info", "--json"}).json()["models"].empty());

        const ProlapResult deleted = user.runBare(QStringList{"model", "delete", "mine"} + library);
        QVERIFY2(deleted.exitCode == 0, deleted.shown());
        QVERIFY(!QFile::exists(mine));
        const ProlapResult starter = user.runBare(QStringList{"model", "delete", "starter", "--yes"} + library);
        QVERIFY2(starter.exitCode == 2 && starter.err.contains("part of the program"), starter.shown());
    }

    void theSmallPackServesWhereTheStarterIsNot()
    {
        const QByteArray named = qgetenv("PROLAP_STARTER");
        const auto again = qScopeGuard([&] { qputenv("PROLAP_STARTER", named); });
        qunsetenv("PROLAP_STARTER");
        ProlapUser user;
        const QStringList library{"--library", user.library()};
        user.moveProgramTo(user.path("program/bin"));
        const QStringList index = QStringList{"index", user.makeSounds("sounds")} + library;
        // Shorter than half a frame of its front end.
        encode("sine=frequency=900:duration=0.007:sample_rate=32000", user.path("sounds/click.wav"));
        const ProlapResult none = user.runBare(index);
        QVERIFY2(none.exitCode == 2 && none.err.contains("starter pack was not found"), none.shown());

        const QDir small(qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/resources/models/starter-small");
        QDir().mkpath(user.path("program/models/starter-small"));
        for (const QString& file : small.entryList(QDir::Files))
            QVERIFY(QFile::copy(small.filePath(file), user.path("program/models/starter-small/" + file)));
        const ProlapResult indexed = user.runBare(index);
        QVERIFY2(indexed.exitCode == 0 && indexed.err.contains("starter-small is used"), indexed.shown());
        const ProlapResult found = user.runBare(QStringList{"search", "a tone", "--json"} + library);
        QVERIFY2(found.exitCode == 0 && found.json()["hits"].size() == 4, found.shown());
        const json starter = entry(user.runBare(QStringList{"model", "list", "--json"} + library).json(), "starter");
        QVERIFY(starter["title"] == "ProLAP starter-small" && bool(starter["default"]));

        // Beside the starter it is one of the models, and cannot be deleted.
        qputenv("PROLAP_STARTER", named);
        const json beside =
            entry(user.runBare(QStringList{"model", "list", "--json"} + library).json(), "starter-small");
        QVERIFY(beside["origin"] == "shipped" && !bool(beside["default"]) && int(beside["library"]["clips"]) == 4);
        const ProlapResult kept = user.runBare(QStringList{"model", "delete", "starter-small", "--yes"} + library);
        QVERIFY2(kept.exitCode == 2 && kept.err.contains("part of the program"), kept.shown());
        QVERIFY(!user.runBare(QStringList{"search", "a tone", "--model", "starter-small"} + library)
                     .err.contains("is used"));
    }

    void benchMeasures()
    {
        const ProlapResult result = ProlapUser().run({"model", "bench", "--seconds", "0.2", "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json figures = result.json()["figures"];
        QCOMPARE(figures.size(), std::size_t(4));
        VERIFY_SHAPE(figures[0], {{"device", Json::Text},
                                  {"precision", Json::Text},
                                  {"windows_per_second", Json::Number},
                                  {"real_time_factor", Json::Number},
                                  {"caption_ms", Json::Number}});
        const ProlapResult one =
            ProlapUser().run({"model", "bench", "--seconds", "0.2", "--device", "cpu", "--precision", "fp32"});
        QVERIFY2(one.exitCode == 0 && one.out.contains("x real time") && !one.out.contains("bf16"), one.shown());
    }
};

PROLAP_TEST(TstModels)
#include "tst_models.moc"
