#include "core/library/export/clip_export.h"
#include "core/library/export/name_template.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <set>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

namespace {

std::set<std::string> filesIn(const Path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().native());
    return names;
}

} // namespace

/// Clips taken out of the library: files, archives and lists.
class TstClipExport : public QObject {
    Q_OBJECT

    std::unique_ptr<LibraryFixture> m_library;
    std::vector<ClipId> m_clips;

    Path out(const std::string& name) const { return m_library->base / name; }
    ExportReport run(ExportKind kind, const Path& target, Existing existing = Existing::Number,
                     std::stop_token stop = {})
    {
        return exportClips(m_library->catalogue, {kind, m_clips, target, existing}, {}, stop);
    }

private Q_SLOTS:
    void init()
    {
        m_library = std::make_unique<LibraryFixture>();
        writeWav(m_library->sounds / "a" / "kick.wav", tone(0, 1, 1));
        writeWav(m_library->sounds / "b" / "kick.wav", tone(3, 1, 2));
        writeWav(m_library->sounds / "c, \"d\".wav", tone(5, 1, 3));
        QCOMPARE(m_library->index().indexed, 3);
        m_clips = LibraryView(m_library->catalogue, {}).clips({});
        QCOMPARE(m_clips.size(), std::size_t{3});
    }
    void cleanup() { m_library.reset(); }

    void filesAreCopiedAndNoneLostToItsName()
    {
        std::vector<Progress> heard;
        const ExportReport report =
            exportClips(m_library->catalogue, {ExportKind::Folder, m_clips, out("to"), Existing::Number},
                        [&](const Progress& p) { heard.push_back(p); }, {});
        QCOMPARE(report.written, 3);
        QVERIFY(report.outcome == Outcome::Done && report.failures.empty());
        QCOMPARE(filesIn(out("to")), (std::set<std::string>{"kick.wav", "kick (2).wav", "c, \"d\".wav"}));
        QVERIFY(readBytes(out("to") / "kick.wav") != readBytes(out("to") / "kick (2).wav"));
        QCOMPARE(readBytes(out("to") / "c, \"d\".wav"), readBytes(m_library->sounds / "c, \"d\".wav"));
        QVERIFY(std::filesystem::last_write_time(out("to") / "c, \"d\".wav") ==
                std::filesystem::last_write_time(m_library->sounds / "c, \"d\".wav"));
        QVERIFY(!heard.empty() && heard.back().done == 3 && heard.back().total == 3);
    }

    void whatIsThereIsKeptReplacedOrNumbered()
    {
        run(ExportKind::Folder, out("to"));
        writeBytes(out("to") / "kick.wav", "mine");
        const ExportReport kept = run(ExportKind::Folder, out("to"), Existing::Keep);
        QCOMPARE(kept.kept, 3);
        QCOMPARE(kept.written, 0);
        QCOMPARE(readBytes(out("to") / "kick.wav"), std::string("mine"));
        run(ExportKind::Folder, out("to"), Existing::Number);
        QCOMPARE(readBytes(out("to") / "kick.wav"), std::string("mine"));
        QCOMPARE(filesIn(out("to")).size(), std::size_t{6});
        run(ExportKind::Folder, out("to"), Existing::Replace);
        QVERIFY(readBytes(out("to") / "kick.wav") != "mine");
        QCOMPARE(filesIn(out("to")).size(), std::size_t{6});
        // Never a file onto itself.
        const std::string before = readBytes(m_library->sounds / "a" / "kick.wav");
        const ExportReport itself = run(ExportKind::Folder, m_library->sounds / "a", Existing::Replace);
        QVERIFY(itself.kept >= 1);
        QCOMPARE(readBytes(m_library->sounds / "a" / "kick.wav"), before);
    }

    void aFileThatIsGoneStopsNothing()
    {
        std::filesystem::remove(m_library->sounds / "b" / "kick.wav");
        const ExportReport report = run(ExportKind::Folder, out("to"));
        QCOMPARE(report.written, 2);
        QCOMPARE(report.failures.size(), std::size_t{1});
        QVERIFY(QString::fromStdString(report.failures[0].reason).contains("kick.wav"));
        for (const std::string& name : filesIn(out("to")))
            QVERIFY(!name.ends_with(".part"));
    }

