#include "core/library/organise/csv_text.h"
#include "core/library/organise/label_file.h"
#include "core/library/organise/organiser.h"
#include "db/label_table.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <sstream>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using prolap::test::LibraryFixture;

namespace {

std::string read(const Path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Library : LibraryFixture {
    explicit Library(const std::vector<std::string>& names)
    {
        db::Catalogue opened(catalogue);
        const RootId root = db::RootTable(opened).add(sounds);
        for (const std::string& name : names)
            clips.push_back(db::ClipTable(opened).list({root, Path(name), 1, 1}));
    }

    Path csv() const { return base / "labels.csv"; }
    void write(const std::string& text) const { std::ofstream(csv(), std::ios::binary) << text; }

    std::vector<ClipId> clips;
};

const std::vector<std::string> kHostile = {
    "plain",    "a,b", "\"quoted\"", "semi;colon", "back\\slash", "two\nlines", "cr\r\nlf", "\xc3\xa4\xe2\x82\xac",
    "=SUM(A1)", "\\e", "ends in \\", "tab\there",  "'",           ";",          "\\n"};

} // namespace

class TstLabelFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvKeepsEveryText()
    {
        std::string file = "\xEF\xBB\xBF" + csvLine({"head", ""});
        for (const std::string& text : kHostile)
            file += csvLine({text, csvList({text, "", text, " x "})});
        std::istringstream stream(file);
        CsvReader reader(stream);
        QCOMPARE(*reader.row(), (std::vector<std::string>{"head", ""}));
        for (const std::string& text : kHostile) {
            const auto row = reader.row();
            QVERIFY(row);
            QCOMPARE(row->at(0), text);
            QCOMPARE(fromCsvList(row->at(1)), (std::vector<std::string>{text, "", text, " x "}));
        }
        QVERIFY(!reader.row());
        QVERIFY(fromCsvList("").empty());
        QCOMPARE(fromCsvList("a;b ;  c"), (std::vector<std::string>{"a", "b ", "c"}));
    }

    void brokenCsvNamesTheLine()
    {
        for (const auto& [text, line] : {std::pair("a,b\n\"open\n\n", "line 2"), std::pair("a\n\"x\"y\n", "Line 2")}) {
            std::istringstream stream(text);
            CsvReader reader(stream);
            try {
                while (reader.row()) {
                }
                QFAIL("was read");
            } catch (const Error& error) {
                QVERIFY(error.kind() == ErrorKind::Corrupt);
                QVERIFY2(std::string(error.what()).find(line) != std::string::npos, error.what());
            }
        }
    }

    /// Everything that can be said, of files with every name, comes back into an empty library.
    void roundTripLosesNothing()
    {
        const std::vector<std::string> names = {"a.wav", "b,\"c\"\n.wav", "\xff\xfe.wav", "d/e%20.wav", "\xc3\xa4.wav"};
        Library from(names);
        Organiser organiser(from.catalogue);
        organiser.addTags(std::span(from.clips).first(3), kHostile);
        for (std::size_t i = 0; i < from.clips.size(); ++i) {
            const auto one = std::span(from.clips).subspan(i, 1);
            organiser.setRating(one, static_cast<int>(i));
            organiser.setFavourite(one, i % 2 == 0);
            organiser.setColour(one, static_cast<ColourLabel>(i));
            organiser.setNote(one, kHostile[i + 2]);
            organiser.setCaptions(one, {{kHostile, {{"two"}}, {{"", "x"}}, std::nullopt}});
        }
        {
            db::Catalogue opened(from.catalogue);
            db::LabelTable(opened).setCaptions(from.clips[4], {{1, "said", "data;set"}, {4, "wide", "import"}});
        }
        organiser.createCollection("Z; first", std::vector{from.clips[3], from.clips[0], from.clips[2]});
        organiser.createCollection("a \"b\"", std::vector{from.clips[2]});
        QCOMPARE(exportLabels(from.catalogue, from.csv(), {}).clips, std::int64_t(names.size()));

        // The same files under another catalogue.
        const Path second = from.base / "second.db";
        {
            db::Catalogue opened(second);
            const RootId root = db::RootTable(opened).add(from.sounds);
            for (auto name = names.rbegin(); name != names.rend(); ++name)
                db::ClipTable(opened).list({root, Path(*name), 1, 1});
        }
        const LabelImportReport report = importLabels(second, from.csv());
        QVERIFY(report.problems.empty());
        QVERIFY(report.unknown.empty());
        QCOMPARE(report.rows, std::int64_t(names.size()));
        const Path again = from.base / "again.csv";
        exportLabels(second, again, {});
        const auto rowsOf = [](const std::string& text) {
            std::istringstream stream(text);
            CsvReader reader(stream);
            std::vector<std::vector<std::string>> rows;
            while (auto row = reader.row())
                rows.push_back(std::move(*row));
            std::sort(rows.begin(), rows.end());
            return rows;
        };
        QVERIFY(rowsOf(read(from.csv())) == rowsOf(read(again)));
        Organiser other(second);
        QCOMPARE(other.collections().size(), std::size_t(2));
        // And the import is taken back as a whole.
        other.undo(report.edit);
        QVERIFY(other.collections().empty());
        QVERIFY(other.tags().empty());
    }

