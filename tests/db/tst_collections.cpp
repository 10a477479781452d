#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "db/check.h"
#include "db/collection_table.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstCollections : public QObject {
    Q_OBJECT

    struct Library {
        Folder folder;
        Catalogue catalogue{folder / "library.db"};
        RootId root = RootTable(catalogue).add("/sounds");
        ClipId a = ClipTable(catalogue).list({root, "a.wav", 1, 1});
        ClipId b = ClipTable(catalogue).list({root, "b.wav", 1, 1});
        ClipId c = ClipTable(catalogue).list({root, "c.wav", 1, 1});
        CollectionTable collections{catalogue};
    };

private Q_SLOTS:
    void keepTheOrderOfTheUser()
    {
        Library l;
        const CollectionId film = l.collections.create("  Film \n");
        QCOMPARE(l.collections.add(film, std::vector{l.c, l.a}), (std::vector{l.c, l.a}));
        QCOMPARE(l.collections.add(film, std::vector{l.a, l.b, ClipId{99}}), (std::vector{l.b}));
        QCOMPARE(l.collections.clips(film), (std::vector{l.c, l.a, l.b}));
        ClipFilter filter;
        filter.collection = film;
        QCOMPARE(ClipTable(l.catalogue).ids(filter), (std::vector{l.c, l.a, l.b}));
        QCOMPARE(ClipTable(l.catalogue).passing(std::vector{l.b, l.c}, filter), (std::vector{l.b, l.c}));
        l.collections.take(film, std::vector{l.a});
        QCOMPARE(ClipTable(l.catalogue).passing(std::vector{l.a, l.c}, filter), (std::vector{l.c}));
        l.collections.setClips(film, std::vector{l.a, l.c});
        QCOMPARE(l.collections.clips(film), (std::vector{l.a, l.c}));
        QCOMPARE(l.collections.namesOf(l.a), std::vector<std::string>{"Film"});
        QCOMPARE(l.collections.get(film)->clips, 2);
    }

    void haveNamesOfTheirOwn()
    {
        Library l;
        const CollectionId film = l.collections.create("Film");
        const CollectionId game = l.collections.create("game");
        QVERIFY(errorOf([&] { l.collections.create(" FILM "); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { l.collections.create(" \t\n"); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { l.collections.rename(game, "film"); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { l.collections.rename(CollectionId{99}, "x"); })->kind() == ErrorKind::NotFound);
        QVERIFY(errorOf([&] { l.collections.add(CollectionId{99}, std::vector{l.a}); })->kind() == ErrorKind::NotFound);
        l.collections.rename(film, "FILM");
        QCOMPARE(l.collections.find("film")->id, film);
        QCOMPARE(l.collections.all().size(), std::size_t(2));
        QCOMPARE(l.collections.all()[0].name, std::string("FILM"));
    }

    void aRemovedOneComesBack()
    {
        Library l;
        const CollectionId film = l.collections.create("Film");
        l.collections.add(film, std::vector{l.b, l.a});
        l.collections.remove(film);
        QVERIFY(l.collections.all().empty());
        QVERIFY(l.collections.clips(film).empty());
        l.collections.restore(film, "Film", std::vector{l.b, l.a});
        QCOMPARE(l.collections.clips(film), (std::vector{l.b, l.a}));
        QVERIFY(l.collections.create("Other") != film); // ids are never given twice
    }

    void clipsThatGoLeaveThem()
    {
        Library l;
        const CollectionId film = l.collections.create("Film");
        l.collections.add(film, std::vector{l.a, l.b});
        ClipTable(l.catalogue).remove(std::vector{l.a});
        QCOMPARE(l.collections.clips(film), std::vector{l.b});
        RootTable(l.catalogue).remove(l.root);
        QVERIFY(l.collections.clips(film).empty());
        QCOMPARE(l.collections.all().size(), std::size_t(1));
        QVERIFY(check(l.catalogue).findings.empty());
    }
};

PROLAP_TEST(TstCollections)
#include "tst_collections.moc"
