#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "db/query_history.h"
#include "db/saved_search_table.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstSavedSearches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areKeptUnderTheirNames()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        SavedSearchTable searches(catalogue);
        const SavedSearchId rain = searches.create("Short rain", "rain dur:<2s rating:>=3");
        const SavedSearchId doors = searches.create("doors", "tag:door");
        QCOMPARE(searches.all().size(), std::size_t(2));
        QCOMPARE(searches.all()[0].name, std::string("doors"));
        QCOMPARE(searches.get(rain)->query, std::string("rain dur:<2s rating:>=3"));
        searches.change({doors, "Doors", "tag:door rating:5"});
        QCOMPARE(searches.get(doors)->query, std::string("tag:door rating:5"));
        QVERIFY(errorOf([&] { searches.create("SHORT RAIN", "x"); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { searches.create(" ", "x"); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { searches.create("x", " "); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { searches.change({SavedSearchId{99}, "x", "y"}); })->kind() == ErrorKind::NotFound);
        const SavedSearch kept = *searches.get(rain);
        searches.remove(rain);
        QVERIFY(!searches.get(rain));
        searches.restore(kept);
        QCOMPARE(searches.get(rain)->name, std::string("Short rain"));
    }

    void historyIsLatestFirst()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        QueryHistory history(catalogue);
        for (const char* query : {"rain", " door\nslam ", "rain", "", "  "})
            history.add(query);
        QCOMPARE(history.latest(10), (std::vector<std::string>{"rain", "door slam"}));
        for (int i = 0; i < QueryHistory::kKept + 20; ++i)
            history.add("q" + std::to_string(i));
        QCOMPARE(history.latest(10000).size(), std::size_t(QueryHistory::kKept));
        QCOMPARE(history.latest(1)[0], "q" + std::to_string(QueryHistory::kKept + 19));
        history.remove("q100");
        QCOMPARE(history.latest(10000).size(), std::size_t(QueryHistory::kKept - 1));
        history.clear();
        QVERIFY(history.latest(10).empty());
    }
};

PROLAP_TEST(TstSavedSearches)
#include "tst_saved_searches.moc"