    void importReplacesOrMerges()
    {
        Library library({"a.wav", "b.wav"});
        Organiser organiser(library.catalogue);
        organiser.addTags(library.clips, {"old"});
        organiser.setRating(library.clips, 2);
        organiser.setNote(library.clips, "note");
        const std::string a = (library.sounds / "a.wav").string();
        library.write("Tags,PATH,rating\nnew; rain," + a + ",\n");
        LabelImportOptions merge;
        merge.merge = true;
        importLabels(library.catalogue, library.csv(), merge);
        QCOMPARE(organiser.labels(library.clips[0])->tags, (std::vector<std::string>{"new", "old", "rain"}));
        QCOMPARE(organiser.labels(library.clips[0])->marks.rating, 2); // an empty cell changes nothing
        importLabels(library.catalogue, library.csv());
        QCOMPARE(organiser.labels(library.clips[0])->tags, (std::vector<std::string>{"new", "rain"}));
        QCOMPARE(organiser.labels(library.clips[0])->marks.rating, 0);
        QCOMPARE(organiser.labels(library.clips[0])->marks.note, std::string("note")); // a column left out
        QCOMPARE(organiser.labels(library.clips[1])->tags, std::vector<std::string>{"old"});
    }

    void badRowsAreSkippedAndNamed()
    {
        Library library({"a.wav", "b.wav"});
        const std::string a = (library.sounds / "a.wav").string(), b = (library.sounds / "b.wav").string();
        library.write("path,rating,colour\n" + a + ",9,\n/not/there.wav,1,\n" + a + ",,pink\n\n" + b + ",3,Red\n");
        const LabelImportReport report = importLabels(library.catalogue, library.csv());
        QCOMPARE(report.problems.size(), std::size_t(2));
        QVERIFY2(report.problems[0].starts_with("Line 2: rating is \"9\""), report.problems[0].c_str());
        QVERIFY2(report.problems[1].starts_with("Line 4: colour is \"pink\""), report.problems[1].c_str());
        QCOMPARE(report.unknown, std::vector<std::string>{"/not/there.wav"});
        QCOMPARE(report.changed, std::int64_t(1));
        QCOMPARE(Organiser(library.catalogue).labels(library.clips[1])->marks.rating, 3);
    }

    void filesThatCannotBeReadAreNamed()
    {
        Library library({"a.wav"});
        const auto error = [&](const Path& file) {
            try {
                importLabels(library.catalogue, file);
            } catch (const Error& thrown) {
                return thrown.kind();
            }
            return ErrorKind::Internal;
        };
        QVERIFY(error(library.base / "none.csv") == ErrorKind::NotFound);
        QVERIFY(error(library.base) == ErrorKind::BadInput);
        library.write("name,tags\nx,y\n");
        QVERIFY(error(library.csv()) == ErrorKind::BadInput);
        library.write("path,tags\n" + (library.sounds / "a.wav").string() + ",x\n\"open");
        QVERIFY(error(library.csv()) == ErrorKind::Corrupt);
        QVERIFY(Organiser(library.catalogue).tags().empty()); // all or nothing
        try {
            exportLabels(library.catalogue, library.base / "no" / "such.csv", {});
            QFAIL("was written");
        } catch (const Error& thrown) {
            QVERIFY(thrown.kind() == ErrorKind::NotFound);
        }
    }
};

PROLAP_TEST(TstLabelFile)
#include "tst_label_file.moc"
