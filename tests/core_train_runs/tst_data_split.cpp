#include <map>
#include <random>
#include <set>

#include <QTest>

#include "core/train/runs/data_split.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

ManifestRow row(const std::string& file, const std::string& label, const std::string& source = {})
{
    ManifestRow made;
    made.path = made.file = Path("/sounds") / file;
    made.label = label;
    made.source = source;
    return made;
}

/// Splits by file.
std::map<std::string, std::string> splitsOf(const std::vector<ManifestRow>& rows)
{
    std::map<std::string, std::string> splits;
    for (const ManifestRow& each : rows)
        splits[each.file.native()] = each.split;
    return splits;
}

/// Recordings with takes, of some labels.
std::vector<ManifestRow> recordings(int labels, int recordingsEach, int takes)
{
    std::vector<ManifestRow> rows;
    for (int label = 0; label < labels; ++label) {
        for (int recording = 0; recording < recordingsEach; ++recording) {
            for (int take = 1; take <= takes; ++take) {
                const std::string letter(1, static_cast<char>('a' + recording));
                rows.push_back(row("kind" + std::to_string(label) + "_" + letter + "_0" + std::to_string(take) + ".wav",
                                   "kind" + std::to_string(label)));
            }
        }
    }
    return rows;
}

} // namespace

class TstDataSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAreKnownByTheirNames_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("number") << "Rain-03.wav"
                                << "rain";
        QTest::newRow("take") << "rain_take2.flac"
                              << "rain";
        QTest::newRow("copy") << "rain (1).wav"
                              << "rain";
        QTest::newRow("copy of a copy") << "rain copy 2.wav"
                                        << "rain";
        QTest::newRow("a word") << "mistake.wav"
                                << "mistake";
        QTest::newRow("only a number") << "0017.wav"
                                       << "0017";
        QTest::newRow("in the middle") << "2001_odyssey.wav"
                                       << "2001_odyssey";
    }

    void takesAreKnownByTheirNames()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(nameWithoutTake(file.toStdString())), name);
    }

    void aGroupIsNeverTorn()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            std::vector<ManifestRow> rows = recordings(5, 8, 3);
            rows.push_back(row("kind0_a_01.flac", "kind0")); // the same stem in another format
            const SplitReport report = splitByGroup(rows, {SplitBy::Auto, seed, .15, .15});
            QVERIFY(report.by == SplitBy::Takes);
            std::map<std::string, std::set<std::string>> splits;
            std::map<std::string, std::set<std::string>> ofLabel;
            for (const ManifestRow& each : rows) {
                splits[nameWithoutTake(each.file)].insert(each.split);
                ofLabel[each.label].insert(each.split);
            }
            for (const auto& [name, sides] : splits)
                QVERIFY2(sides.size() == 1, name.c_str());
            for (const auto& [label, sides] : ofLabel)
                QCOMPARE(sides.size(), std::size_t(3)); // each label is learned, validated and judged
            QCOMPARE(report.train + report.validation + report.test, rows.size());
            QVERIFY(report.test >= rows.size() / 10 && report.test <= rows.size() / 4);
            QVERIFY(report.train >= rows.size() / 2);
        }
    }

    void sourcesStayTogetherWhereThereAreEnough()
    {
        std::vector<ManifestRow> rows;
        for (int source = 0; source < 12; ++source) {
            for (int clip = 0; clip < 6; ++clip)
                rows.push_back(row("s" + std::to_string(source) + "_" + std::string(1, char('a' + clip)) + ".wav",
                                   clip % 2 ? "odd" : "even", "source" + std::to_string(source)));
        }
        const SplitReport report = splitByGroup(rows, {});
        QVERIFY(report.by == SplitBy::Source);
        std::map<std::string, std::set<std::string>> splits;
        for (const ManifestRow& each : rows)
            splits[each.source].insert(each.split);
        for (const auto& [name, sides] : splits)
            QVERIFY2(sides.size() == 1, name.c_str());
        QVERIFY(report.test > 0 && report.validation > 0);

        // One source holds nearly everything: it cannot stay whole, and that is said.
        for (ManifestRow& each : rows)
            each.source = each.source == "source0" ? "small" : "large";
        const SplitReport other = splitByGroup(rows, {});
        QVERIFY(other.by != SplitBy::Source);
        QVERIFY(!other.note.empty() && other.test > 0);
    }

    void theSameBytesAreOneGroup()
    {
        std::vector<ManifestRow> rows;
        std::vector<std::string> contents;
        for (int i = 0; i < 40; ++i) {
            rows.push_back(row("name" + std::string(1, char('a' + i % 26)) + (i < 26 ? "" : "x") + ".wav", "one"));
            contents.push_back(i % 2 ? "same" + std::to_string(i / 4) : "");
        }
        splitByGroup(rows, {SplitBy::Name, 3, .2, .2}, contents);
        std::map<std::string, std::set<std::string>> splits;
        for (int i = 1; i < 40; i += 2)
            splits[contents[std::size_t(i)]].insert(rows[std::size_t(i)].split);
        for (const auto& [hash, sides] : splits)
            QCOMPARE(sides.size(), std::size_t(1));
    }

    void theSeedDecidesAndTheOrderDoesNot()
    {
        std::vector<ManifestRow> rows = recordings(4, 10, 1), other = rows, shuffled = rows;
        std::mt19937 random(7);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        splitByGroup(rows, {SplitBy::Takes, 1, .15, .15});
        splitByGroup(shuffled, {SplitBy::Takes, 1, .15, .15});
        splitByGroup(other, {SplitBy::Takes, 2, .15, .15});
        QVERIFY(splitsOf(rows) == splitsOf(shuffled));
        QVERIFY(splitsOf(rows) != splitsOf(other));
    }

    void fewClipsAreForLearning()
    {
        for (const int clips : {1, 2, 5, 8, 11}) {
            std::vector<ManifestRow> rows;
            for (int i = 0; i < clips; ++i)
                rows.push_back(row(std::string(1, char('a' + i)) + ".wav", i % 2 ? "odd" : "even"));
            const SplitReport report = splitByGroup(rows, {});
            QVERIFY(report.train >= std::size_t((clips + 1) / 2));
            QCOMPARE(report.test, std::size_t(0));
            QVERIFY(!report.note.empty());
        }
    }

    void aLopsidedSetKeepsItsRareLabelForLearning()
    {
        std::vector<ManifestRow> rows;
        for (int i = 0; i < 3000; ++i)
            rows.push_back(row("common" + std::to_string(i) + "x.wav", "common"));
        for (int i = 0; i < 3; ++i)
            rows.push_back(row("rare" + std::string(1, char('a' + i)) + ".wav", "rare"));
        splitByGroup(rows, {});
        QVERIFY(std::any_of(rows.begin(), rows.end(),
                            [](const auto& each) { return each.label == "rare" && each.split == "train"; }));
    }
};

PROLAP_TEST(TstDataSplit)
#include "tst_data_split.moc"
