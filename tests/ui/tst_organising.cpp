#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/query/filter_chips.h"
#include "ui/explore/query/generality_slider.h"
#include "ui/explore/query/query_bar.h"
#include "ui/explore/result_table.h"
#include "ui/organise/details_dialog.h"
#include "ui/organise/duplicates_dialog.h"
#include "ui/organise/library_menu.h"
#include "ui/organise/organise_actions.h"
#include "ui/organise/organise_session.h"
#include "ui/organise/organising.h"
#include "ui/organise/shelf_panel.h"
#include "ui/organise/statistics_dialog.h"
#include "ui/organise/tag_popup.h"
#include "ui/organise/ucs_dialog.h"
#include "ui/theme/metrics.h"

#include <filesystem>
#include <fstream>

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

namespace {

QTreeWidgetItem* named(ShelfPanel* shelf, const QString& name)
{
    const auto found = shelf->tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.front();
}

/// Types a name into the next input dialog.
void answerWith(const QString& name)
{
    QTimer::singleShot(0, [name] {
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
    });
}

} // namespace

/// Rating, tagging, collecting, undoing: through the window, on a real library.
class TstOrganising : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    Organising& organising() { return *page().organising(); }
    OrganiseActions& actions() { return *organising().actions(); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return page().settled(); }, 60000);
    }
    library::ClipLabels labels(int row)
    {
        return *library::Organiser(m_user->window().session()->catalogue()).labels(page().results()->clipAt(row));
    }
    Path pathOf(int row)
    {
        const ClipId clip = page().results()->clipAt(row);
        return library::LibraryView(m_user->window().session()->catalogue(), {})
            .details(std::span(&clip, 1))
            .at(0)
            .path;
    }
    void select(std::initializer_list<int> rows)
    {
        std::vector<ClipId> clips;
        for (const int row : rows)
            clips.push_back(page().results()->clipAt(row));
        m_user->window().activateWindow(); // a dialog that closed has left no window in front
        page().table()->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), page().table());
        page().table()->selectRow(*rows.begin());
        page().table()->selectClips(clips);
    }

