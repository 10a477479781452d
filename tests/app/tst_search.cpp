#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

class TstSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sounds = m_user.makeSounds("sounds");
        QVERIFY(QDir(m_sounds).mkpath("Foley/doors"));
        writeNoise(m_sounds + "/Foley/doors/door slam.wav", 0.7, 7);
        const ProlapResult result = m_user.run({"index", m_sounds});
        QVERIFY2(result.exitCode == 0, result.shown());
    }

    void answersKeepTheirShape()
    {
        for (const QStringList& command : {QStringList{"search", "a door slams", "--json"},
                                           QStringList{"similar", m_sounds + "/tone.wav", "--json"}}) {
            const ProlapResult result = m_user.run(command);
            QVERIFY2(result.exitCode == 0, result.shown());
            const json answer = result.json();
            VERIFY_SHAPE(answer, {{"query", Json::Text},
                                  {"model", Json::Text},
                                  {"encode_ms", Json::Number},
                                  {"search_ms", Json::Number},
                                  {"hits", Json::Array},
                                  {"credible_hits", Json::Number}});
            QCOMPARE(answer["hits"].size(), std::size_t(4));
            int rank = 0, credible = 0;
            for (const json& hit : answer["hits"]) {
                VERIFY_SHAPE(hit, {{"rank", Json::Number},
                                   {"path", Json::Text},
                                   {"start", Json::Number},
                                   {"end", Json::Number},
                                   {"similarity", Json::Number},
                                   {"probability", Json::NumberOrNull},
                                   {"uncertainty", Json::NumberOrNull},
                                   {"words", Json::Array},
                                   {"credible", Json::Bool}});
                QCOMPARE(int(hit["rank"]), ++rank);
                QVERIFY(double(hit["end"]) > double(hit["start"]));
                QVERIFY(QFile::exists(QString::fromStdString(hit["path"])));
                credible += bool(hit["credible"]) ? 1 : 0;
            }
            QCOMPARE(int(answer["credible_hits"]), credible);
        }
    }

    void wordsOfTheNameCount()
    {
        const json hits = m_user.run({"search", "--json", "slam"}).json()["hits"];
        const auto hit = std::find_if(hits.begin(), hits.end(), [](const json& each) {
            return std::string(each["path"]).ends_with("door slam.wav");
        });
        QVERIFY(hit != hits.end());
        QVERIFY2((*hit)["words"] == json::array({"slam"}), hit->dump().c_str());
    }

    void aClipIsMostLikeItself()
    {
        const json hits = m_user.run({"similar", m_sounds + "/noise.flac", "--json", "--limit", "1"}).json()["hits"];
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(hits[0]["path"]), m_sounds + "/noise.flac");
    }

    void aPartOfASound()
    {
        const json answer =
            m_user.run({"similar", m_sounds + "/long.ogg", "--start", "3", "--end", "6", "--json"}).json();
        QCOMPARE(answer["hits"].size(), std::size_t(4));
        QCOMPARE(m_user.run({"similar", m_sounds + "/long.ogg", "--start", "6", "--end", "3"}).exitCode, 2);
        const ProlapResult beyond = m_user.run({"similar", m_sounds + "/long.ogg", "--start", "60"});
        QVERIFY2(beyond.exitCode == 2 && beyond.err.startsWith("prolap: "), beyond.shown());
        const ProlapResult none = m_user.run({"similar", m_user.path("none.wav")});
        QVERIFY2(none.exitCode == 2 && none.err.contains("none.wav"), none.shown());
    }

    void filters_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("short") << QStringList{"--max-seconds", "1.5"} << QStringList{"door slam.wav", "tone.wav"};
        QTest::newRow("long") << QStringList{"--min-seconds", "10"} << QStringList{"long.ogg"};
        QTest::newRow("stereo") << QStringList{"--channels", "2"} << QStringList{"noise.flac"};
        QTest::newRow("rate") << QStringList{"--min-rate", "48000"} << QStringList{"noise.flac"};
        QTest::newRow("formats") << QStringList{"--format", "flac", "--format", "ogg"}
                                 << QStringList{"long.ogg", "noise.flac"};
        QTest::newRow("deep folder") << QStringList{"--folder", m_sounds + "/Foley/"} << QStringList{"door slam.wav"};
        QTest::newRow("folder") << QStringList{"--folder", m_sounds, "--limit", "2", "--format", "wav"}
                                << QStringList{"door slam.wav", "tone.wav"};
        QTest::newRow("operators") << QStringList{"dur:<1.5s", "fmt:wav"} << QStringList{"door slam.wav", "tone.wav"};
        QTest::newRow("operators and options")
            << QStringList{"ch:2..", "--min-rate", "48000"} << QStringList{"noise.flac"};
        QTest::newRow("exact words") << QStringList{"\"door slam\""} << QStringList{"door slam.wav"};
        QTest::newRow("a folder's name") << QStringList{"in:foley/doors"} << QStringList{"door slam.wav"};
        QTest::newRow("nothing") << QStringList{"--channels", "6"} << QStringList{};
    }

    void filters()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, names);
        const ProlapResult result = m_user.run(QStringList{"search", "--json", "a sound"} + options);
        QVERIFY2(result.exitCode == 0, result.shown());
        QStringList found;
        const json answer = result.json();
        for (const json& hit : answer["hits"])
            found << QFileInfo(QString::fromStdString(hit["path"])).fileName();
        found.sort();
        QCOMPARE(found, names);
    }

    void aForeignFolderIsAnError()
    {
        const ProlapResult result = m_user.run({"search", "rain", "--folder", "/usr"});
        QVERIFY2(result.exitCode == 2 && result.err.contains("/usr"), result.shown());
    }

    void aFilterAloneListsClips()
    {
        const json answer = m_user.run({"search", "--json", "fmt:wav"}).json();
        QCOMPARE(answer["hits"].size(), std::size_t(2));
        QCOMPARE(std::string(answer["query"]), std::string("fmt:wav"));
    }

    void aMistypedOperatorNamesItsCharacter()
    {
        const ProlapResult result = m_user.run({"search", "door", "dur:abc"});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("dur: expects a time such as <2s; found 'abc' at character 10"), result.shown());
        QVERIFY(m_user.run({"search", "\"door"}).err.contains("quotes"));
    }

    void containsAndPartOf()
    {
        for (const QString& option : {QString("--contains-of"), QString("--part-of")})
            for (const QString& subject : {m_sounds + "/tone.wav", QString("a door slams")}) {
                const ProlapResult result = m_user.run({"search", "--json", option, subject});
                QVERIFY2(result.exitCode == 0, result.shown());
                const json answer = result.json();
                QCOMPARE(answer["hits"].size(), std::size_t(4));
                for (const json& hit : answer["hits"])
                    QVERIFY(!bool(hit["credible"]) || double(hit["inclusion"]) > 0);
            }
        QCOMPARE(m_user.run({"search", "--contains-of", "a", "--part-of", "b"}).exitCode, 1);
        const ProlapResult none = m_user.run({"search", "--contains-of", m_sounds + "/none.wav"});
        QVERIFY2(none.exitCode == 2 && none.err.contains("There is no file"), none.shown());
    }

    void generalityAndEvidence()
    {
        QCOMPARE(m_user.run({"search", "door", "--generality", "0.5", "--json"}).json()["hits"].size(), std::size_t(4));
        QCOMPARE(m_user.run({"search", "door", "--generality", "2"}).exitCode, 1);
        const json byWords = m_user.run({"search", "door", "--by", "words", "--json"}).json()["hits"];
        QCOMPARE(byWords.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(byWords[0]["path"]).endsWith("door slam.wav"));
    }

    void aSoundAndWords()
    {
        const ProlapResult result =
            m_user.run({"similar", m_sounds + "/tone.wav", "--caption", "a door slams", "--weight", "0.9", "--json"});
        QVERIFY2(result.exitCode == 0 && result.json()["hits"].size() == 4, result.shown());
    }

    void captionsOfAnyLength()
    {
        for (const QString& empty : {QString(""), QString("  ")}) {
            const ProlapResult result = m_user.run({"search", empty});
            QVERIFY2(result.exitCode == 2 && result.err.contains("caption is empty"), result.shown());
        }
        for (const QString& caption :
             {QString("rain ").repeated(2000), QString("x").repeated(10'000),
              QString("unbalanced OR AND ( NEAR * - ) ^"), QString::fromUtf8("Glöckchen 鐘 🔔")}) {
            const ProlapResult result = m_user.run({"search", "--json", caption});
            QVERIFY2(result.exitCode == 0, result.shown());
            QCOMPARE(result.json()["hits"].size(), std::size_t(4));
        }
    }

    void aTableForPeople()
    {
        const ProlapResult result = m_user.run({"search", "door", "slam"}); // several words need no quotes
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.contains("match") && result.out.contains("door slam.wav  (door, slam)"), result.shown());
    }

    void withoutALibrary()
    {
        const ProlapResult result = ProlapUser().run({"search", "rain"});
        QVERIFY2(result.exitCode == 2 && result.err.contains("There is no library"), result.shown());
    }

private:
    ProlapUser m_user;
    QString m_sounds;
};

PROLAP_TEST(TstSearch)
#include "tst_search.moc"
