#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "db/connection.h"
#include "db/label_table.h"
#include "db/mark_table.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstMarks : public QObject {
    Q_OBJECT

    struct Library {
        Folder folder;
        Catalogue catalogue{folder / "library.db"};
        RootId root = RootTable(catalogue).add("/sounds");
        ClipId a = ClipTable(catalogue).list({root, "a.wav", 1, 1});
        ClipId b = ClipTable(catalogue).list({root, "b.wav", 1, 1});
        ClipId c = ClipTable(catalogue).list({root, "c.wav", 1, 1});
        MarkTable marks{catalogue};

        template <typename Set> std::vector<ClipId> ids(Set set)
        {
            ClipFilter filter;
            set(filter);
            const std::vector<ClipId> listed = ClipTable(catalogue).ids(filter);
            const std::vector<ClipId> passed = ClipTable(catalogue).passing(std::vector{a, b, c}, filter);
            return listed == passed ? listed : std::vector<ClipId>{ClipId{-1}};
        }
    };

private Q_SLOTS:
    void areSetAndRead()
    {
        Library l;
        QVERIFY(*l.marks.marks(l.a) == ClipMarks());
        l.marks.setRating(std::vector{l.a, l.b, ClipId{99}}, 3);
        l.marks.setFavourite(std::vector{l.a}, true);
        l.marks.setColour(std::vector{l.a}, ColourLabel::Violet);
        l.marks.setNote(std::vector{l.a}, "two\nlines, \"quoted\" \xff");
        const ClipMarks expected{3, true, ColourLabel::Violet, "two\nlines, \"quoted\" \xef\xbf\xbd"};
        QVERIFY(*l.marks.marks(l.a) == expected);
        QVERIFY(ClipTable(l.catalogue).clips(std::vector{l.a}).at(0).marks == expected);
        QCOMPARE(l.marks.marks(l.b)->rating, 3);
        QVERIFY(!l.marks.marks(ClipId{99}));
        l.marks.setMarks(l.a, {});
        QVERIFY(*l.marks.marks(l.a) == ClipMarks());
    }

    void impossibleOnesAreRefused()
    {
        Library l;
        for (const int rating : {-1, 6})
            QVERIFY(errorOf([&] { l.marks.setRating(std::vector{l.a}, rating); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { l.marks.setMarks(l.a, {9, false, ColourLabel::None, ""}); }).has_value());
        // Nor does the catalogue hold them, whoever writes.
        for (const char* sql :
             {"UPDATE clip SET rating = 6", "UPDATE clip SET rating = -1", "UPDATE clip SET colour = 7",
              "UPDATE clip SET favourite = 2", "UPDATE clip SET note = NULL"})
            QVERIFY2(errorOf([&] { l.catalogue.connection().execute(sql); }), sql);
    }

    void narrowALibrary()
    {
        Library l;
        l.marks.setRating(std::vector{l.a}, 5);
        l.marks.setRating(std::vector{l.b}, 2);
        l.marks.setFavourite(std::vector{l.c}, true);
        l.marks.setColour(std::vector{l.b, l.c}, ColourLabel::Red);
        LabelTable(l.catalogue).addTag(l.b, "Rain");
        LabelTable(l.catalogue).addTag(l.c, "rain");
        LabelTable(l.catalogue).addTag(l.c, "heavy");
        QCOMPARE(l.ids([](ClipFilter& f) { f.minRating = 2; }), (std::vector{l.a, l.b}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.minRating = 3; }), (std::vector{l.a}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.favourite = true; }), (std::vector{l.c}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.favourite = false; }), (std::vector{l.a, l.b}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.colour = ColourLabel::Red; }), (std::vector{l.b, l.c}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.colour = ColourLabel::None; }), (std::vector{l.a}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.tags = {"RAIN"}; }), (std::vector{l.b, l.c}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.tags = {"rain", "heavy"}; }), (std::vector{l.c}));
        QCOMPARE(l.ids([](ClipFilter& f) { f.tags = {"rain", "unknown"}; }), std::vector<ClipId>());
        QCOMPARE(l.ids([](ClipFilter& f) { f.tags = {"rain"}, f.minRating = 1, f.colour = ColourLabel::Red; }),
                 (std::vector{l.b}));
    }

    void surviveARescanAndAMove()
    {
        Library l;
        const ClipMarks marks{4, true, ColourLabel::Cyan, "n"};
        l.marks.setMarks(l.a, marks);
        ClipTable clips(l.catalogue);
        clips.list({l.root, "a.wav", 2, 7}); // the file has changed
        clips.listFailed({l.root, "a.wav", 3, 8}, "no sound");
        clips.clearFailure(l.a);
        clips.markMissing(std::vector{l.a});
        QVERIFY(ClipTable(l.catalogue).clips(std::vector{l.a}).at(0).missing);
        clips.move(l.a, {l.root, "d.wav", 3, 8});
        QVERIFY(*l.marks.marks(l.a) == marks);
        QVERIFY(!ClipTable(l.catalogue).clips(std::vector{l.a}).at(0).missing);
    }
};

PROLAP_TEST(TstMarks)
#include "tst_marks.moc"
