#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

class TstEval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(m_user.path("data"));
        QByteArray csv = "path,caption1,caption2,caption3,caption4,split,label,source\n";
        const QByteArrayList labels{"tone", "noise"};
        for (int i = 0; i < 8; ++i) {
            const QByteArray label = labels[i % 2], number = QByteArray::number(i);
            const QString file = m_user.path("data/" + number + ".wav");
            if (label == "tone")
                encode("sine=duration=0.5:frequency=" + QString::number(300 + 100 * i), file);
            else
                writeNoise(file, 0.5, static_cast<unsigned>(i));
            csv += number + ".wav,sound,a " + label + ",a steady " + label + ",a steady " + label + " of kind " +
                   number + "," + (i < 4 ? "train" : "test") + "," + label + ",made\n";
        }
        writeText("data/manifest.csv", csv);
    }

    void figuresKeepTheirNames_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("retrieval") << "retrieval" << QStringList{"t2a_r1",    "t2a_r5",   "t2a_r10",        "t2a_map10",
                                                                 "t2a_medr",  "a2t_r1",   "a2t_r5",         "a2t_r10",
                                                                 "a2t_map10", "a2t_medr", "t2a_label_map10"};
        QTest::newRow("zeroshot") << "zeroshot" << QStringList{"top1", "macro_map"};
        QTest::newRow("traversal") << "traversal" << QStringList{"precision",     "recall",        "recall_level1",
                                                                 "recall_level2", "recall_level3", "recall_level4"};
        QTest::newRow("inclusion") << "inclusion"
                                   << QStringList{"share_audio_text", "share_levels", "auroc_audio_text",
                                                  "auroc_levels"};
        QTest::newRow("uncertainty") << "uncertainty" << QStringList{"r_length_u", "r_level_u"};
    }

    void figuresKeepTheirNames()
    {
        QFETCH(QString, protocol);
        QFETCH(QStringList, names);
        const QStringList command{"eval", protocol, "--manifest", m_user.path("data/manifest.csv")};
        const ProlapResult result = m_user.run(command + QStringList{"--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json document = result.json();
        VERIFY_SHAPE(document, {{"protocol", Json::Text},
                                {"split", Json::Text},
                                {"clips", Json::Number},
                                {"captions", Json::Number},
                                {"metrics", Json::Object},
                                {"chance", Json::Object}});
        QCOMPARE(QString::fromStdString(document["protocol"]), protocol);
        QCOMPARE(std::string(document["split"]), std::string("test"));
        QCOMPARE(int(document["clips"]), 4);
        for (const QString& name : names) {
            const std::string key = name.toStdString();
            VERIFY_SHAPE(document["metrics"], {{key.c_str(), Json::Number}});
            VERIFY_SHAPE(document["chance"], {{key.c_str(), Json::Number}});
        }
        const ProlapResult shown = m_user.run(command);
        QVERIFY2(shown.exitCode == 0 && shown.out.contains("chance") && shown.out.contains(names.front().toUtf8()),
                 shown.shown());
    }

    void uncertaintyJudgesTheMatchProbability()
    {
        const ProlapResult result =
            m_user.run({"eval", "uncertainty", "--manifest", m_user.path("data/manifest.csv"), "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        VERIFY_SHAPE(result.json()["metrics"], {{"ece", Json::Number}, {"mean_u_level1", Json::Number}});
    }

    void aTraversalSaysItsWay()
    {
        const QStringList command{"eval", "traversal", "--manifest", m_user.path("data/manifest.csv"), "--json"};
        const json line = m_user.run(command).json();
        QCOMPARE(std::string(line["root"]), std::string("centroid"));
        QCOMPARE(std::string(line["path"]), std::string("line"));
        QCOMPARE(int(line["points"]), 50);
        const json masked = m_user.run(command + QStringList{"--root", "masked", "--points", "7"}).json();
        QCOMPARE(std::string(masked["root"]), std::string("masked"));
        QCOMPARE(int(masked["points"]), 7);
        const json climb = m_user.run(command + QStringList{"--path", "climb", "--width", ".2"}).json();
        QCOMPARE(double(climb["width"]), .2);
        QVERIFY(climb["root"].is_null());
        QCOMPARE(std::string(climb["path"]), std::string("climb"));
    }

    void allIsEveryProtocolOfOneEmbedding()
    {
        const QStringList command{"eval",        "all",  "--manifest", m_user.path("data/manifest.csv"),
                                  "--precision", "fp32", "--json"};
        const ProlapResult result = m_user.run(command + QStringList{"--report", m_user.path("report")});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json document = result.json();
        VERIFY_SHAPE(document, {{"protocol", Json::Text},
                                {"model", Json::Text},
                                {"split", Json::Text},
                                {"clips", Json::Number},
                                {"protocols", Json::Array},
                                {"skipped", Json::Array},
                                {"failures", Json::Array}});
        QCOMPARE(std::string(document["protocol"]), std::string("all"));
        QCOMPARE(document["protocols"].size(), std::size_t(5));
        QVERIFY(document["skipped"].empty());
        const json traversal = document["protocols"][2];
        for (const char* name : {"centroid_line_precision", "empty_line_recall", "inclusive_line_recall_level1",
                                 "masked_line_precision", "climb_precision", "climb_recall_level4"})
            QVERIFY2(traversal["metrics"].contains(name), name);

        QFile page(m_user.path("report/report.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.startsWith("<!DOCTYPE html>") && html.count("<svg") == 8);

        const ProlapResult cached = m_user.run(command + QStringList{"--cache-features"});
        QVERIFY2(cached.exitCode == 0, cached.shown());
        const json again = cached.json();
        for (std::size_t i = 0; i < 5; ++i) {
            const json &one = again["protocols"][i]["metrics"], &other = document["protocols"][i]["metrics"];
            for (const auto& [name, value] : other.items())
                QVERIFY2(std::abs(double(one[name]) - double(value)) < 1e-5, name.c_str());
        }
    }

    void whatADataSetDoesNotAllowIsSkippedOrSaid()
    {
        writeText("data/flat.csv", "path,caption,split\n4.wav,a tone,test\n5.wav,a noise,test\n");
        const ProlapResult all = m_user.run({"eval", "all", "--manifest", m_user.path("data/flat.csv"), "--json"});
        QVERIFY2(all.exitCode == 0 && all.err.contains("Left out traversal"), all.shown());
        QCOMPARE(all.json()["skipped"].size(), std::size_t(2)); // no labels, no levels
        QCOMPARE(std::string(all.json()["skipped"][0]["protocol"]), std::string("zeroshot"));
        const ProlapResult one = m_user.run({"eval", "traversal", "--manifest", m_user.path("data/flat.csv")});
        QVERIFY2(one.exitCode == 2 && one.err.contains("caption1"), one.shown());
        const ProlapResult report = m_user.run({"eval", "retrieval", "--manifest", m_user.path("data/flat.csv"),
                                                "--report", m_user.path("data/flat.csv/inside")});
        QVERIFY2(report.exitCode == 2 && report.err.contains("report.html"), report.shown());
    }

    void aBadRowIsListed()
    {
        writeText("data/holes.csv", "path,caption,split\n4.wav,a tone,test\nnone.wav,a hole,test\n5.wav,noise,test\n");
        const ProlapResult result =
            m_user.run({"eval", "retrieval", "--manifest", m_user.path("data/holes.csv"), "--json"});
        QVERIFY2(result.exitCode == 3 && result.err.contains("none.wav"), result.shown());
        QCOMPARE(result.json()["failures"].size(), std::size_t(1));
        QCOMPARE(int(result.json()["failures"][0]["line"]), 3);
        QCOMPARE(m_user.run({"eval", "retrieval", "--manifest", m_user.path("data/holes.csv"), "--strict"}).exitCode,
                 2);
    }

    void unusableManifestsAreExitCode2()
    {
        const ProlapResult missing = m_user.run({"eval", "retrieval", "--manifest", m_user.path("none.csv")});
        QVERIFY2(missing.exitCode == 2 && missing.err.contains("none.csv"), missing.shown());
        writeText("data/columns.csv", "file,words\na.wav,rain\n");
        const ProlapResult columns = m_user.run({"eval", "zeroshot", "--manifest", m_user.path("data/columns.csv")});
        QVERIFY2(columns.exitCode == 2 && columns.err.contains("columns.csv"), columns.shown());
        const ProlapResult split =
            m_user.run({"eval", "retrieval", "--manifest", m_user.path("data/manifest.csv"), "--split", "holdout"});
        QVERIFY2(split.exitCode == 2 && split.err.contains("holdout"), split.shown());
    }

private:
    void writeText(const QString& name, const QByteArray& text)
    {
        QFile file(m_user.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    ProlapUser m_user;
};

PROLAP_TEST(TstEval)
#include "tst_eval.moc"
