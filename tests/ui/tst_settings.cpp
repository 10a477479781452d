#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"
#include "ui/player/player_bar.h"
#include "ui/settings.h"

#include <QAction>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

class TstSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasSetIsThereAtTheNextStart()
    {
        test::WindowFixture user;
        MainWindow& first = user.open(true);
        first.resize(1100, 700);
        first.explore()->table()->setColumnWidth(ResultModel::NameColumn, 321);
        first.explore()->table()->setColumnHidden(ResultModel::TagsColumn, true);
        first.explore()->playerBar()->setGainDb(-7);
        first.explore()->actions().loop->setChecked(true);
        first.explore()->actions().follow->setChecked(false);
        first.findChild<QAction*>("comfortable")->setChecked(true);
        user.theme().setChoice(SchemeChoice::Dark);
        auto* splitter = first.explore()->findChildren<QSplitter*>().front();
        splitter->setSizes({333, 700});
        const QList<int> sizes = splitter->sizes();
        user.close();
        QVERIFY(QSettings().value(settings::kLibrary).toString().endsWith("library.db"));

        MainWindow& second = user.open(true);
        QCOMPARE(second.size(), QSize(1100, 700));
        QCOMPARE(second.explore()->table()->columnWidth(ResultModel::NameColumn), 321);
        QVERIFY(second.explore()->table()->isColumnHidden(ResultModel::TagsColumn));
        QCOMPARE(second.explore()->playerBar()->gainDb(), -7);
        QVERIFY(second.player()->loop());
        QVERIFY(!second.explore()->actions().follow->isChecked());
        QCOMPARE(second.explore()->table()->verticalHeader()->defaultSectionSize(), 36);
        QVERIFY(palette().scheme == Scheme::Dark);
        QCOMPARE(second.explore()->findChildren<QSplitter*>().front()->sizes(), sizes);
    }

    void aPictureLeavesNoTrace()
    {
        test::WindowFixture user;
        user.open(false);
        user.close();
        QVERIFY(QSettings().allKeys().isEmpty());
    }
};

PROLAP_TEST(TstSettings)
#include "tst_settings.moc"
