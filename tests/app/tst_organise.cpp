#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace prolap::test;
using nlohmann::json;

/// Tags, export and import, relocation, duplicates and statistics, as a person calls them.
class TstOrganise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tagsAreGivenListedAndTakenAway()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QCOMPARE(user.run({"index", sounds}).exitCode, 0);
        const json whole =
            user.run({"tag", "--add", "rain", "--add", "very wet", "--rating", "4", "--json", sounds}).json();
        QCOMPARE(int(whole["clips"]), 3);
        QCOMPARE(int(whole["changed"]), 3);
        const QString one = sounds + "/tone.wav";
        QCOMPARE(user.run({"tag", "--remove", "RAIN", "--favourite", "--colour", "green", "--note", "keep",
                           "--collection", "Film", one})
                     .exitCode,
                 0);
        const json clip = user.run({"tag", one, "--json"}).json()["clips"][0];
        QCOMPARE(clip["tags"].dump(), std::string("[\"very wet\"]"));
        QCOMPARE(int(clip["rating"]), 4);
        QVERIFY(bool(clip["favourite"]));
        QCOMPARE(std::string(clip["colour"]), std::string("green"));
        QCOMPARE(clip["collections"].dump(), std::string("[\"Film\"]"));
        const json tags = user.run({"tag", "--json"}).json()["tags"];
        QCOMPARE(tags.dump(), std::string("[{\"clips\":2,\"tag\":\"rain\"},{\"clips\":3,\"tag\":\"very wet\"}]"));
        QVERIFY(user.run({"tag"}).out.contains("very wet"));

        const ProlapResult unknown = user.run({"tag", "--add", "x", user.path("nowhere.wav")});
        QVERIFY2(unknown.exitCode == 2 && unknown.err.contains("is not in the library"), unknown.shown());
        QCOMPARE(user.run({"tag", "--colour", "pink", one}).exitCode, 2);
        QCOMPARE(user.run({"tag", "--rating", "6", one}).exitCode, 1);
        QCOMPARE(user.run({"tag", "--add", "x"}).exitCode, 2);
    }

    void labelsTravelAsCsv()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QCOMPARE(user.run({"index", sounds}).exitCode, 0);
        QCOMPARE(user.run({"tag", "--add", "a; b, \"c\"", "--rating", "5", sounds}).exitCode, 0);
        const QString csv = user.path("labels.csv");
        QCOMPARE(int(user.run({"library", "export", csv, "--json"}).json()["clips"]), 3);
        QCOMPARE(user.run({"tag", "--remove", "a; b, \"c\"", "--rating", "0", sounds}).exitCode, 0);
        const json report = user.run({"library", "import", csv, "--json"}).json();
        QCOMPARE(int(report["changed"]), 3);
        QCOMPARE(user.run({"tag", "--json"}).json()["tags"].dump(),
                 std::string("[{\"clips\":3,\"tag\":\"a; b, \\\"c\\\"\"}]"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::Append));
        file.write("/not/here.wav,x\r\n");
        file.close();
        const ProlapResult partly = user.run({"library", "import", csv, "--merge"});
        QVERIFY2(partly.exitCode == 3 && partly.out.contains("not in the library: /not/here.wav"), partly.shown());
        QCOMPARE(user.run({"library", "import", user.path("none.csv")}).exitCode, 2);
    }

    void aFolderIsRelocated()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QCOMPARE(user.run({"index", sounds}).exitCode, 0);
        const QString moved = user.path("moved");
        QVERIFY(QDir().rename(sounds, moved));
        QCOMPARE(bool(user.run({"library", "relocate", sounds, moved, "--dry-run", "--json"}).json()["relocated"]),
                 false);
        const ProlapResult nothing = user.run({"library", "relocate", sounds, user.makeSounds("x") + "/.."});
        QCOMPARE(nothing.exitCode, 2);
        const json done = user.run({"library", "relocate", sounds, moved, "--json"}).json();
        QCOMPARE(int(done["found"]), 3);
        QCOMPARE(QString::fromStdString(user.run({"library", "info", "--json"}).json()["roots"][0]["path"]), moved);
        const ProlapResult index = user.run({"index"});
        QVERIFY2(index.exitCode == 0, index.shown());
        QCOMPARE(user.run({"library", "relocate", sounds, moved}).exitCode, 2); // no longer a folder of it
    }

    void duplicatesAndStatistics()
    {
        ProlapUser user;
        const QString sounds = user.makeSounds("sounds");
        QVERIFY(QFile::copy(sounds + "/tone.wav", sounds + "/copy.wav"));
        QCOMPARE(user.run({"index", sounds}).exitCode, 0);
        const json duplicates = user.run({"library", "duplicates", "--identical", "--json"}).json();
        QCOMPARE(duplicates["groups"].size(), std::size_t(1));
        QCOMPARE(duplicates["groups"][0]["clips"].size(), std::size_t(2));
        QCOMPARE(int(duplicates["spare_clips"]), 1);
        QVERIFY(user.run({"library", "duplicates"}).out.contains("copy.wav"));
        QVERIFY(QFile::exists(sounds + "/copy.wav"));

        const json stats = user.run({"library", "stats", "--json"}).json();
        QCOMPARE(int(stats["clips"]), 4);
        QCOMPARE(int(stats["listened"]), 4);
        QCOMPARE(stats["formats"][0]["name"].dump(), std::string("\"wav\""));
        QVERIFY(user.run({"library", "stats"}).out.startsWith("4 clips"));
    }
};

PROLAP_TEST(TstOrganise)
#include "tst_organise.moc"
