#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

/// Captions of a file instead of the vocabulary, so that nothing large is embedded.
class TstTraverse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sounds = m_user.makeSounds("sounds");
        const ProlapResult result = m_user.run({"index", m_sounds});
        QVERIFY2(result.exitCode == 0, result.shown());
        QFile captions(m_user.path("captions.txt"));
        QVERIFY(captions.open(QIODevice::WriteOnly));
        captions.write("sound\na tone\na high tone\nnoise\n");
    }

    void theAnswerKeepsItsShape()
    {
        for (const char* way : {"linear", "spherical", "climb"}) {
            const ProlapResult result =
                run({m_sounds + "/tone.wav", "--json", "--points", "7", "--interpolation", way});
            QVERIFY2(result.exitCode == 0, result.shown());
            const json answer = result.json();
            VERIFY_SHAPE(answer, {{"clip", Json::Text},
                                  {"model", Json::Text},
                                  {"root", Json::TextOrNull},
                                  {"interpolation", Json::Text},
                                  {"points", Json::Array},
                                  {"ladder", Json::Array},
                                  {"notes", Json::Array}});
            QCOMPARE(answer["points"].size(), std::size_t(7));
            QCOMPARE(answer["root"].is_null(), std::string(way) == "climb");
            for (const json& point : answer["points"]) {
                VERIFY_SHAPE(point, {{"t", Json::Number},
                                     {"captions", Json::Array},
                                     {"clips", Json::Array},
                                     {"uncertainty", Json::NumberOrNull},
                                     {"inclusion", Json::NumberOrNull}});
                for (const json& caption : point["captions"])
                    VERIFY_SHAPE(
                        caption,
                        {{"text", Json::Text}, {"similarity", Json::Number}, {"probability", Json::NumberOrNull}});
                for (const json& clip : point["clips"]) {
                    QVERIFY(QFile::exists(QString::fromStdString(clip["path"])));
                    QVERIFY(std::string(clip["path"]).find("tone.wav") == std::string::npos);
                }
            }
            QVERIFY(!answer["ladder"].empty());
            for (const json& rung : answer["ladder"])
                VERIFY_SHAPE(rung, {{"text", Json::Text},
                                    {"first_point", Json::Number},
                                    {"last_point", Json::Number},
                                    {"clips", Json::Array}});
        }
    }

    void pointsAsATable()
    {
        const QString file = m_user.path("points.csv");
        const ProlapResult result = run({m_sounds + "/tone.wav", "--points", "5", "--csv", file});
        QVERIFY2(result.exitCode == 0, result.shown());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), 6);
        QVERIFY(result.out.contains("caption"));
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("part");
        const QString tone = m_sounds + "/tone.wav";
        QTest::newRow("nothing") << QStringList{} << 1 << "CLIP";
        QTest::newRow("both") << QStringList{tone, "--caption", "x"} << 1 << "excludes";
        QTest::newRow("missing") << QStringList{"gone.wav"} << 2 << "There is no file";
        QTest::newRow("no sound") << QStringList{m_user.path("captions.txt")} << 2 << "captions.txt";
        QTest::newRow("root") << QStringList{tone, "--root", "up"} << 1 << "up";
        QTest::newRow("no point") << QStringList{tone, "--points", "0"} << 2 << "not 0";
        QTest::newRow("too many") << QStringList{tone, "--points", "10001"} << 2 << "not 10001";
        QTest::newRow("empty caption") << QStringList{"--caption", " "} << 2 << "nothing to set out from";
    }

    void badInput()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, part);
        const ProlapResult result = run(arguments);
        QVERIFY2(result.exitCode == exitCode, result.shown());
        QVERIFY2(QString::fromUtf8(result.err + result.out).contains(part), result.shown());
    }

private:
    ProlapResult run(const QStringList& arguments) const
    {
        return m_user.run(QStringList{"traverse"} + arguments +
                          QStringList{"--no-vocabulary", "--captions", m_user.path("captions.txt")});
    }

    ProlapUser m_user;
    QString m_sounds;
};

PROLAP_TEST(TstTraverse)
#include "tst_traverse.moc"
