#include <csignal>

#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

namespace {

std::vector<json> ofKind(const ProlapResult& result, const char* event)
{
    std::vector<json> events;
    for (const json& line : result.lines()) {
        if (line.is_object() && line.value("event", "") == event)
            events.push_back(line);
    }
    return events;
}

json lastLine(const ProlapResult& result)
{
    const auto lines = result.lines();
    return lines.empty() ? json() : lines.back();
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TstIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsKeepTheirShape()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        writeFile(sounds + "/notes.wav", "these are only words");
        const ProlapResult result = user.run({"index", sounds, "--json"});
        QVERIFY2(result.exitCode == 3, result.shown()); // one of the files failed
        for (const json& line : result.lines())
            VERIFY_SHAPE(line, {{"event", Json::Text}});

        const auto progress = ofKind(result, "progress");
        QVERIFY(!progress.empty());
        for (const json& event : progress)
            VERIFY_SHAPE(event, {{"files_done", Json::Number},
                                 {"files_total", Json::Number},
                                 {"audio_seconds", Json::Number},
                                 {"rate", Json::Number},
                                 {"eta_seconds", Json::NumberOrNull}});
        const auto errors = ofKind(result, "error");
        QCOMPARE(errors.size(), std::size_t(1));
        VERIFY_SHAPE(errors.front(), {{"path", Json::Text}, {"reason", Json::Text}});
        QCOMPARE(QString::fromStdString(errors.front()["path"]), sounds + "/notes.wav");
        QVERIFY(!std::string(errors.front()["reason"]).empty());

        const json done = lastLine(result);
        VERIFY_SHAPE(done, {{"indexed", Json::Number},
                            {"unchanged", Json::Number},
                            {"moved", Json::Number},
                            {"missing", Json::Number},
                            {"failed", Json::Number},
                            {"windows", Json::Number},
                            {"audio_seconds", Json::Number},
                            {"seconds", Json::Number}});
        QCOMPARE(std::string(done["event"]), std::string("done"));
        QCOMPARE(int(done["indexed"]), 3);
        QCOMPARE(int(done["failed"]), 1);
        QVERIFY(std::abs(double(done["audio_seconds"]) - 28) < 0.2);
    }

    void aSecondRunFindsWhatChanged()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QCOMPARE(user.run({"index", sounds}).exitCode, 0);

