#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

class TstLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infoTellsWhatIsThere()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QFile zero(sounds + "/zero.wav");
        QVERIFY(zero.open(QIODevice::WriteOnly));
        QCOMPARE(user.run({"index", sounds}).exitCode, 3);
        const json info = user.run({"library", "info", "--json"}).json();
        VERIFY_SHAPE(info, {{"library", Json::Text},
                            {"clips", Json::Number},
                            {"failed", Json::Number},
                            {"hours", Json::Number},
                            {"read_only", Json::TextOrNull},
                            {"roots", Json::Array},
                            {"models", Json::Array},
                            {"failures", Json::Array}});
        QCOMPARE(int(info["clips"]), 3);
        QCOMPARE(int(info["failed"]), 1);
        QVERIFY(std::abs(double(info["hours"]) * 3600 - 28) < 0.2);
        QCOMPARE(info["roots"].size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(info["roots"][0]["path"]), sounds);
        QCOMPARE(int(info["models"][0]["clips"]), 3);
        QVERIFY(std::string(info["failures"][0]["path"]).ends_with("zero.wav"));
        const ProlapResult shown = user.run({"library", "info"});
        QVERIFY2(shown.out.contains("3 clips") && shown.out.contains("zero.wav"), shown.shown());
    }

    void checkFindsDamage()
    {
        ProlapUser user;
        QCOMPARE(user.run({"index", user.makeSounds("sounds")}).exitCode, 0);
        const ProlapResult whole = user.run({"library", "check", "--json"});
        QVERIFY2(whole.exitCode == 0, whole.shown());
        VERIFY_SHAPE(whole.json(), {{"library", Json::Text}, {"ok", Json::Bool}, {"findings", Json::Array}});
        QCOMPARE(bool(whole.json()["ok"]), true);

        QFile file(user.library());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 40'000);
        for (qint64 page = 8192; page < file.size(); page += 8192) {
            file.seek(page);
            file.write(QByteArray(512, '\x5A'));
        }
        file.close();
        const ProlapResult damaged = user.run({"library", "check", "--json"});
        QVERIFY2(damaged.exitCode == 2, damaged.shown());
        if (!damaged.out.isEmpty()) {
            QCOMPARE(bool(damaged.json()["ok"]), false);
            const json report = damaged.json();
            for (const json& finding : report["findings"])
                VERIFY_SHAPE(finding, {{"kind", Json::Text}, {"sentence", Json::Text}, {"rows", Json::Number}});
        } else {
            QVERIFY2(damaged.err.startsWith("prolap: "), damaged.shown());
        }
    }

    void withoutALibrary()
    {
        for (const char* command : {"info", "check"}) {
            ProlapUser user;
            const ProlapResult result = user.run({"library", command});
            QVERIFY2(result.exitCode == 2 && result.err.contains("There is no library"), result.shown());
            QVERIFY(!QFile::exists(user.library()));
        }
    }

    void theDefaultLiesInTheDataFolder()
    {
        ProlapUser user;
        const ProlapResult index = user.runBare({"index", user.makeSounds("sounds"), "--model", ProlapUser::pack()});
        QVERIFY2(index.exitCode == 0, index.shown());
        QVERIFY(QFile::exists(user.path("data/prolap-explorer/library.db")));
    }
};

PROLAP_TEST(TstLibrary)
#include "tst_library.moc"
