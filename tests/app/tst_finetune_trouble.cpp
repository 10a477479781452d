#include <unistd.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

using namespace prolap::test;
using nlohmann::json;

/// What a user's clips, disk, memory and impatience do to a fine-tuning run.
class TstFinetuneTrouble : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeClips("sounds");
        write("recipe.json", R"({"start_from_base_heads": true, "losses": {"label": 1},
                                 "optimiser": {"epochs": 40, "batch": 16, "learning_rate": 0.002}})");
        write("long.json", R"({"start_from_base_heads": true, "losses": {"label": 1},
                               "optimiser": {"epochs": 100000, "batch": 8, "learning_rate": 0.002}})");
    }

    void manyOfOneKindAndFewOfAnother()
    {
        // Links to one sound each: what counts is how many there are.
        QDir().mkpath(m_user.path("many"));
        QByteArray csv = "path,caption,label\n";
        for (int i = 0; i < 3003; ++i) {
            const QString name = QString("%1_%2.wav").arg(i < 3 ? "high" : "low").arg(i);
            const QString from = m_user.path(i < 3 ? "sounds/high_a.wav" : "sounds/low_a.wav");
            QVERIFY(::symlink(qPrintable(from), qPrintable(m_user.path("many/" + name))) == 0);
            csv += name.toLatin1() + (i < 3 ? ",a high tone,high\n" : ",a low tone,low\n");
        }
        write("many/clips.csv", csv);
        const ProlapResult checked =
            m_user.run({"finetune", "--data", m_user.path("many/clips.csv"), "--check", "--json", "--threads", "1"});
        QVERIFY2(checked.exitCode == 0, checked.shown());
        const json balance = check(checked.json(), "balance");
        QCOMPARE(balance["weight"], json("warning"));
        QVERIFY2(!balance["advice"].get<std::string>().empty(), balance.dump().c_str());
        // And what it advises helps.
        const ProlapResult fewer = m_user.run(
            {"finetune", "--data", m_user.path("many/clips.csv"), "--check", "--json", "--most-of-kind", "20"});
        QCOMPARE(int(fewer.json()["facts"]["clips"]), 23);
    }

    void captionsOfAnotherScriptAreWarnedOf()
    {
        QByteArray csv = "path,caption,label\n";
        const char* kinds[] = {"low", "middle", "high"};
        const char* captions[] = {"低い音", "中くらいの音", "高い音"};
        for (int i = 0; i < 24; ++i)
            csv += QByteArray(kinds[i % 3]) + '_' + char('a' + i / 3) + ".wav," + captions[i % 3] + ',' + kinds[i % 3] +
                   '\n';
        write("sounds/japanese.csv", csv);
        const ProlapResult checked =
            m_user.run({"finetune", "--data", m_user.path("sounds/japanese.csv"), "--check", "--json"});
        QVERIFY2(checked.exitCode == 0, checked.shown());
        const json foreign = check(checked.json(), "foreign");
        QCOMPARE(foreign["weight"], json("warning"));
        QVERIFY2(foreign["sentence"].get<std::string>().find("%") != std::string::npos, foreign.dump().c_str());
        QVERIFY(double(foreign["value"]) > .5);
    }

    void splitsOfAListCount()
    {
        QByteArray csv = "path,caption,label,split\n";
        const char* kinds[] = {"low", "middle", "high"};
        for (int i = 0; i < 24; ++i)
            csv += QByteArray(kinds[i % 3]) + '_' + char('a' + i / 3) + ".wav,a " + kinds[i % 3] + " tone," +
                   kinds[i % 3] +
                   (i < 15   ? ",train\n"
                    : i < 18 ? ",val\n"
                             : ",test\n");
        write("sounds/split.csv", csv);
        const json facts =
            m_user.run({"finetune", "--data", m_user.path("sounds/split.csv"), "--check", "--json"}).json()["facts"];
        QCOMPARE(int(facts["train"]), 15);
        QCOMPARE(int(facts["validation"]), 3);
        QCOMPARE(int(facts["test"]), 6);
    }

    void filesThatVanishAreLeftOut()
    {
        makeClips("vanish");
        const QString id = queued("vanish/clips.csv", "recipe.json");
        QVERIFY(QFile::remove(m_user.path("vanish/low_a.wav")));
        QVERIFY(QFile::remove(m_user.path("vanish/high_c.wav")));
        const json ended = resumed(id);
        QCOMPARE(ended["state"], json("done"));

        // In the middle of it: what was learned with them cannot be gone on from, and the run says so.
        const QString other = queued("vanish/clips.csv", "long.json");
        auto process = m_user.start({"runs", "resume", other, "--pause-after", "4", "--threads", "1"});
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(shown(other)["state"], json("paused"));
        QVERIFY(QFile::exists(folder(other) + "/training/checkpoint.safetensors"));
        for (const char* name : {"vanish/low_b.wav", "vanish/low_c.wav", "vanish/middle_a.wav"})
            QFile::remove(m_user.path(name));
        process = m_user.start({"runs", "resume", other, "--pause-after", "6", "--threads", "1"});
        QVERIFY(process->waitForFinished(60000));
        QVERIFY2(shown(other)["sentence"].get<std::string>().find("begins anew") != std::string::npos,
                 shown(other).dump().c_str());
    }

    void aFullDiskPausesAndResumes()
    {
        const QString id = queued("sounds/clips.csv", "recipe.json");
        // No file may become longer than 40 KB, as if there were no more room: features fit, the model does not.
        const QStringList full{"bash", "-c", "ulimit -f 40; trap '' XFSZ; exec \"$@\"", "bash"};
        const ProlapResult stopped = m_user.runBare({"runs", "resume", id, "--threads", "1", "--json"}, full);
        QVERIFY2(stopped.exitCode == 130, stopped.shown());
        const json state = shown(id);
        QVERIFY2(state["state"] == "paused", state.dump().c_str());
        QVERIFY2(state["sentence"].get<std::string>().find("Free some space") != std::string::npos,
                 state.dump().c_str());
        QCOMPARE(resumed(id)["state"], json("done"));
    }

    void shortMemoryHalvesTheBatchOrIsRefused()
    {
        const QStringList room{"env", "PROLAP_TEST_MOST_BATCH=8"};
        const QString id = queued("sounds/clips.csv", "recipe.json");
        const ProlapResult halved = m_user.runBare({"runs", "resume", id, "--threads", "1", "--json"}, room);
        QVERIFY2(halved.exitCode == 0, halved.shown());
        QVERIFY2(halved.lines().back()["sentence"].get<std::string>().find("the batch is 8") != std::string::npos,
                 halved.shown());
        const QString other = queued("sounds/clips.csv", "recipe.json");
        const ProlapResult refused =
            m_user.runBare({"runs", "resume", other, "--threads", "1"}, {"env", "PROLAP_TEST_MOST_BATCH=2"});
        QVERIFY2(refused.exitCode == 2 && refused.err.contains("not enough memory"), refused.shown());
    }

    void aLossThatIsNoNumberEndsTheRun()
    {
        write("wild.json", R"({"start_from_base_heads": true, "optimiser": {"epochs": 40, "batch": 16,
                               "learning_rate": 1e30}})");
        const QString id = queued("sounds/clips.csv", "wild.json");
        const ProlapResult failed = m_user.runBare({"runs", "resume", id, "--threads", "1"});
        QVERIFY2(failed.exitCode == 2 && failed.err.contains("diverged at step"), failed.shown());
        QCOMPARE(shown(id)["state"], json("failed"));
    }

    void theBaseMayVanishAndComeBack()
    {
        const QString base = m_user.path("base");
        copyPack(base);
        const ProlapResult made = m_user.run({"finetune", "--from", base, "--data", m_user.path("sounds/clips.csv"),
                                              "--config", m_user.path("recipe.json"), "--queue", "--json"});
        QVERIFY2(made.exitCode == 0, made.shown());
        const QString id = QString::fromStdString(made.json()["id"]);
        QVERIFY(QDir().rename(base, base + "-elsewhere"));
        const ProlapResult failed = m_user.runBare({"runs", "resume", id, "--threads", "1"});
        QVERIFY2(failed.exitCode == 2 && failed.err.contains("is gone"), failed.shown());
        QVERIFY(QDir().rename(base + "-elsewhere", base));
        QCOMPARE(resumed(id)["state"], json("done"));

        // A done run needs it only to mix anew.
        QVERIFY(QDir(base).removeRecursively());
        const ProlapResult mixed = m_user.runBare({"runs", "mix", id});
        QVERIFY2(mixed.exitCode == 2 && mixed.err.contains("is gone"), mixed.shown());
    }

    void patienceAndItsUserEndARunEarly()
    {
        const ProlapResult patient =
            m_user.run({"finetune", "--data", m_user.path("sounds/clips.csv"), "--config", m_user.path("long.json"),
                        "--patience", "3", "--json", "--quiet", "--threads", "1"});
        QVERIFY2(patient.exitCode == 0, patient.shown());
        QCOMPARE(patient.lines().back()["stopped_early"], json(true));

        const QString id = queued("sounds/clips.csv", "long.json");
        auto process = m_user.start({"runs", "resume", id, "--threads", "1", "--quiet"});
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 60000 && shown(id)["best"].is_null();)
            QTest::qWait(200);
        QVERIFY2(!shown(id)["best"].is_null(), shown(id).dump().c_str());
        const json alive = shown(id);
        QVERIFY(!alive["samples"].is_null()); // what captions find, while it runs
        QCOMPARE(m_user.runBare({"runs", "keep-best", id}).exitCode, 0);
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(shown(id)["state"], json("done"));
        QCOMPARE(shown(id)["stopped_early"], json(true));
    }

    void anEstimateLeavesNothingBehind()
    {
        const std::size_t count = m_user.runBare({"runs", "list", "--json"}).json()["runs"].size();
        const ProlapResult found = m_user.run({"finetune", "--data", m_user.path("sounds/clips.csv"), "--config",
                                               m_user.path("recipe.json"), "--estimate", "--json", "--threads", "1"});
        QVERIFY2(found.exitCode == 0, found.shown());
        QVERIFY(double(found.json()["seconds"]) > 0 && double(found.json()["memory_bytes"]) > 1e6);
        QCOMPARE(m_user.runBare({"runs", "list", "--json"}).json()["runs"].size(), count);
    }

    void mixturesAreMeasuredOnceAndSaved()
    {
        const ProlapResult made = m_user.run({"finetune", "--data", m_user.path("sounds/clips.csv"), "--control",
                                              m_user.path("sounds/clips.csv"), "--config", m_user.path("recipe.json"),
                                              "--json", "--quiet", "--threads", "1"});
        QVERIFY2(made.exitCode == 0, made.shown());
        const json done = made.lines().back();
        const QString id = QString::fromStdString(done["id"]);
        const ProlapResult mixed = m_user.runBare({"runs", "mix", id, "--json", "--progress"});
        QVERIFY2(mixed.exitCode == 0, mixed.shown());
        const json curve = mixed.json();
        QCOMPARE(curve["points"].size(), std::size_t(5));
        // Its ends and its middle are what the run compared.
        for (const json& group : done["comparison"]["groups"]) {
            for (const json& figure : group["figures"]) {
                if (figure["name"] == "ece")
                    continue; // calibrated anew at each share
                const std::string name = figure["name"], of = group["name"];
                QVERIFY(qAbs(double(curve["points"][0]["groups"][of][name]) - double(figure["before"])) < 1e-6);
                QVERIFY(qAbs(double(curve["points"][2]["groups"][of][name]) - double(figure["after"])) < 1e-6);
            }
        }
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(m_user.runBare({"runs", "mix", id, "--json"}).json()["points"], curve["points"]);

        const QString shelf = m_user.path("data/prolap-explorer/models/quarter");
        const ProlapResult saved = m_user.runBare({"runs", "mix", id, "--share", ".25", "--out", shelf});
        QVERIFY2(saved.exitCode == 0, saved.shown());
        const json quarter = runsOfModel("quarter");
        QCOMPARE(quarter.size(), std::size_t(1));
        QCOMPARE(quarter[0]["run"], json(id.toStdString()));
        // A run on top of it depends on it, and its model tells both.
        const ProlapResult second =
            m_user.run({"finetune", "--from", shelf, "--data", m_user.path("sounds/clips.csv"), "--config",
                        m_user.path("recipe.json"), "--json", "--quiet", "--threads", "1", "--out",
                        m_user.path("data/prolap-explorer/models/second")});
        QVERIFY2(second.exitCode == 0, second.shown());
        QCOMPARE(runsOfModel("second").size(), std::size_t(2));
        const ProlapResult kept = m_user.run({"model", "delete", "quarter"});
        QVERIFY2(kept.exitCode == 2 && kept.err.contains("starts from it"), kept.shown());
    }