        QVERIFY(QDir(sounds).mkdir("deeper"));
        QVERIFY(QFile::rename(sounds + "/tone.wav", sounds + "/deeper/a440.wav"));
        QVERIFY(QFile::remove(sounds + "/noise.flac"));
        writeNoise(sounds + "/new.wav", 0.5, 1);
        const ProlapResult result = user.run({"index", "--json"}); // all that the library has
        QVERIFY2(result.exitCode == 0, result.shown());
        const json done = lastLine(result);
        QCOMPARE(int(done["indexed"]), 1);
        QCOMPARE(int(done["unchanged"]), 1);
        QCOMPARE(int(done["moved"]), 1);
        QCOMPARE(int(done["missing"]), 1);
        QCOMPARE(int(done["failed"]), 0);
    }

    void namesOfAnyBytes()
    {
        ProlapUser user;
        QVERIFY(QDir().mkpath(user.path("odd")));
        writeNoise(user.path("seed.wav"), 0.3, 1);
        const QByteArray folder = user.path("odd").toUtf8();
        const QByteArray names[] = {"a\nb.wav", "\xF0\x9F\x94\x94.wav", "broken\xFF\xFE.wav", "-dash.wav",
                                    "quo'te\".wav"};
        unsigned seed = 10;
        for (const QByteArray& name : names) {
            writeNoise(user.path("seed.wav"), 0.3, ++seed);
            QCOMPARE(std::rename(user.path("seed.wav").toUtf8(), (folder + "/" + name).constData()), 0);
        }
        const ProlapResult result = user.run({"index", user.path("odd"), "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        QCOMPARE(int(lastLine(result)["indexed"]), 5);
        // In the table for people, a name cannot break the line.
        const ProlapResult found = user.run({"search", "noise", "--limit", "5"});
        QCOMPARE(found.exitCode, 0);
        QVERIFY2(found.out.count("/odd/") == 5 && !found.out.contains("a\nb"), found.shown());
    }

    void quietSaysNothing()
    {
        ProlapUser user;
        const ProlapResult result = user.run({"index", user.makeSounds("sounds"), "--quiet"});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.isEmpty() && result.err.isEmpty(), result.shown());
    }

    void messagesAreNotResults()
    {
        ProlapUser user;
        const ProlapResult result = user.run({"index", user.makeSounds("sounds")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.isEmpty() && result.err.contains("3 clips"), result.shown());
    }

    void anEmptyFolderIsFine()
    {
        ProlapUser user;
        QDir().mkpath(user.path("empty"));
        const ProlapResult result = user.run({"index", user.path("empty")});
        QVERIFY2(result.exitCode == 0 && result.err.contains("No sound files"), result.shown());
    }

    void aLoopOfLinksEnds()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QVERIFY(QFile::link(sounds, sounds + "/again"));
        const ProlapResult result = user.run({"index", sounds, "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        QCOMPARE(int(lastLine(result)["indexed"]), 3);
    }

    void unusableFoldersAreExitCode2()
    {
        ProlapUser user;
        const ProlapResult missing = user.run({"index", user.path("nowhere")});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY2(missing.err.startsWith("prolap: ") && missing.err.contains("nowhere"), missing.shown());
        QVERIFY2(!QFile::exists(user.library()), "a mistyped folder must not make a library");

        writeNoise(user.path("one.wav"), 0.3, 1);
        const ProlapResult file = user.run({"index", user.path("one.wav")});
        QCOMPARE(file.exitCode, 2);
        QVERIFY2(file.err.contains("one.wav is not a folder"), file.shown());

        const ProlapResult nothing = user.run({"index"});
        QCOMPARE(nothing.exitCode, 2);
        QVERIFY2(nothing.err.contains("There is no library"), nothing.shown());
    }

    void aFolderWithoutPermission()
    {
        const auto wrapper = withoutRootRights();
        if (!wrapper)
            QSKIP("root cannot give up its rights here");
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QDir(sounds).mkdir("locked");
        writeNoise(sounds + "/locked/a.wav", 0.3, 1);
        QVERIFY(QFile::setPermissions(sounds + "/locked", QFileDevice::Permissions()));
        const ProlapResult result = user.runBare(user.withDefaults({"index", sounds, "--json"}), *wrapper);
        QFile::setPermissions(sounds + "/locked",
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY2(result.exitCode == 3, result.shown());
        QCOMPARE(int(lastLine(result)["indexed"]), 3);
        const auto errors = ofKind(result, "error");
        QCOMPARE(errors.size(), std::size_t(1));
        QVERIFY2(std::string(errors.front()["path"]).ends_with("/locked"), result.shown());
    }

    void aReadOnlyLibraryIsLeftAlone()
    {
        const auto wrapper = withoutRootRights();
        if (!wrapper)
            QSKIP("root cannot give up its rights here");
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QDir().mkpath(user.path("vault"));
        const QString library = user.path("vault/library.db");
        const QStringList model{"--model", ProlapUser::pack(), "--library", library};
        QCOMPARE(user.runBare(QStringList{"index", sounds} + model).exitCode, 0);
        writeNoise(sounds + "/new.wav", 0.3, 1);
        QFile::setPermissions(library, QFileDevice::ReadOwner);
        QFile::setPermissions(user.path("vault"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        const ProlapResult index = user.runBare(QStringList{"index", sounds} + model, *wrapper);
        const ProlapResult search = user.runBare(QStringList{"search", "noise", "--json"} + model, *wrapper);
        QFile::setPermissions(user.path("vault"),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY2(index.exitCode == 2 && index.err.contains("library.db"), index.shown());
        QVERIFY2(search.exitCode == 0, search.shown());
        QCOMPARE(search.json()["hits"].size(), std::size_t(3));
    }

    void aCorruptLibraryIsNotOverwritten()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        const QByteArray words = QByteArray("this is no catalogue but a letter to a friend. ").repeated(300);
        writeFile(user.library(), words);
        const ProlapResult result = user.run({"index", sounds});
        QVERIFY2(result.exitCode == 2 && result.err.startsWith("prolap: ") && result.err.contains("library.db"),
                 result.shown());
        QFile file(user.library());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), words);
    }

    void twoAtOnceDoNotMix()
    {
        ProlapUser user;
        QDir().mkpath(user.path("many"));
        for (unsigned i = 0; i < 150; ++i)
            writeNoise(user.path(QString("many/%1.wav").arg(i)), 2, i);
        const auto first = user.start(user.withDefaults({"index", user.path("many"), "--json"}));
        QVERIFY(first->waitForReadyRead(60'000)); // it has begun
        const ProlapResult second = user.run({"index", user.path("many")});
        const ProlapResult result = finished(*first);
        QVERIFY2(result.exitCode == 0, result.shown());
        QVERIFY2(second.exitCode == 2 || second.exitCode == 0, second.shown());
        if (second.exitCode == 2)
            QVERIFY2(second.err.startsWith("prolap: "), second.shown());
        QCOMPARE(int(user.run({"library", "info", "--json"}).json()["clips"]), 150);
        QCOMPARE(user.run({"library", "check"}).exitCode, 0);
    }

    void interruptedIsExitCode130AndGoesOn()
    {
        ProlapUser user;
        QDir().mkpath(user.path("many"));
        for (unsigned i = 0; i < 200; ++i)
            writeNoise(user.path(QString("many/%1.wav").arg(i)), 3, i);
        const auto process = user.start(user.withDefaults({"index", user.path("many"), "--json"}));
        QByteArray seen;
        while (!seen.contains("\"listening\"") && process->waitForReadyRead(60'000))
            seen += process->readAllStandardOutput();
        QVERIFY2(seen.contains("\"listening\""), seen.right(500));
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        QElapsedTimer clock;
        clock.start();
        const ProlapResult stopped = finished(*process);
        QVERIFY2(stopped.exitCode == 130, stopped.shown());
        QVERIFY2(clock.elapsed() < 5000, "took long to stop");
        const json done = lastLine(stopped);
        QCOMPARE(std::string(done["event"]), std::string("done"));
        QCOMPARE(bool(done["interrupted"]), true);

        const ProlapResult rest = user.run({"index", user.path("many"), "--json"});
        QVERIFY2(rest.exitCode == 0, rest.shown());
        QCOMPARE(int(lastLine(rest)["indexed"]) + int(done["indexed"]), 200);
        const json info = user.run({"library", "info", "--json"}).json();
        QCOMPARE(int(info["clips"]), 200);
        QCOMPARE(int(info["models"][0]["clips"]), 200);
    }
};

PROLAP_TEST(TstIndex)
#include "tst_index.moc"