    void anArchiveHoldsThemAll()
    {
        const ExportReport report = run(ExportKind::Zip, out("all.zip"));
        QCOMPARE(report.written, 3);
        QProcess python; // another program's opinion
        python.start("python3",
                     {"-c",
                      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
                      "print('|'.join(sorted(z.namelist()))); open(sys.argv[2], 'wb').write(z.read('kick.wav'))",
                      QString::fromStdString(out("all.zip")), QString::fromStdString(out("kick"))});
        QVERIFY(python.waitForFinished(30000));
        QCOMPARE(QString(python.readAllStandardOutput()).trimmed(), QString("c, \"d\".wav|kick (2).wav|kick.wav"));
        const std::string bytes = readBytes(out("kick"));
        QVERIFY(bytes == readBytes(m_library->sounds / "a" / "kick.wav") ||
                bytes == readBytes(m_library->sounds / "b" / "kick.wav"));
        const ExportReport again = run(ExportKind::Zip, out("all.zip"));
        QCOMPARE(again.target, out("all (2).zip"));
        QCOMPARE(run(ExportKind::Zip, out("all.zip"), Existing::Keep).kept, 1);
    }

    void listsAreReadByOthers()
    {
        run(ExportKind::Json, out("l.json"));
        const QJsonArray array = QJsonDocument::fromJson(QByteArray::fromStdString(readBytes(out("l.json")))).array();
        QCOMPARE(array.size(), 3);
        QStringList names;
        for (const auto& entry : array)
            names << entry.toObject()["name"].toString();
        QVERIFY(names.contains("c, \"d\".wav"));
        QCOMPARE(array[0].toObject()["sample_rate"].toInt(), 16000);

        run(ExportKind::Csv, out("l.csv"));
        QProcess python;
        python.start("python3", {"-c",
                                 "import csv, sys; rows = list(csv.DictReader(open(sys.argv[1], newline=''))); "
                                 "print('|'.join(sorted(r['name'] for r in rows)), rows[0]['seconds'])",
                                 QString::fromStdString(out("l.csv"))});
        QVERIFY(python.waitForFinished(30000));
        QCOMPARE(QString(python.readAllStandardOutput()).trimmed(), QString("c, \"d\".wav|kick.wav|kick.wav 1"));

        run(ExportKind::M3u, out("l.m3u8"));
        const QStringList lines = QString::fromStdString(readBytes(out("l.m3u8"))).trimmed().split('\n');
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[0], QString("#EXTM3U"));
        QVERIFY(lines[1].startsWith("#EXTINF:1,"));
        QVERIFY(std::filesystem::exists(lines[2].toStdString()));
    }

    void stoppingLeavesNoHalfFile()
    {
        std::stop_source stop;
        stop.request_stop();
        for (const ExportKind kind : {ExportKind::Folder, ExportKind::Zip, ExportKind::Csv}) {
            const Path target = out("stopped" + std::to_string(static_cast<int>(kind)));
            const ExportReport report = run(kind, target, Existing::Number, stop.get_token());
            QVERIFY(report.outcome == Outcome::Cancelled && report.written == 0);
            QVERIFY(!std::filesystem::exists(target) || filesIn(target).empty());
            QVERIFY(!std::filesystem::exists(Path(target) += ".part"));
        }
    }

    void aTargetThatCannotBeWrittenIsASentence()
    {
        writeBytes(out("file"), "x");
        for (const ExportKind kind : {ExportKind::Folder, ExportKind::Zip, ExportKind::Json})
            try {
                run(kind, out("file") / "below");
                QFAIL("nothing was thrown");
            } catch (const Error& error) {
                QVERIFY2(QString(error.what()).contains("below"), error.what());
            }
    }

    void namesFollowTheTemplate()
    {
        const NameFacts facts{"/sounds/rain/roof.heavy.wav", 1.5, 3.25};
        QCOMPARE(nameFrom(kRegionTemplate, facts), std::string("roof.heavy 1.500-3.250"));
        QCOMPARE(nameFrom("{folder}_{name}_{length}", facts), std::string("rain_roof.heavy_1.750"));
        QCOMPARE(nameFrom("a/b:c*?{name}", facts), std::string("a_b_c__roof.heavy"));
        QCOMPARE(nameFrom("../{name}. ", facts), std::string("_roof.heavy"));
        QCOMPARE(nameFrom("{date}", facts).size(), std::size_t{10});
        QVERIFY(nameFrom(std::string(500, 'x'), facts).size() <= 200);
        for (const auto& [wrong, said] : {std::pair("{nme}", "{nme} at character 1"),
                                          std::pair("ab{name", "character 3"), std::pair(" .", "empty name")})
            try {
                nameFrom(wrong, facts);
                QFAIL(wrong);
            } catch (const Error& error) {
                QVERIFY2(QString(error.what()).contains(QString(said).replace("{nme}", "{nme}")), error.what());
            }
    }
};

PROLAP_TEST(TstClipExport)
#include "tst_clip_export.moc"
