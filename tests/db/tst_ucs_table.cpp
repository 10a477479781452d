#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "db/label_table.h"
#include "db/ucs_table.h"
#include "db/word_index.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstUcsTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheNames()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        UcsTable ucs(catalogue);
        const ClipId door = clips.list({root, "pack/DOORWood_Slam_PRL_Kit.wav", 1, 1});
        const ClipId urban = clips.list({root, "AMBUrbn_Rome_PRL_Trip.flac", 1, 1}, wavFacts(1));
        const ClipId plain = clips.list({root, "plain.wav", 1, 1});
        QCOMPARE(ucs.of(door)->subcategory, std::string("WOOD"));
        QVERIFY(!ucs.of(plain));
        QCOMPARE(ucs.categories().size(), std::size_t(2));
        QCOMPARE(ucs.categories()[0].category, std::string("AMBIENCE"));
        QCOMPARE(ClipTable(catalogue).clips(std::vector{door}).at(0).category, std::string("DOORS · WOOD"));
        QVERIFY(ClipTable(catalogue).clips(std::vector{plain}).at(0).category.empty());

        ClipFilter filter;
        for (const char* asked : {"doors", "doorwood"}) {
            filter.category = asked;
            QCOMPARE(clips.ids(filter), std::vector{door});
            QCOMPARE(clips.passing(std::vector{urban, door}, filter), std::vector{door});
        }
        // Categories are found as words, beside the tags.
        QCOMPARE(WordIndex(catalogue).search("ambience", 9).at(0).clip, urban);
        LabelTable(catalogue).addTag(urban, "italy");
        QCOMPARE(WordIndex(catalogue).search("ambience", 9).size(), std::size_t(1));
        QCOMPARE(WordIndex(catalogue).search("italy", 9).size(), std::size_t(1));

        clips.move(door, {root, "door.wav", 1, 1});
        QVERIFY(!ucs.of(door));
        clips.move(plain, {root, "RAINMetl_Roof_PRL_Kit.wav", 1, 1});
        QCOMPARE(ucs.of(plain)->category, std::string("RAIN"));
        clips.remove(std::vector{plain});
        QVERIFY(!ucs.of(plain));
    }
};

PROLAP_TEST(TstUcsTable)
#include "tst_ucs_table.moc"
