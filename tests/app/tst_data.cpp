#include "db/clip_table.h"
#include "db/label_table.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

/// Captioned sounds of every kind on the command line.
class TstData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList files{"audiocaps/wav/aaaaaaaaaaa.flac",
                                "audiocaps/wav/test/Ybbbbbbbbbbb.ogg",
                                "audiocaps/wav/ccccccccccc_30.mp3",
                                "clotho/evaluation/a tone.wav",
                                "beside/one.wav",
                                "beside/below/two.flac",
                                "library/one.wav",
                                "library/two.flac",
                                "library/three.ogg"};
        for (int i = 0; i < files.size(); ++i) {
            QDir().mkpath(QFileInfo(m_user.path(files[i])).path());
            encode(QString("sine=duration=0.6:frequency=%1").arg(300 + 200 * i), m_user.path(files[i]));
        }
        write("audiocaps/train.csv",
              "audiocap_id,youtube_id,start_time,caption\n1,ccccccccccc,30,A high tone sounds\n");
        write("audiocaps/test.csv", "audiocap_id,youtube_id,start_time,caption\n"
                                    "2,aaaaaaaaaaa,0,\"A tone, low and steady\"\n"
                                    "3,aaaaaaaaaaa,0,Something hums\n"
                                    "4,bbbbbbbbbbb,10,A tone sounds\n"
                                    "5,ddddddddddd,10,A tone that is gone\n");
        write("clotho/clotho_captions_evaluation.csv",
              "file_name,caption_1,caption_2,caption_3,caption_4,caption_5\n"
              "a tone.wav,A tone.,A hum.,A sound.,A buzz.,\"A \"\"beep\"\".\"\n");
        write("beside/one.txt", "A tone sounds\nA steady hum\n");
        write("beside/below/two.json", R"({"captions": ["A higher tone"], "label": "tone"})");
        QVERIFY(m_user.run({"index", m_user.path("library")}).exitCode == 0);
        tagLibrary();
    }

    void publishedListsAreEvaluated()
    {
        const ProlapResult result =
            eval({"--manifest", m_user.path("audiocaps"), "--audio", m_user.path("audiocaps/wav")});
        QVERIFY2(result.exitCode == 3, result.shown());
        const json document = result.json();
        QCOMPARE(int(document["clips"]), 2);
        QCOMPARE(int(document["captions"]), 3);
        QCOMPARE(document["failures"].size(), std::size_t(1));
        QCOMPARE(int(document["failures"][0]["line"]), 5);
        QVERIFY2(result.err.contains("line 5, ddddddddddd: ") && result.err.contains("test.csv"), result.shown());
        const ProlapResult strict =
            eval({"--manifest", m_user.path("audiocaps"), "--audio", m_user.path("audiocaps/wav"), "--strict"});
        QVERIFY2(strict.exitCode == 2 && strict.err.contains("line 5"), strict.shown());

        const ProlapResult clotho = eval({"--manifest", m_user.path("clotho")});
        QVERIFY2(clotho.exitCode == 0, clotho.shown());
        QCOMPARE(int(clotho.json()["captions"]), 5);
    }

    void captionsBesideSoundsAreEvaluated()
    {
        const ProlapResult result = eval({"--manifest", m_user.path("beside")});
        QVERIFY2(result.exitCode == 0, result.shown());
        QCOMPARE(int(result.json()["clips"]), 2);
        QCOMPARE(int(result.json()["captions"]), 3);
        QFile::copy(m_user.path("beside/one.wav"), m_user.path("beside/silent.wav"));
        const ProlapResult more = eval({"--manifest", m_user.path("beside")});
        QFile::remove(m_user.path("beside/silent.wav"));
        QVERIFY2(more.exitCode == 3 && more.err.contains("silent.wav: it has no caption"), more.shown());
        QVERIFY2(!more.err.contains("line 0"), more.shown());
    }

    void clipsOfTheLibraryAreEvaluated()
    {
        const ProlapResult result = eval({"--query", "tag:hum"});
        QVERIFY2(result.exitCode == 0, result.shown());
        QCOMPARE(int(result.json()["clips"]), 2);
        QCOMPARE(int(result.json()["captions"]), 2); // the tag and a caption
        const ProlapResult none = eval({"--query", "tag:rain"});
        QVERIFY2(none.exitCode == 2 && none.err.contains("its tags are hum"), none.shown());
        const ProlapResult nowhere =
            m_user.runBare({"eval", "retrieval", "--query", "*", "--library", m_user.path("none.db")});
        QVERIFY2(nowhere.exitCode == 2 && nowhere.err.contains("none.db"), nowhere.shown());
    }

    void trainingReadsThemAndKeepsItsCacheSmall()
    {
        write("recipe.json", R"({"heads": {"dim": 8, "projection_hidden": 16, "uncertainty_hidden": 8},
                                 "data": {"validation_share": 0}, "optimiser": {"epochs": 2, "batch": 2}})");
        for (const char* size : {"0", "1G"}) {
            const QString out = m_user.path(QString("pack-") + size), cache = m_user.path(QString("cache-") + size);
            const ProlapResult result =
                m_user.run({"train", "--query", "tag:hum", "--config", m_user.path("recipe.json"), "--out", out,
                            "--cache-dir", cache, "--cache-size", size, "--json"});
            QVERIFY2(result.exitCode == 0, result.shown());
            QCOMPARE(int(result.lines().back()["train_clips"]), 2);
            QVERIFY(QFile::exists(out + "/model.safetensors"));
            QCOMPARE(QDir(cache).entryList({"*.safetensors"}).isEmpty(), QString(size) == "0");
        }
    }

    void whatDoesNotFitTogetherIsExitCode1_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("no data") << QStringList{};
        QTest::newRow("two kinds") << QStringList{"--manifest", "a.csv", "--query", "*"};
        QTest::newRow("a folder for a library") << QStringList{"--query", "*", "--audio", "sounds"};
        QTest::newRow("a folder alone") << QStringList{"--audio", "sounds"};
    }

    void whatDoesNotFitTogetherIsExitCode1()
    {
        QFETCH(QStringList, options);
        const ProlapResult result = eval(options);
        QVERIFY2(result.exitCode == 1 && result.out.isEmpty() && !result.err.isEmpty(), result.shown());
    }

    void whatIsNoDataSetIsExitCode2()
    {
        write("words.csv", "file,words\na.wav,rain\n");
        const ProlapResult words = eval({"--manifest", m_user.path("words.csv")});
        QVERIFY2(words.exitCode == 2 && words.err.contains("words.csv") && words.err.contains("AudioCaps"),
                 words.shown());
        const ProlapResult library = eval({"--manifest", m_user.library()});
        QVERIFY2(library.exitCode == 2 && library.err.contains("--query"), library.shown());
    }

private:
    ProlapResult eval(const QStringList& options) const
    {
        return m_user.run(QStringList{"eval", "retrieval", "--json"} + options);
    }

    void tagLibrary() const
    {
        prolap::db::Catalogue catalogue(m_user.library().toStdString());
        prolap::db::ClipTable clips(catalogue);
        prolap::db::LabelTable labels(catalogue);
        for (const prolap::db::Clip& clip : clips.clips(clips.ids({}))) {
            if (clip.name != "three.ogg")
                labels.addTag(clip.id, "hum");
            if (clip.name == "one.wav")
                labels.setCaptions(clip.id, {{1, "a low tone hums", "user"}});
        }
    }

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_user.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    ProlapUser m_user;
};

PROLAP_TEST(TstData)
#include "tst_data.moc"
