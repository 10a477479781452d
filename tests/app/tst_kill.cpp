#include <algorithm>
#include <csignal>
#include <map>
#include <random>

#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>
#include <QThread>

using namespace prolap::test;
using nlohmann::json;

class TstKill : public QObject {
    Q_OBJECT

    static constexpr unsigned kSeed = 20'261'122;
    static constexpr int kKills = 25;
    static constexpr int kFirstClips = 40;
    static constexpr unsigned kLongestMs = 1700; ///< more than one transaction, which is at most a second of work

    static json info(const ProlapUser& user) { return user.run({"library", "info", "--json"}).json(); }

    static std::map<std::string, json> byPath(const json& hits)
    {
        std::map<std::string, json> all;
        for (json hit : hits) {
            hit.erase("rank");
            all.emplace(hit["path"], hit);
        }
        return all;
    }

private Q_SLOTS:
    /// `kill -9` at random moments of indexing, with new clips each time; then the library is what a run in one piece
    /// makes of the same files.
    void noClipIsLostOrDoubled()
    {
        ProlapUser user;
        QDir().mkpath(user.path("sounds"));
        std::mt19937 random(kSeed);
        int clips = 0, killed = 0, stored = 0;
        const auto addClips = [&](int count) {
            for (int i = 0; i < count; ++i, ++clips)
                writeNoise(user.path(QString("sounds/%1.wav").arg(clips, 4, 10, QChar('0'))), 1 + (clips % 4) * 1.0,
                           static_cast<unsigned>(clips));
        };
        addClips(kFirstClips);
        const ProlapResult first = user.run({"index", user.path("sounds"), "--json"});
        QVERIFY2(first.exitCode == 0, first.shown());
        stored = clips;
        // So many that a run lasts a little longer than the longest wait.
        const int pending = std::clamp(
            static_cast<int>(kFirstClips * 1.1 * kLongestMs / 1000 / double(first.lines().back()["seconds"])), 20, 400);

        for (int round = 0; round < kKills; ++round) {
            addClips(pending - (clips - stored));
            const auto process = user.start(user.withDefaults({"index", user.path("sounds"), "--json"}));
            QVERIFY(process->waitForStarted());
            // Every fourth at any moment from the start, the others while it works.
            if (round % 4 != 0)
                QVERIFY(process->waitForReadyRead(60'000));
            QThread::msleep(random() % kLongestMs);
            ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
            QVERIFY(process->waitForFinished());
            killed += process->exitStatus() == QProcess::CrashExit ? 1 : 0;
            const json now = info(user);
            QVERIFY2(now.is_object(), "the library does not open after a kill");
            QVERIFY2(int(now["models"][0]["clips"]) >= stored, "committed clips were lost");
            stored = now["models"][0]["clips"];
            QVERIFY(int(now["clips"]) <= clips);
        }
        qInfo("%d of %d runs ended by the kill, %d of %d clips in the library before the last run", killed, kKills,
              stored, clips);
        QVERIFY2(killed > kKills / 2, "most runs must be hit while they work");
        QVERIFY2(stored > kFirstClips, "some must be hit between two transactions");

        const ProlapResult rest = user.run({"index", user.path("sounds"), "--json"});
        QVERIFY2(rest.exitCode == 0, rest.shown());
        const ProlapResult check = user.run({"library", "check"});
        QVERIFY2(check.exitCode == 0, check.shown());

        const QStringList inOnePiece{"--model", ProlapUser::pack(), "--library", user.path("fresh.db")};
        QCOMPARE(user.runBare(QStringList{"index", user.path("sounds")} + inOnePiece).exitCode, 0);
        const json resumed = info(user);
        const json fresh = user.runBare(QStringList{"library", "info", "--json"} + inOnePiece).json();
        QCOMPARE(int(resumed["clips"]), clips);
        QCOMPARE(int(resumed["models"][0]["clips"]), clips);
        QCOMPARE(int(resumed["models"][0]["windows"]), int(fresh["models"][0]["windows"]));
        QCOMPARE(double(resumed["hours"]), double(fresh["hours"]));

        const QStringList query{"search", "noise", "--json", "--limit", QString::number(2 * clips)};
        const json found = user.run(query).json()["hits"];
        QCOMPARE(found.size(), static_cast<std::size_t>(clips));
        QCOMPARE(byPath(found).size(), found.size()); // each once
        QVERIFY(byPath(found) == byPath(user.runBare(query + inOnePiece).json()["hits"]));
    }
};

PROLAP_TEST(TstKill)
#include "tst_kill.moc"
