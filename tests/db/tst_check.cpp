#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <algorithm>

#include <QTest>

#include "db/check.h"
#include "db/connection.h"
#include "db/label_table.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

namespace {

bool has(const CheckReport& report, Finding::Kind kind, std::int64_t rows)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const Finding& f) { return f.kind == kind && f.rows == rows && !f.sentence.empty(); });
}

} // namespace

class TstCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInAGoodOne()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        QVERIFY(check(catalogue).findings.empty());
        const RootId root = RootTable(catalogue).add("/sounds");
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        const ClipId clip = addListened(catalogue, root, "a.wav", set.id, 2);
        LabelTable(catalogue).addTag(clip, "rain");
        ClipTable(catalogue).listFailed({root, "bad.wav", 1, 1}, "empty");
        std::vector<std::int64_t> done;
        const CheckReport report = check(catalogue, {}, [&](const Progress& p) { done.push_back(p.done); });
        QVERIFY(report.outcome == Outcome::Done);
        QVERIFY2(report.findings.empty(), report.findings.empty() ? "" : report.findings[0].sentence.c_str());
        QVERIFY(done.size() > 5 && std::is_sorted(done.begin(), done.end()));
    }

    void findsEachFault_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const char* sql, Finding::Kind kind) {
            QTest::newRow(name) << QString(sql) << static_cast<int>(kind);
        };
        using Kind = Finding::Kind;
        row("window without clip", "UPDATE clip_window SET clip_id = 99 WHERE id = 1", Kind::OrphanVector);
        row("foreign key", "UPDATE caption SET clip_id = 99", Kind::ForeignKey);
        row("vector without set", "UPDATE clip_vector SET set_id = 99 WHERE clip_id = 1", Kind::OrphanVector);
        row("short mean", "UPDATE clip_window SET mean = x'0011' WHERE id = 1", Kind::VectorSize);
        row("no log-variance", "UPDATE clip_window SET log_var = NULL WHERE id = 1", Kind::VectorSize);
        row("long clip vector", "UPDATE clip_vector SET mean = zeroblob(400) WHERE clip_id = 1", Kind::VectorSize);
        row("time", "UPDATE clip_window SET start = end + 1 WHERE id = 1", Kind::WindowTime);
        row("gap", "DELETE FROM clip_window WHERE id = 1", Kind::WindowTime);
        row("no vectors", "DELETE FROM clip_vector WHERE clip_id = 1; DELETE FROM clip_window WHERE clip_id = 1",
            Kind::NotEmbedded);
        row("no words", "DELETE FROM clip_words WHERE rowid = 1", Kind::WordIndex);
        row("words of nothing", "INSERT INTO clip_words (rowid, name) VALUES (99, 'ghost')", Kind::WordIndex);
        row("other words", "UPDATE clip_words SET name = 'other' WHERE rowid = 1", Kind::WordIndex);
        row("index apart from texts", "DELETE FROM clip_words_content WHERE id = 1", Kind::WordIndex);
        row("waveform", "UPDATE waveform SET columns = x'02' WHERE clip_id = 1", Kind::Waveform);
    }

    void findsEachFault()
    {
        QFETCH(QString, sql);
        QFETCH(int, kind);
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        const ClipId clip = addListened(catalogue, root, "a.wav", set.id, 2);
        addListened(catalogue, root, "b.wav", set.id, 2);
        LabelTable(catalogue).setCaptions(clip, {{1, "rain", "user"}});
        QVERIFY(check(catalogue).findings.empty());
        catalogue.connection().execute("PRAGMA foreign_keys = OFF");
        catalogue.connection().execute(sql.toStdString());
        const CheckReport report = check(catalogue);
        QVERIFY2(has(report, static_cast<Finding::Kind>(kind), 1),
                 report.findings.empty() ? "nothing found" : report.findings[0].sentence.c_str());
        QVERIFY(catalogue.writable());
    }

    void canBeStopped()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        std::stop_source stop;
        int reports = 0;
        const CheckReport report = check(catalogue, stop.get_token(), [&](const Progress&) {
            if (++reports == 3)
                stop.request_stop();
        });
        QVERIFY(report.outcome == Outcome::Cancelled);
        QVERIFY(reports <= 4);
        QVERIFY(check(catalogue).outcome == Outcome::Done);
    }
};

PROLAP_TEST(TstCheck)
#include "tst_check.moc"
