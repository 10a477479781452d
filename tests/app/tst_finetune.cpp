#include <csignal>
#include <filesystem>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include "db/clip_table.h"
#include "db/collection_table.h"
#include "db/label_table.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

using namespace prolap::test;
using nlohmann::json;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    in.open(QIODevice::ReadOnly);
    return in.readAll();
}

} // namespace

/// Fine-tuning on the command line, with a model small enough for tests.
class TstFinetune : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(m_user.path("sounds"));
        QByteArray csv = "path,caption1,caption2,label\n";
        const QByteArray kinds[] = {"low", "middle", "high"};
        for (int i = 0; i < 24; ++i) {
            const QByteArray name = kinds[i % 3] + '_' + char('a' + i / 3) + ".wav";
            encode(QString("sine=duration=0.7:frequency=%1").arg(250 + 900 * (i % 3) + 20 * i),
                   m_user.path("sounds/" + name));
            csv += name + ",a tone,a " + kinds[i % 3] + " tone," + kinds[i % 3] + '\n';
        }
        write("sounds/clips.csv", csv);
        write("recipe.json", R"({"start_from_base_heads": true, "losses": {"label": 1},
                                 "optimiser": {"epochs": 40, "batch": 8, "learning_rate": 0.002}})");
        QVERIFY(m_user.run({"index", m_user.path("sounds")}).exitCode == 0);
        tagLibrary();
    }

    void clipsAreCheckedBeforehand()
    {
        const ProlapResult result = finetune({"--data", m_user.path("sounds/clips.csv"), "--check", "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json facts = result.json()["facts"];
        QCOMPARE(int(facts["clips"]), 24);
        QVERIFY(int(facts["test"]) >= 3 && int(facts["validation"]) >= 3);
        QCOMPARE(facts["labels"].size(), std::size_t(3));
        QVERIFY(runs().empty());
    }

    void aRunGivesAPackAndSaysWhatChanged()
    {
        const QString out = m_user.path("packs/tones");
        QDir().mkpath(m_user.path("packs"));
        const ProlapResult result =
            finetune({"--data", m_user.path("sounds/clips.csv"), "--control", m_user.path("sounds/clips.csv"),
                      "--config", m_user.path("recipe.json"), "--out", out, "--name", "my tones", "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json last = result.lines().back();
        QCOMPARE(last["event"], json("done"));
        QVERIFY(QFile::exists(out + "/model.safetensors"));
        QCOMPARE(last["comparison"]["groups"].size(), std::size_t(2));
        for (const json& group : last["comparison"]["groups"]) {
            for (const json& figure : group["figures"]) {
                QVERIFY(double(figure["low"]) <= double(figure["change"]) + 1e-9);
                QVERIFY(double(figure["high"]) >= double(figure["change"]) - 1e-9);
            }
        }
        // The pack is a model like any other.
        const ProlapResult found = m_user.runBare({"embed", "--text", "a low tone", "--model", out, "--json"});
        QVERIFY2(found.exitCode == 0, found.shown());

        const std::string id = last["id"];
        const json shown = m_user.runBare({"runs", "show", id.c_str(), "--json"}).json();
        QCOMPARE(shown["state"], json("done"));
        QCOMPARE(shown["name"], json("my tones"));
        QVERIFY(shown["curves"]["loss"].size() > 10 && shown["curves"]["gradient_norm"].size() > 10);
        QVERIFY(shown["curves"]["learning_rate"].size() > 10 && shown["curves"]["t2a_label_map10"].size() > 1);
        QVERIFY(m_user.runBare({"runs", "note", id.c_str(), "--text", "good", "--tags", "keep"}).exitCode == 0);
        QCOMPARE(m_user.runBare({"runs", "show", id.c_str(), "--json"}).json()["notes"], json("good"));
        QCOMPARE(m_user.runBare({"runs", "resume", id.c_str()}).exitCode, 2); // it is done
        m_done = QString::fromStdString(id);
    }

    /// Killed at random moments and resumed, a run ends with the same bits as one that was left alone.
    void aKilledRunGoesOn()
    {
        const ProlapResult made = finetune(
            {"--data", m_user.path("sounds/clips.csv"), "--config", m_user.path("recipe.json"), "--queue", "--json"});
        QVERIFY2(made.exitCode == 0, made.shown());
        const QString id = QString::fromStdString(made.json()["id"]);
        int kills = 0;
        for (int wait : {150, 400, 900, 1500}) {
            auto process = m_user.start({"runs", "resume", id, "--threads", "1"});
            if (!process->waitForFinished(wait)) {
                ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
                process->waitForFinished();
                ++kills;
                const json state = m_user.runBare({"runs", "show", id, "--json"}).json()["state"];
                QVERIFY2(state == "paused" || state == "queued" || state == "done", state.dump().c_str());
            }
        }
        QVERIFY(kills > 0);
        const json before = m_user.runBare({"runs", "show", id, "--json"}).json();
        if (before["state"] != "done") {
            const ProlapResult ended = m_user.runBare({"runs", "resume", id, "--threads", "1", "--json"});
            QVERIFY2(ended.exitCode == 0, ended.shown());
        }
        const json shown = m_user.runBare({"runs", "show", id, "--json"}).json();
        QCOMPARE(shown["state"], json("done"));

        const json alone = m_user.runBare({"runs", "show", m_done, "--json"}).json();
        QCOMPARE(contentOf(QString::fromStdString(shown["pack"]) + "/model.safetensors"),
                 contentOf(QString::fromStdString(alone["pack"]) + "/model.safetensors"));
        const json compared = m_user.runBare({"runs", "compare", id, m_done, "--json"}).json();
        QCOMPARE(compared["runs"].size(), std::size_t(2));
    }

    void aRunPausesResumesAndIsDeleted()
    {
        const ProlapResult paused = finetune(
            {"--data", m_user.path("sounds/clips.csv"), "--preset", "heads", "--pause-after", "0.05", "--json"});
        QVERIFY2(paused.exitCode == 130, paused.shown());
        const json last = paused.lines().back();
        QCOMPARE(last["state"], json("paused"));
        const QString id = QString::fromStdString(last["id"]);
        QCOMPARE(m_user.runBare({"runs", "resume", id, "--json"}).lines().back()["state"], json("done"));
        const std::size_t count = runs().size();
        QCOMPARE(m_user.runBare({"runs", "delete", id}).exitCode, 0);
        QCOMPARE(runs().size(), count - 1);
        QCOMPARE(m_user.runBare({"runs", "show", id}).exitCode, 2);
    }

    void clipsOfTheLibraryTeachByTheirTags()
    {
        const ProlapResult tag = finetune({"--tag", "hum", "--check", "--json"});
        QVERIFY2(tag.exitCode == 0, tag.shown());
        QCOMPARE(int(tag.json()["facts"]["clips"]), 4);
        QCOMPARE(tag.json()["facts"]["captions"].size(), std::size_t(2)); // two templates
        const ProlapResult collection = finetune({"--collection", "Tones", "--check", "--json"});
        QVERIFY2(collection.exitCode == 0, collection.shown());
        QCOMPARE(int(collection.json()["facts"]["clips"]), 2);
        const ProlapResult none = finetune({"--collection", "Doors", "--check"});
        QVERIFY2(none.exitCode == 2 && none.err.contains("it has Tones"), none.shown());
        const ProlapResult bare = finetune({"--tag", "hum", "--template", "a sound", "--check"});
        QVERIFY2(bare.exitCode == 2 && bare.err.contains("{tag}"), bare.shown());
    }

    void badInputIsOneSentence_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("one clip") << QByteArray("path,caption\nlow_a.wav,a tone\n") << "" << QByteArray("only 1 clip");
        QTest::newRow("one name") << QByteArray("path,caption\nlow_a.wav,a tone\nlow_b.wav,a tone\n") << ""
                                  << QByteArray("called the same");
        QTest::newRow("no such preset") << QByteArray("path,caption\nlow_a.wav,a tone\n") << "--preset=all"
                                        << QByteArray("heads, last-blocks or everything");
        QTest::newRow("no such model") << QByteArray("path,caption\nlow_a.wav,a tone\n") << "--from=none"
                                       << QByteArray("no model");
    }

    void badInputIsOneSentence()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, option);
        QFETCH(QByteArray, said);
        write("sounds/bad.csv", csv);
        const std::size_t count = runs().size();
        const ProlapResult result = finetune(QStringList{"--data", m_user.path("sounds/bad.csv")} +
                                             (option.isEmpty() ? QStringList() : QStringList(option)));
        QVERIFY2(result.exitCode == 2 && result.err.contains(said), result.shown());
        QCOMPARE(runs().size(), count); // nothing is left behind
    }

private:
    ProlapResult finetune(const QStringList& options) const
    {
        return m_user.run(QStringList{"finetune"} + options + QStringList{"--threads", "1"});
    }

    std::vector<json> runs() const
    {
        return m_user.runBare({"runs", "list", "--json"}).json()["runs"].get<std::vector<json>>();
    }

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_user.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void tagLibrary() const
    {
        prolap::db::Catalogue catalogue(m_user.library().toStdString());
        prolap::db::LabelTable labels(catalogue);
        prolap::db::ClipTable clips(catalogue);
        prolap::db::CollectionTable collections(catalogue);
        std::vector<prolap::ClipId> chosen;
        for (const prolap::db::Clip& clip : clips.clips(clips.ids({}))) {
            if (clip.name != "high_a.wav" && clip.name != "low_b.wav" && clip.name != "high_c.wav" &&
                clip.name != "low_d.wav")
                continue;
            labels.addTag(clip.id, "hum");
            labels.addTag(clip.id, clip.name.substr(0, clip.name.find('_')));
            if (chosen.size() < 2)
                chosen.push_back(clip.id);
        }
        collections.add(collections.create("Tones"), chosen);
    }

    ProlapUser m_user;
    QString m_done;
};

PROLAP_TEST(TstFinetune)
#include "tst_finetune.moc"