private Q_SLOTS:
    void init()
    {
        m_user = std::make_unique<WindowFixture>();
        m_user->open();
        m_user->window().addFolders({m_user->encodedSounds(6)});
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 6);
        m_user->window().activateWindow();
        page().actions().follow->setChecked(false); // no sound while clips are chosen
    }
    void cleanup() { m_user.reset(); }

    void keysRateAndUndo()
    {
        select({0, 2});
        QTest::keyClick(page().table(), Qt::Key_4);
        QVERIFY(settled());
        QCOMPARE(labels(0).marks.rating, 4);
        QCOMPARE(labels(1).marks.rating, 0);
        QCOMPARE(labels(2).marks.rating, 4);
        QTest::keyClick(page().table(), Qt::Key_F);
        QVERIFY(settled());
        QVERIFY(labels(2).marks.favourite);
        QVERIFY2(actions().undo->text().contains("favourite"), qPrintable(actions().undo->text()));
        actions().colours[static_cast<std::size_t>(ColourLabel::Red)]->trigger();
        QVERIFY(settled());
        QVERIFY(labels(0).marks.colour == ColourLabel::Red);
        QTRY_COMPARE(page().results()->index(0, ResultModel::TagsColumn).data().toString(), QString("● ★★★★ ♥"));

        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&m_user->window(), Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(settled());
        }
        QVERIFY(labels(0).marks == ClipMarks());
        QVERIFY(!actions().undo->isEnabled());
        QTest::keyClick(&m_user->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(settled());
        QCOMPARE(labels(2).marks.rating, 4);
        QTest::keyClick(page().table(), Qt::Key_0);
        QVERIFY(settled());
        QCOMPARE(labels(2).marks.rating, 0);
        QVERIFY2(m_user->window().statusText().contains("rating"), qPrintable(m_user->window().statusText()));
    }

    void tagsAreTypedTickedAndTaken()
    {
        select({0, 1});
        QTest::keyClick(page().table(), Qt::Key_G);
        auto* popup = m_user->window().findChild<TagPopup*>();
        QVERIFY(popup);
        QTRY_VERIFY(popup->ready());
        QTest::keyClicks(popup->field(), "rain, very  wet");
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QVERIFY(settled());
        QCOMPARE(labels(1).tags, (std::vector<std::string>{"rain", "very wet"}));
        QTRY_COMPARE(popup->list()->count(), 2);
        QCOMPARE(popup->list()->item(0)->checkState(), Qt::Checked);
        popup->list()->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(settled());
        QCOMPARE(labels(0).tags, std::vector<std::string>{"very wet"});
        QTest::keyClick(popup->field(), Qt::Key_Escape);
        QTRY_VERIFY(!m_user->window().findChild<TagPopup*>());

        // Others find what is there offered, and see what only some have.
        select({1, 2});
        actions().tags->trigger();
        popup = m_user->window().findChild<TagPopup*>();
        QVERIFY(popup);
        QTRY_COMPARE(popup->list()->count(), 1);
        QCOMPARE(popup->list()->item(0)->checkState(), Qt::PartiallyChecked);
        QTRY_VERIFY(!organising().session()->lists().tags.empty());
        popup->field()->completer()->setCompletionPrefix("wet");
        QCOMPARE(popup->field()->completer()->currentCompletion(), QString("very wet"));
        popup->reject();
    }

    void captionsAndNoteAreWritten()
    {
        select({0});
        actions().details->trigger();
        auto* dialog = m_user->window().findChild<DetailsDialog*>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->ready() && dialog->caption(1)->isEnabled());
        dialog->caption(1)->setPlainText("a heavy drum\n\na second one");
        dialog->caption(1)->document()->setModified(true);
        dialog->note()->setPlainText("ask Ann");
        dialog->note()->document()->setModified(true);
        dialog->accept();
        QVERIFY(settled());
        QCOMPARE(labels(0).captions.size(), std::size_t(2));
        QCOMPARE(labels(0).captions[1].text, std::string("a second one"));
        QCOMPARE(labels(0).marks.note, std::string("ask Ann"));

        // Where clips differ, only what is touched changes.
        select({0, 1});
        actions().details->trigger();
        dialog = m_user->window().findChild<DetailsDialog*>();
        QTRY_VERIFY(dialog->ready() && dialog->caption(1)->isEnabled());
        QVERIFY(dialog->caption(1)->toPlainText().isEmpty());
        dialog->caption(4)->setPlainText("a thing");
        dialog->caption(4)->document()->setModified(true);
        dialog->accept();
        QVERIFY(settled());
        QCOMPARE(labels(0).captions.size(), std::size_t(3));
        QCOMPARE(labels(1).captions.size(), std::size_t(1));
        QCOMPARE(labels(0).marks.note, std::string("ask Ann"));
    }

    void collectionsTakeWhatIsDropped()
    {
        ShelfPanel* shelf = organising().shelf();
        select({3, 1});
        answerWith("Film");
        actions().newCollection->trigger();
        QVERIFY(settled());
        QTRY_VERIFY(named(shelf, "Film"));
        QCOMPARE(named(shelf, "Film")->text(1), QString("2"));

        select({5});
        Q_EMIT shelf->tree()->dropped(organising().session()->lists().collections.at(0).id);
        QVERIFY(settled());
        QTRY_COMPARE(named(shelf, "Film")->text(1), QString("3"));
        const QRect place = shelf->tree()->visualItemRect(named(shelf, "Film"));
        QTest::mouseClick(shelf->tree()->viewport(), Qt::LeftButton, {}, place.center());
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 3); // the click listed it
        QVERIFY(page().summaryText().startsWith("3 clips"));

        select({0});
        QVERIFY(actions().takeOut->isEnabled());
        QTest::keyClick(page().table(), Qt::Key_Delete);
        QVERIFY(settled());
        QVERIFY2(m_user->window().statusText().contains("out of"), qPrintable(m_user->window().statusText()));
        QTRY_COMPARE(page().results()->rowCount(), 2);
        actions().undo->trigger();
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 3);

        shelf->forgetChoice();
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 6);
        QVERIFY(!actions().takeOut->isEnabled());

        // Removed, and back again.
        shelf->tree()->setCurrentItem(named(shelf, "Film"));
        shelf->tree()->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), shelf->tree());
        QTest::keyClick(shelf->tree(), Qt::Key_Delete);
        QVERIFY(settled());
        QTRY_VERIFY(!named(shelf, "Film"));
        actions().undo->trigger();
        QVERIFY(settled());
        QTRY_VERIFY(named(shelf, "Film"));
        QCOMPARE(named(shelf, "Film")->text(1), QString("3"));
    }

    void searchesAreSavedAndComeBack()
    {
        ShelfPanel* shelf = organising().shelf();
        page().setCaption("rain");
        QVERIFY(settled());
        answerWith("Wet things");
        shelf->saveSearch("rain");
        QVERIFY(settled());
        QTRY_VERIFY(named(shelf, "Wet things"));
        page().setCaption({});
        QVERIFY(settled());
        const QRect place = shelf->tree()->visualItemRect(named(shelf, "Wet things"));
        QTest::mouseClick(shelf->tree()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(page().caption()->text(), QString("rain"));
        QVERIFY(settled());
        QVERIFY(page().results()->ranked());
        // A name that is taken is refused, with a sentence.
        answerWith("wet THINGS");
        shelf->saveSearch("drum");
        QVERIFY(settled());
        QVERIFY2(m_user->window().statusText().contains("already"), qPrintable(m_user->window().statusText()));
    }

    void filesGetNamesOfTheSystem()
    {
        select({0, 1});
        const Path before = pathOf(0);
        actions().ucsNames->trigger();
        auto* dialog = m_user->window().findChild<UcsDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->preview()->rowCount(), 2);
        QVERIFY(!dialog->renameButton()->isEnabled()); // they have no category yet
        dialog->category()->setCurrentText("MUSCPerc");
        dialog->creator()->setText("PRL");
        dialog->source()->setText("KIT");
        QTRY_VERIFY(dialog->renameButton()->isEnabled());
        QVERIFY(dialog->preview()->item(0, 1)->text().startsWith("MUSCPerc_Drum 0_PRL_KIT"));
        QVERIFY(std::filesystem::exists(before));
        dialog->renameButton()->click();
        QVERIFY(settled());
        QVERIFY(!std::filesystem::exists(before));
        actions().undo->trigger();
        QVERIFY(settled());
        QVERIFY(std::filesystem::exists(before));
    }

    void duplicatesAreReviewed()
    {
        const Path folder = m_user->path("sounds");
        std::filesystem::copy_file(pathOf(0), folder / "copy of it.wav");
        m_user->window().session()->index({});
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 7);
        DuplicatesDialog* dialog = m_user->window().libraryMenu()->showDuplicates();
        QTRY_VERIFY(dialog->ready() && dialog->groups()->count() > 0);
        QVERIFY(dialog->groups()->item(0)->text().contains("identical"));
        QTRY_COMPARE(dialog->clips()->rowCount(), 2);
        QVERIFY(!dialog->tagButton()->isEnabled());
        QVERIFY(!dialog->trashButton()->isEnabled());
        dialog->clips()->item(1, 0)->setCheckState(Qt::Checked);
        QVERIFY(dialog->tagButton()->isEnabled() && dialog->trashButton()->isEnabled());
        dialog->clips()->item(0, 0)->setCheckState(Qt::Checked);
        QVERIFY(!dialog->trashButton()->isEnabled()); // one of them stays
        dialog->clips()->item(0, 0)->setCheckState(Qt::Unchecked);
        dialog->tagButton()->click();
        QVERIFY(settled());
        QCOMPARE(organising().session()->lists().tags.at(0).first, std::string("duplicate"));
        QVERIFY(std::filesystem::exists(folder / "copy of it.wav"));
        // What is ticked goes to the trash of this home, and its clip is missing from then on.
        QTRY_VERIFY(dialog->ready() && dialog->clips()->rowCount() == 2);
        dialog->clips()->item(1, 0)->setCheckState(Qt::Checked);
        dialog->trashTicked();
        QTRY_VERIFY(dialog->ready());
        QVERIFY(settled());
        const Path trash = m_user->path("data") / "Trash" / "files";
        int trashed = 0;
        for (const char* name : {"copy of it.wav", "drum 0.wav"}) {
            QVERIFY(std::filesystem::exists(folder / name) != std::filesystem::exists(trash / name));
            trashed += std::filesystem::exists(trash / name) ? 1 : 0;
        }
        QCOMPARE(trashed, 1);
        page().setCaption("state:missing");
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 1);
        dialog->close();
    }

    void marksAreColumnsThatAreClicked()
    {
        ResultTable& table = *page().table();
        QVERIFY(table.isColumnHidden(ResultModel::RatingColumn) && table.isColumnHidden(ResultModel::StateColumn));
        for (const int column : {ResultModel::RatingColumn, ResultModel::FavouriteColumn, ResultModel::ColourColumn}) {
            table.setColumnHidden(column, false);
            table.horizontalHeader()->moveSection(table.horizontalHeader()->visualIndex(column), 1); // in sight
        }
        select({1});
        QTRY_VERIFY(page().results()->detailsAt(3));
        const auto click = [&](int row, int column, int x) {
            const QRect cell = table.visualRect(page().results()->index(row, column));
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(cell.left() + x, cell.center().y()));
        };
        click(3, ResultModel::RatingColumn, kSpaceControls + 3 * 15 + 5); // the fourth star
        QVERIFY(settled());
        QCOMPARE(labels(3).marks.rating, 4);
        QCOMPARE(table.selectedRows(), std::vector<int>{1}); // what was chosen stays
        QTRY_COMPARE(page().results()->index(3, ResultModel::RatingColumn).data().toString(),
                     QString(4, QChar(0x2605)));
        click(3, ResultModel::RatingColumn, kSpaceControls + 3 * 15 + 5); // again: none
        QVERIFY(settled());
        QCOMPARE(labels(3).marks.rating, 0);
        click(2, ResultModel::FavouriteColumn, kSpaceControls + 7);
        QVERIFY(settled());
        QVERIFY(labels(2).marks.favourite);
        click(5, ResultModel::ColourColumn, kSpaceControls + 7);
        auto* menu = table.findChild<QMenu*>();
        QVERIFY(menu && menu->actions().size() == static_cast<qsizetype>(kColourNames.size()));
        menu->actions().at(static_cast<int>(ColourLabel::Green))->trigger();
        menu->close();
        QVERIFY(settled());
        QVERIFY(labels(5).marks.colour == ColourLabel::Green);
        // They sort, with what has none at the end, and an edit is undone like any other.
        const ClipId favourite = page().results()->clipAt(2), green = page().results()->clipAt(5);
        table.horizontalHeader()->setSortIndicator(ResultModel::FavouriteColumn, Qt::AscendingOrder);
        QVERIFY(settled());
        QCOMPARE(page().results()->clipAt(0), favourite);
        table.horizontalHeader()->setSortIndicator(ResultModel::ColourColumn, Qt::DescendingOrder);
        QVERIFY(settled());
        QCOMPARE(page().results()->clipAt(0), green);
        actions().undo->trigger();
        QVERIFY(settled());
        QVERIFY(labels(0).marks.colour == ColourLabel::None);
    }

    void missingIsToldFromOffline()
    {
        const Path away = m_user->path("drive"), folder = m_user->path("sounds");
        std::filesystem::create_directories(away);
        test::writeWav(away / "away.wav", test::noise(77, 1, 44100), 44100);
        m_user->window().addFolders({away});
        QVERIFY(settled());
        std::filesystem::rename(away, m_user->path("unplugged"));
        std::filesystem::remove(folder / "drum 0.wav");
        m_user->window().session()->index({folder});
        QVERIFY(settled());
        m_user->window().session()->refresh();
        QVERIFY(settled());
        page().table()->setColumnHidden(ResultModel::StateColumn, false);
        QMap<QString, QString> states;
        QTRY_VERIFY(page().results()->detailsAt(page().results()->rowCount() - 1));
        for (int row = 0; row < page().results()->rowCount(); ++row)
            states[page().results()->index(row, ResultModel::NameColumn).data().toString()] =
                page().results()->index(row, ResultModel::StateColumn).data().toString();
        QCOMPARE(states["away.wav"], QString("offline"));
        QCOMPARE(states["drum 0.wav"], QString("missing"));
        QCOMPARE(states["rain 5.flac"], QString());
        for (int row = 0; row < page().results()->rowCount(); ++row) {
            const QModelIndex name = page().results()->index(row, ResultModel::NameColumn);
            const QString state = states[name.data().toString()];
            QVERIFY(name.data(Qt::AccessibleTextRole).toString().endsWith(state));
            QCOMPARE(name.data(ResultModel::DimmedRole).toBool(), !state.isEmpty());
            QVERIFY(name.data(Qt::ToolTipRole).toString().contains(state, Qt::CaseInsensitive));
        }
    }

    void aSavedSearchRestoresHowItRanked()
    {
        QueryBar& bar = *page().query();
        page().setCaption("low");
        bar.generalitySlider()->setValue(0.4);
        QVERIFY(settled());
        answerWith("Broad");
        organising().shelf()->saveWanted();
        QVERIFY(settled());
        bar.generalitySlider()->setValue(0);
        page().setCaption("low");
        bar.setRelation(library::Relation::PartOf);
        QVERIFY(settled());
        answerWith("Parts");
        organising().shelf()->saveWanted();
        QVERIFY(settled());
        QTRY_VERIFY(named(organising().shelf(), "Broad") && named(organising().shelf(), "Parts"));
        const auto choose = [&](const QString& name) {
            const QRect place = organising().shelf()->tree()->visualItemRect(named(organising().shelf(), name));
            QTest::mouseClick(organising().shelf()->tree()->viewport(), Qt::LeftButton, {}, place.center());
            QVERIFY(settled());
        };
        choose("Broad");
        QCOMPARE(bar.generality(), 0.4);
        QCOMPARE(bar.generalitySlider()->slider()->value(), 4);
        QVERIFY(bar.relation() == library::Relation::SoundsLike);
        QCOMPARE(page().caption()->text(), QString("low general:0.4"));
        choose("Parts");
        QCOMPARE(bar.generality(), 0.0);
        QVERIFY(bar.relation() == library::Relation::PartOf);
        QCOMPARE(bar.relationButton()->text(), QString("Is part of"));
        // The button takes over what the text said.
        bar.setRelation(library::Relation::SoundsLike);
        QCOMPARE(page().caption()->text(), QString("low"));
        page().setCaption("low general:-1");
        QCOMPARE(bar.generalitySlider()->slider()->value(), -10);
        QTest::keyClick(bar.generalitySlider()->slider(), Qt::Key_Right);
        QCOMPARE(page().caption()->text(), QString("low"));
        QCOMPARE(bar.generality(), -0.9);
        page().setCaption("low find:contains");
        QCOMPARE(bar.chips()->chips().size(), 1);
        bar.chips()->chips().front()->click();
        QVERIFY(bar.relation() == library::Relation::SoundsLike);
    }

    void statisticsAreShown()
    {
        StatisticsDialog* dialog = m_user->window().libraryMenu()->showStatistics();
        QTRY_VERIFY(dialog->ready() && dialog->tabs()->count() > 3);
        QVERIFY2(dialog->summary().startsWith("6 clips"), qPrintable(dialog->summary()));
        dialog->close();
    }

    void labelsTravelAndFoldersMove()
    {
        select({0});
        QTest::keyClick(page().table(), Qt::Key_5);
        QVERIFY(settled());
        LibraryMenu* menu = m_user->window().libraryMenu();
        const Path csv = m_user->path("labels.csv");
        menu->exportTo(csv);
        QTRY_VERIFY(!menu->busy() && std::filesystem::exists(csv));
        QTest::keyClick(page().table(), Qt::Key_0);
        QVERIFY(settled());
        menu->importFrom(csv);
        QVERIFY(settled());
        QCOMPARE(labels(0).marks.rating, 5);
        actions().undo->trigger();
        QVERIFY(settled());
        QCOMPARE(labels(0).marks.rating, 0);

        const Path moved = m_user->path("moved");
        std::filesystem::rename(m_user->path("sounds"), moved);
        menu->relocateTo(m_user->window().session()->summary().roots.at(0).id, moved);
        QTRY_VERIFY(!menu->busy());
        QVERIFY(settled());
        QTRY_COMPARE(m_user->window().session()->summary().roots.at(0).path, moved);
        QCOMPARE(pathOf(0).parent_path(), moved);
    }
};

PROLAP_TEST(TstOrganising)
#include "tst_organising.moc"
