#include "core/ucs_name.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

class TstUcsName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesANameApart()
    {
        const auto name = parseUcsName("DOORWood-Cellar_ACME-Door Slam Heavy_PRL_Kit01_Mono_16bit");
        QVERIFY(name);
        QCOMPARE(name->catId, std::string("DOORWood"));
        QCOMPARE(name->category, std::string("DOORS"));
        QCOMPARE(name->subcategory, std::string("WOOD"));
        QCOMPARE(name->userCategory, std::string("Cellar"));
        QCOMPARE(name->fxName, std::string("ACME-Door Slam Heavy"));
        QCOMPARE(name->creatorId, std::string("PRL"));
        QCOMPARE(name->sourceId, std::string("Kit01"));
        QCOMPARE(name->userData, std::string("Mono_16bit"));
        QCOMPARE(ucsStem(*name), std::string("DOORWood-Cellar_ACME-Door Slam Heavy_PRL_Kit01_Mono_16bit"));
    }

    void knowsCategories_data()
    {
        QTest::addColumn<std::string>("catId");
        QTest::addColumn<std::string>("category");
        QTest::addColumn<std::string>("subcategory");
        const char* rows[][3] = {{"AMBUrbn", "AMBIENCE", "URBAN"},
                                 {"AMBUndwtr", "AMBIENCE", "UNDERWATER"},
                                 {"ANMLWcat", "ANIMALS", "CAT WILD"},
                                 {"BIRDSong", "BIRDS", "SONGBIRD"},
                                 {"MUSCSong", "MUSICAL", "SONG & PHRASE"},
                                 {"UIBeep", "USER INTERFACE", "BEEP"},
                                 {"RAIN", "RAIN", "GENERAL"},
                                 {"RAINMetl", "RAIN", "METAL"},
                                 {"GLASCrsh", "GLASS", "CRASH & DEBRIS"},
                                 {"WINDXyzq", "WIND", "XYZQ"}};
        for (const auto& [catId, category, subcategory] : rows)
            QTest::newRow(catId) << std::string(catId) << std::string(category) << std::string(subcategory);
    }
    void knowsCategories()
    {
        QFETCH(std::string, catId);
        QFETCH(std::string, category);
        QFETCH(std::string, subcategory);
        const auto name = parseUcsCatId(catId);
        QVERIFY(name);
        QCOMPARE(name->category, category);
        QCOMPARE(name->subcategory, subcategory);
    }

    void leavesOtherNamesAlone()
    {
        for (const char* stem : {"", "_", "DoorSlam_03", "door_wood", "RAIN_heavy", "TEST_01", "DOORWood", "DOORWood_",
                                 "XYZWood_a_b_c", "DOORwood_a_b_c", "ABC", "IMG_2034_a_b_c", "U_x", "\xff\xfe_a_b"})
            QVERIFY2(!parseUcsName(stem), stem);
        QVERIFY(parseUcsName("RAIN_heavy_PRL_Kit"));
        QVERIFY(parseUcsName("DOORWood_slam"));
    }

    void madeNamesAreFit()
    {
        UcsName name;
        name.catId = "DOORWood";
        name.fxName = "A/B_c: \"d\"\n";
        name.userData = "x_y";
        QCOMPARE(ucsStem(name), std::string("DOORWood_A-B-c- -d--___x_y"));
        const auto read = parseUcsName(ucsStem(name));
        QVERIFY(read);
        QCOMPARE(read->userData, std::string("x_y"));
        name.userData.clear();
        QCOMPARE(ucsStem(name), std::string("DOORWood_A-B-c- -d--"));
        QCOMPARE(parseUcsName("DOORWood_caf\xe9_A_B")->fxName, std::string("caf\xef\xbf\xbd"));
    }

    void categoriesAreInOrder()
    {
        const auto& all = ucsCategories();
        QVERIFY(
            std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.prefix < b.prefix; }));
        QVERIFY(all.size() > 80);
    }
};

PROLAP_TEST(TstUcsName)
#include "tst_ucs_name.moc"
