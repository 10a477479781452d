#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"
#include "ui/explore/selection_actions.h"
#include "ui/explore/selection_files.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <QUrl>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

/// Several clips at once, and the columns: as a person uses the list.
class TstSelection : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    ResultTable& table() { return *page().table(); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return page().settled(); }, 60000);
    }
    void indexSounds(int clips)
    {
        m_user->open(true);
        m_user->window().addFolders({m_user->encodedSounds(clips)});
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), clips);
        QVERIFY(settled());
        m_user->window().activateWindow();
        table().setFocus();
        page().actions().follow->setChecked(false);
    }

private Q_SLOTS:
    void init() { m_user = std::make_unique<WindowFixture>(); }
    void cleanup() { m_user.reset(); }

    void keysSelectSeveral()
    {
        indexSounds(8);
        table().selectRow(1);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table().selectedRows(), (std::vector<int>{1, 2, 3}));
        QCOMPARE(table().currentIndex().row(), 3);
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table().selectedClips().size(), std::size_t{8});
        QCOMPARE(table().currentIndex().row(), 3); // what plays is still the one under the keys
        QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(table().selectedRows(), std::vector<int>{4});
    }

    void theMouseSelectsSeveral()
    {
        indexSounds(8);
        const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(table().viewport(), Qt::LeftButton, modifiers,
                              table().visualRect(page().results()->index(row, ResultModel::NameColumn)).center());
        };
        click(1, Qt::NoModifier);
        click(4, Qt::ShiftModifier);
        QCOMPARE(table().selectedRows(), (std::vector<int>{1, 2, 3, 4}));
        click(2, Qt::ControlModifier);
        QCOMPARE(table().selectedRows(), (std::vector<int>{1, 3, 4}));
    }

    void theSelectionStaysWhenTheListIsSorted()
    {
        indexSounds(8);
        table().selectRow(0);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        const std::vector<ClipId> chosen = table().selectedClips();
        table().horizontalHeader()->setSortIndicator(ResultModel::NameColumn, Qt::DescendingOrder);
        QVERIFY(settled());
        std::vector<ClipId> now = table().selectedClips();
        std::ranges::reverse(now);
        QCOMPARE(now.size(), std::size_t{2});
        QVERIFY(now == chosen);
    }

    void pathsAndFilesAreCopied()
    {
        indexSounds(6);
        table().selectRow(0);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().contains('\n'));
        const QStringList lines = QApplication::clipboard()->text().split('\n');
        QCOMPARE(lines.size(), 3);
        QTRY_VERIFY(!page().results()->pathAt(0).empty() && !page().results()->pathAt(2).empty());
        QCOMPARE(lines[0].toStdString(), page().results()->pathAt(0).string());
        QTest::keyClick(&m_user->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QList<QUrl> urls = QApplication::clipboard()->mimeData()->urls();
        QCOMPARE(urls.size(), 3);
        QCOMPARE(urls[2].toLocalFile().toStdString(), page().results()->pathAt(2).string());
        QVERIFY(QApplication::clipboard()->mimeData()->hasFormat("x-special/gnome-copied-files"));
    }

    /// Pulled out of the window, they are files to any other program.
    void rowsAreDraggedOutAsFiles()
    {
        indexSounds(6);
        table().selectRow(1);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        SelectionFiles* files = page().selectionActions()->files();
        QTRY_VERIFY(files->complete());
        const std::unique_ptr<QMimeData> carried(table().dragContent());
        QVERIFY(carried);
        const QList<QUrl> urls = carried->urls();
        QCOMPARE(urls.size(), 2);
        QCOMPARE(urls[0].toLocalFile().toStdString(), page().results()->pathAt(1).string());
        QCOMPARE(urls[1].toLocalFile().toStdString(), page().results()->pathAt(2).string());
        QVERIFY(carried->hasFormat("text/uri-list"));
        QCOMPARE(page().results()->supportedDragActions(), Qt::DropActions(Qt::CopyAction)); // never moved away
        table().clearSelection();
        QVERIFY(!std::unique_ptr<QMimeData>(table().dragContent())); // nothing is no drag
    }

    /// Rows that were never on screen have files too.
    void everythingOfALongListIsCopied()
    {
        indexSounds(300);
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        SelectionFiles* files = page().selectionActions()->files();
        QTRY_VERIFY(files->complete());
        QCOMPARE(files->known().size(), std::size_t{300});
        page().selectionActions()->copyPath->trigger();
        QCOMPARE(QApplication::clipboard()->text().split('\n').size(), 300);
    }

    void aRankedListSortsByAnythingAndBack()
    {
        indexSounds(12);
        QTest::keyClicks(page().caption(), "rain");
        QVERIFY(settled());
        const std::vector<ClipId> ranked = page().results()->rows().clips;
        for (const int column : {ResultModel::NameColumn, ResultModel::DurationColumn, ResultModel::AddedColumn,
                                 ResultModel::SizeColumn, ResultModel::LoudnessColumn, ResultModel::FolderColumn}) {
            table().horizontalHeader()->setSortIndicator(column, Qt::AscendingOrder);
            QVERIFY(settled());
            QCOMPARE(page().results()->rowCount(), static_cast<int>(ranked.size()));
            std::vector<std::pair<double, QString>> keys;
            for (int row = 0; row < page().results()->rowCount(); ++row) {
                QTRY_VERIFY(page().results()->detailsAt(row));
                const library::ClipDetails& d = page().results()->detailsAt(row)->details;
                keys.emplace_back(column == ResultModel::DurationColumn   ? d.durationSeconds
                                  : column == ResultModel::AddedColumn    ? double(d.addedMs)
                                  : column == ResultModel::SizeColumn     ? double(d.sizeBytes)
                                  : column == ResultModel::LoudnessColumn ? d.integratedLufs.value_or(1e9)
                                                                          : 0.0,
                                  QString());
            }
            QVERIFY2(std::ranges::is_sorted(keys), qPrintable(QString::number(column)));
        }
        table().horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        QVERIFY(settled());
        QVERIFY(page().results()->rows().clips == ranked);
    }

    void columnsFitAreHiddenMovedAndRemembered()
    {
        indexSounds(4);
        m_user->window().resize(1366, 700);
        QTRY_COMPARE(table().horizontalScrollBar()->maximum(), 0);
        for (int column = 0; column < ResultModel::ColumnCount; ++column)
            QCOMPARE(table().isColumnHidden(column), !ResultModel::shownAtFirst(column));
        QHeaderView* header = table().horizontalHeader();
        table().setColumnHidden(ResultModel::CertaintyColumn, true);
        table().setColumnHidden(ResultModel::LoudnessColumn, false);
        header->moveSection(header->visualIndex(ResultModel::FormatColumn), 2);
        header->resizeSection(ResultModel::NameColumn, 333);
        m_user->close();
        m_user->open(true);
        header = table().horizontalHeader();
        QVERIFY(table().isColumnHidden(ResultModel::CertaintyColumn));
        QVERIFY(!table().isColumnHidden(ResultModel::LoudnessColumn));
        QCOMPARE(header->visualIndex(ResultModel::FormatColumn), 2);
        QCOMPARE(header->sectionSize(ResultModel::NameColumn), 333);
        table().resetColumns();
        QVERIFY(!table().isColumnHidden(ResultModel::CertaintyColumn));
        QCOMPARE(header->visualIndex(ResultModel::FormatColumn), int(ResultModel::FormatColumn));
    }
};

PROLAP_TEST(TstSelection)
#include "tst_selection.moc"
