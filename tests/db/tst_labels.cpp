#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "db/label_table.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tagsComeAndGo()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        const ClipId a = clips.list({root, "a.wav", 1, 1});
        const ClipId b = clips.list({root, "b.wav", 1, 1});
        LabelTable labels(catalogue);
        labels.addTag(a, " Rain ");
        labels.addTag(a, "rain");
        labels.addTag(a, "heavy");
        labels.addTag(b, "RAIN");
        QCOMPARE(labels.tags(a), (std::vector<std::string>{"heavy", "Rain"}));
        QCOMPARE(labels.allTags().size(), std::size_t(2));
        QCOMPARE(labels.allTags()[1].second, 2);
        labels.removeTag(a, "rain");
        labels.removeTag(b, "Rain");
        QCOMPARE(labels.allTags().size(), std::size_t(1));
        QVERIFY(errorOf([&] { labels.addTag(a, " \n"); })->kind() == ErrorKind::BadInput);
        QVERIFY(errorOf([&] { labels.addTag(ClipId{99}, "x"); })->kind() == ErrorKind::NotFound);
    }

    void captionsHaveLevels()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        const ClipId clip = ClipTable(catalogue).list({root, "a.wav", 1, 1});
        LabelTable labels(catalogue);
        labels.setCaptions(clip, {{3, "rain", "import"}, {1, "heavy rain on a tin roof", "user"}});
        const auto captions = labels.captions(clip);
        QCOMPARE(captions.size(), std::size_t(2));
        QCOMPARE(captions[0].text, std::string("heavy rain on a tin roof"));
        QCOMPARE(captions[0].source, std::string("user"));
        QCOMPARE(captions[1].level, 3);
        QVERIFY(errorOf([&] { labels.setCaptions(clip, {{5, "x", "user"}}); })->kind() == ErrorKind::BadInput);
        QCOMPARE(labels.captions(clip).size(), std::size_t(2));
        labels.setCaptions(clip, {});
        QVERIFY(labels.captions(clip).empty());
    }
};

PROLAP_TEST(TstLabels)
#include "tst_labels.moc"