private:
    void makeClips(const QString& name)
    {
        QDir().mkpath(m_user.path(name));
        QByteArray csv = "path,caption1,caption2,label\n";
        const QByteArray kinds[] = {"low", "middle", "high"};
        for (int i = 0; i < 24; ++i) {
            const QByteArray file = kinds[i % 3] + '_' + char('a' + i / 3) + ".wav";
            encode(QString("sine=duration=0.7:frequency=%1").arg(250 + 900 * (i % 3) + 20 * i),
                   m_user.path(name + '/' + file));
            csv += file + ",a tone,a " + kinds[i % 3] + " tone," + kinds[i % 3] + '\n';
        }
        write(name + "/clips.csv", csv);
    }

    static json check(const json& data, const std::string& id)
    {
        for (const json& each : data["checks"]) {
            if (each["id"] == id)
                return each;
        }
        return {};
    }

    json runsOfModel(const std::string& name) const
    {
        const json list = m_user.runBare({"model", "list", "--json"}).json();
        for (const json& model : list["models"]) {
            if (model["name"] == name)
                return model["runs"];
        }
        return {};
    }

    QString queued(const QString& data, const QString& recipe) const
    {
        const ProlapResult made = m_user.run({"finetune", "--data", m_user.path(data), "--config", m_user.path(recipe),
                                              "--queue", "--json", "--threads", "1"});
        if (made.exitCode != 0)
            qWarning("%s", made.shown().constData());
        return made.exitCode == 0 ? QString::fromStdString(made.json()["id"]) : QString();
    }

    json resumed(const QString& id) const
    {
        m_user.runBare({"runs", "resume", id, "--threads", "1", "--quiet"});
        return shown(id);
    }

    json shown(const QString& id) const { return m_user.runBare({"runs", "show", id, "--json"}).json(); }
    QString folder(const QString& id) const { return QString::fromStdString(shown(id)["folder"]); }

    static void copyPack(const QString& to)
    {
        QDir().mkpath(to);
        const QDir from(ProlapUser::pack());
        for (const QString& file : from.entryList(QDir::Files))
            QFile::copy(from.filePath(file), to + '/' + file);
    }

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_user.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    ProlapUser m_user;
};

PROLAP_TEST(TstFinetuneTrouble)
#include "tst_finetune_trouble.moc"
