#include <QTemporaryDir>
#include <QTest>

#include "core/error.h"
#include "core/text/tokenizer.h"
#include "core/train/data/manifest.h"
#include "core/train/runs/run_data.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;
using Weight = DataCheck::Weight;

namespace {

Manifest manifestOf(const std::vector<std::pair<std::string, std::string>>& captionsAndLabels)
{
    Manifest manifest;
    manifest.hasLabels = manifest.hasSplit = true;
    for (const auto& [caption, label] : captionsAndLabels) {
        ManifestRow row;
        row.path = row.file = "/sounds/" + std::to_string(manifest.rows.size()) + ".wav";
        row.captions = {caption};
        row.label = label;
        row.split = "train";
        manifest.rows.push_back(row);
    }
    return manifest;
}

FileFacts secondsEach(const Manifest& manifest, double seconds)
{
    FileFacts files;
    files.seconds.assign(manifest.rows.size(), seconds);
    files.contents.assign(manifest.rows.size(), "");
    return files;
}

DataCheck check(const std::vector<DataCheck>& checks, const std::string& id)
{
    for (const DataCheck& each : checks) {
        if (each.id == id)
            return each;
    }
    return {};
}

} // namespace

class TstDataChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::writeFile(folder() / "vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\ndoor\nslams\nrain\n");
        m_tokenizer = text::loadTokenizer(text::TokenizerKind::WordPiece, folder(), 1 << 20);
    }

    void goodDataHaveNothingToSay()
    {
        std::vector<std::pair<std::string, std::string>> clips;
        for (int i = 0; i < 30; ++i)
            clips.emplace_back(i % 2 ? "a door slams" : "rain", i % 2 ? "door" : "rain");
        const Manifest manifest = manifestOf(clips);
        for (const DataCheck& each : checkData(manifest, secondsEach(manifest, 2), m_tokenizer.get(), 64)) {
            QVERIFY2(each.weight == Weight::Fine, each.sentence.c_str());
            QVERIFY(!each.sentence.empty());
            QVERIFY(DataCheck::fromJson(each.toJson()).sentence == each.sentence);
        }
        const DataFacts facts = factsOf(manifest, secondsEach(manifest, 1800));
        QCOMPARE(facts.hours, 15.);
        QCOMPARE(facts.captions.at(0), std::size_t(30));
        QCOMPARE(facts.distinct.at(0), std::size_t(2));
        QCOMPARE(facts.labels.size(), std::size_t(2));
        QCOMPARE(DataFacts::fromJson(facts.toJson()).labels.at(1).second, std::size_t(15));
    }

    void oneClipAndOneNameAreRefused()
    {
        const Manifest one = manifestOf({{"rain", "rain"}});
        const auto ofOne = checkData(one, secondsEach(one, 2), nullptr, 0);
        QVERIFY(check(ofOne, "clips").weight == Weight::Refusal);
        QVERIFY_THROWS_EXCEPTION(Error, requireUsable(ofOne));

        const Manifest same = manifestOf({{"rain", "rain"}, {"rain", "rain"}, {"rain", "rain"}});
        const auto ofSame = checkData(same, secondsEach(same, 2), nullptr, 0);
        QVERIFY(check(ofSame, "captions").weight == Weight::Refusal);
        // Sentences that differ can be learned from, though all are of one kind.
        const Manifest told = manifestOf({{"soft rain", "rain"}, {"hard rain", "rain"}});
        const auto ofTold = checkData(told, secondsEach(told, 2), nullptr, 0);
        QVERIFY(check(ofTold, "captions").weight == Weight::Fine);
        QVERIFY(check(ofTold, "balance").weight == Weight::Warning);
        requireUsable(ofTold);
    }

    void lopsidedKindsAreWarnedOf()
    {
        std::vector<std::pair<std::string, std::string>> clips(30000, {"rain", "rain"});
        clips.insert(clips.end(), 3, {"a door slams", "door"});
        const Manifest manifest = manifestOf(clips);
        const DataCheck balance = check(checkData(manifest, secondsEach(manifest, 1), nullptr, 0), "balance");
        QVERIFY(balance.weight == Weight::Warning);
        QCOMPARE(balance.value, 10000.);
        QVERIFY2(balance.advice.find("rain") != std::string::npos, balance.advice.c_str());
    }

    void wordsThatTheModelDoesNotKnowAreCounted()
    {
        const Manifest manifest = manifestOf({{"ドアが閉まる", "door"}, {"雨の音", "rain"}, {"rain", "rain"}});
        const auto checks = checkData(manifest, secondsEach(manifest, 1), m_tokenizer.get(), 64);
        const DataCheck foreign = check(checks, "foreign");
        QVERIFY(foreign.weight == Weight::Warning);
        QVERIFY2(foreign.value > .5, foreign.sentence.c_str());
        QCOMPARE(foreign.examples.size(), std::size_t(2));
        const Manifest accents = manifestOf({{"a door slams – “again”", "door"}, {"rain", "rain"}});
        QVERIFY(check(checkData(accents, secondsEach(accents, 1), nullptr, 0), "foreign").id.empty());
    }

    void longCaptionsShortClipsAndCopiesAreFound()
    {
        std::string words;
        for (int i = 0; i < 40; ++i)
            words += "rain ";
        const Manifest manifest = manifestOf({{words, "rain"}, {"a door slams", "door"}, {"rain", "rain"}});
        FileFacts files = secondsEach(manifest, 1);
        files.seconds[1] = .02;
        files.contents = {"same", "", "same"};
        const auto checks = checkData(manifest, files, m_tokenizer.get(), 16);
        QCOMPARE(check(checks, "long_captions").value, 1.);
        QCOMPARE(check(checks, "short").value, 1.);
        QVERIFY(check(checks, "short").examples.at(0) == "/sounds/1.wav");
        QVERIFY(check(checks, "duplicates").weight == Weight::Notice);
        Manifest torn = manifest;
        torn.rows[2].split = "test";
        QVERIFY(check(checkData(torn, files, nullptr, 0), "duplicates").weight == Weight::Warning);
    }

    void tagsBecomeCaptionsByTemplate()
    {
        QVERIFY((filled("the sound of {tag}", {"rain", "roof"}) ==
                 std::vector<std::string>{"the sound of rain", "the sound of roof"}));
        QVERIFY((filled("{tags}", {"rain", "roof", "wind"}) == std::vector<std::string>{"rain, roof and wind"}));
        QVERIFY_THROWS_EXCEPTION(Error, (CaptionTemplates{{"a sound"}}.check()));
        QVERIFY_THROWS_EXCEPTION(Error, (CaptionTemplates{{}}.check()));

        Manifest manifest;
        manifest.levels = 2; // tags, and what people wrote
        for (const std::vector<std::string>& tags : {std::vector<std::string>{"rain", "roof"}, {"rain"}, {}}) {
            ManifestRow row;
            row.captions = {"", "water drums on tin"};
            row.tags = tags;
            for (const std::string& tag : tags)
                addCaption(row, 0, tag);
            manifest.rows.push_back(row);
        }
        applyTemplates(manifest, {{"{tag}", "the sound of {tag}"}});
        QCOMPARE(manifest.levels, 3);
        QVERIFY(
            (captionsAt(manifest.rows[0], 1) == std::vector<std::string>{"the sound of rain", "the sound of roof"}));
        QVERIFY(captionsAt(manifest.rows[0], 2).at(0) == "water drums on tin");
        QVERIFY(captionsAt(manifest.rows[2], 0).empty());
        QVERIFY(deriveLabels(manifest));
        QCOMPARE(manifest.rows[0].label, std::string("roof")); // the one that tells it from the others
        QCOMPARE(manifest.rows[1].label, std::string("rain"));

        // What was prepared is read back as it is, alternatives too.
        manifest.rows.pop_back();
        for (std::size_t i = 0; i < manifest.rows.size(); ++i) {
            manifest.rows[i].file = folder() / ("clip, \"" + std::to_string(i) + "\".wav");
            test::writeFile(manifest.rows[i].file, "x");
            manifest.rows[i].split = i ? "val" : "train";
        }
        writeDataFile(folder() / "data.csv", manifest);
        const Manifest read = readManifest(folder() / "data.csv", true);
        QCOMPARE(read.rows.size(), std::size_t(2));
        QCOMPARE(read.levels, 3);
        for (std::size_t i = 0; i < read.rows.size(); ++i) {
            QVERIFY(read.rows[i].file == manifest.rows[i].file);
            QVERIFY(read.rows[i].label == manifest.rows[i].label && read.rows[i].split == manifest.rows[i].split);
            for (std::size_t level = 0; level < 3; ++level)
                QVERIFY(captionsAt(read.rows[i], level) == captionsAt(manifest.rows[i], level));
        }
    }

private:
    Path folder() const { return m_dir.path().toStdString(); }

    QTemporaryDir m_dir;
    std::unique_ptr<text::Tokenizer> m_tokenizer;
};

PROLAP_TEST(TstDataChecks)
#include "tst_data_checks.moc"
