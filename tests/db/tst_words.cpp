#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "db/label_table.h"
#include "db/word_index.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstWords : public QObject {
    Q_OBJECT

private:
    static std::vector<ClipId> found(Catalogue& catalogue, std::string_view query)
    {
        std::vector<ClipId> ids;
        for (const WordHit& hit : WordIndex(catalogue).search(query, 100))
            ids.push_back(hit.clip);
        return ids;
    }

private Q_SLOTS:
    void cutsNamesIntoParts()
    {
        QCOMPARE(withWordParts("DoorSlam_03"), std::string("DoorSlam_03 Door Slam 03"));
        QCOMPARE(withWordParts("UIClick2b"), std::string("UIClick2b UI Click 2 b"));
        QCOMPARE(withWordParts("plain words-here"), std::string("plain words-here"));
        QCOMPARE(withWordParts("GlöckchenLaut"), std::string("GlöckchenLaut Glöckchen Laut"));
        QCOMPARE(withWordParts(""), std::string());
    }

    void findsNamesByTheirParts()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        const ClipId door = clips.list({root, "SFX/DoorSlam_03.wav", 1, 1});
        const ClipId bell = clips.list({root, "Bells/Glöckchen.wav", 1, 1});
        const ClipId dogs = clips.list({root, "Animals/dogs barking.wav", 1, 1});
        QCOMPARE(found(catalogue, "door slam"), std::vector{door});
        QCOMPARE(found(catalogue, "doorslam"), std::vector{door});
        QCOMPARE(found(catalogue, "SFX"), std::vector{door});
        QCOMPARE(found(catalogue, "glockchen"), std::vector{bell});
        QCOMPARE(found(catalogue, "a dog barks in the yard"), std::vector{dogs});
        QVERIFY(found(catalogue, "wav").empty());
        QVERIFY(found(catalogue, "violin").empty());
    }

    void saysWhichWordsAndRanks()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        const ClipId both = clips.list({root, "rain_thunder.wav", 1, 1});
        const ClipId one = clips.list({root, "rain.wav", 1, 1});
        for (int i = 0; i < 20; ++i)
            clips.list({root, "other" + std::to_string(i) + ".wav", 1, 1});
        const auto hits = WordIndex(catalogue).search("Thunder, the RAIN and Rain!", 10);
        QCOMPARE(hits.size(), std::size_t(2));
        QCOMPARE(hits[0].clip, both);
        QCOMPARE(hits[0].words, (std::vector<std::string>{"Thunder", "RAIN"}));
        QCOMPARE(hits[1].clip, one);
        QCOMPARE(hits[1].words, std::vector<std::string>{"RAIN"});
        QVERIFY(hits[0].score > hits[1].score && hits[1].score > 0);
        QCOMPARE(WordIndex(catalogue).search("rain thunder", 1).size(), std::size_t(1));
        QVERIFY(WordIndex(catalogue).search("rain", 0).empty());
    }

    void whereAWordIsFoundCounts()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        const ClipId inFolder = clips.list({root, "Thunder/a.wav", 1, 1});
        const ClipId inName = clips.list({root, "thunder.wav", 1, 1});
        const ClipId inCaption = clips.list({root, "b.wav", 1, 1});
        LabelTable(catalogue).setCaptions(inCaption, {{1, "thunder", "user"}});
        QCOMPARE(found(catalogue, "thunder"), (std::vector{inName, inCaption, inFolder}));
    }

    /// A word that most clips have joins in where a rare one found the clip, and is found alone.
    void commonWordsJoinIn()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        std::vector<ClipId> all;
        {
            Transaction transaction(catalogue);
            for (int i = 0; i < 20500; ++i)
                all.push_back(clips.list({root, "sound_" + std::to_string(i) + ".wav", 1, 1}));
            transaction.commit();
        }
        const ClipId zebra = clips.list({root, "zebra.wav", 1, 1});
        const ClipId both = clips.list({root, "zebra sound.wav", 1, 1});
        const auto hits = WordIndex(catalogue).search("sound of a zebra", 30000);
        QCOMPARE(hits.size(), std::size_t(2));
        QCOMPARE(hits[0].clip, both);
        QCOMPARE(hits[0].words, (std::vector<std::string>{"sound", "zebra"}));
        QCOMPARE(hits[1].clip, zebra);
        QCOMPARE(hits[1].words, std::vector<std::string>{"zebra"});
        QCOMPARE(WordIndex(catalogue).search("sound 77", 10).at(0).clip, all[77]);
        QCOMPARE(WordIndex(catalogue).search("sound", 30000).size(), std::size_t(20000));
        QCOMPARE(WordIndex(catalogue).search("sound", 50).size(), std::size_t(50));
    }

    void followsEveryChange()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        LabelTable labels(catalogue);
        const ClipId clip = clips.list({root, "a.wav", 1, 1});
        labels.addTag(clip, "helicopter");
        QCOMPARE(found(catalogue, "helicopter"), std::vector{clip});
        labels.removeTag(clip, "helicopter");
        QVERIFY(found(catalogue, "helicopter").empty());
        labels.setCaptions(clip, {{2, "a distant waterfall", "user"}});
        QCOMPARE(found(catalogue, "waterfall"), std::vector{clip});
        labels.setCaptions(clip, {});
        QVERIFY(found(catalogue, "waterfall").empty());
        clips.setFacts(clip, {1, 44100, 1, 16, false, "", "wav", {{"comment", "recorded in Kraków"}}, "slate 12"});
        QCOMPARE(found(catalogue, "krakow"), std::vector{clip});
        QCOMPARE(found(catalogue, "slate"), std::vector{clip});
        clips.move(clip, {root, "moved/thunder.wav", 1, 1});
        QCOMPARE(found(catalogue, "thunder"), std::vector{clip});
        QCOMPARE(found(catalogue, "moved"), std::vector{clip});
        clips.recordFailure(clip, "unreadable");
        QVERIFY(found(catalogue, "thunder").empty());
        clips.clearFailure(clip);
        QCOMPARE(found(catalogue, "thunder"), std::vector{clip});
        {
            Transaction transaction(catalogue);
            labels.addTag(clip, "zebra");
        }
        QVERIFY(found(catalogue, "zebra").empty());
        const ClipId listed = clips.list({root, "listed there.wav", 1, 1});
        clips.move(clip, {root, "listed there.wav", 1, 1});
        QCOMPARE(found(catalogue, "listed"), std::vector{clip});
        QVERIFY(listed != clip);
        const ClipId gone = clips.list({root, "gone.wav", 1, 1});
        clips.remove(std::vector{gone});
        QVERIFY(found(catalogue, "gone").empty());
        RootTable(catalogue).remove(root);
        QVERIFY(found(catalogue, "listed").empty());
    }

    void noTextIsASyntaxError()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        const ClipId clip = ClipTable(catalogue).list({root, "near not and or.wav", 1, 1});
        QCOMPARE(found(catalogue, "NEAR(not, 3)"), std::vector{clip});
        for (const std::string query : {"\"",         "\"\"",     "'",     "*",         "^near",
                                        "name:near",  "near*",    "-near", "+",         "NOT",
                                        "AND OR NOT", "(",        ")",     "{name}: x", "near AND",
                                        "a + b",      "\xff\xfe", "🔔",     "——",        ";DROP TABLE clip;--",
                                        "NEAR(",      "the of",   "%_?"})
            found(catalogue, query);
        QVERIFY(found(catalogue, "").empty());
        QVERIFY(found(catalogue, std::string("\0near\0", 6)).size() <= 1);
        std::string longQuery, oneWord(10000, 'x');
        for (int i = 0; longQuery.size() < 10000; ++i)
            longQuery += "word" + std::to_string(i) + " \"(";
        QVERIFY(found(catalogue, longQuery).empty());
        QVERIFY(found(catalogue, oneWord).empty());
        QCOMPARE(found(catalogue, "the"), std::vector<ClipId>());
        QCOMPARE(found(catalogue, "or"), std::vector{clip});
    }
};

PROLAP_TEST(TstWords)
#include "tst_words.moc"
