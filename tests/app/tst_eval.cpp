#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

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
