#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/empty_state.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/index_strip.h"
#include "ui/explore/result_table.h"
#include "ui/explore/roots_panel.h"
#include "ui/player/player_bar.h"
#include "ui/player/waveform_view.h"
#include "ui/window/failures_dialog.h"
#include "ui/window/notice_bar.h"

#include <filesystem>
#include <set>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

namespace {

QStringList names(ExplorePage& page)
{
    QStringList list;
    for (int row = 0; row < page.results()->rowCount(); ++row)
        list << page.results()->index(row, ResultModel::NameColumn).data().toString();
    return list;
}

} // namespace

/// The page as a person uses it: a real catalogue, real files, a model that hears.
class TstExplore : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return page().settled(); }, 60000);
    }
    void indexSounds(int clips)
    {
        m_user->open();
        m_user->window().addFolders({m_user->encodedSounds(clips)});
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), clips);
        QVERIFY(settled());
    }

    void drop(const QMimeData& urls)
    {
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &urls, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(200, 200), Qt::CopyAction, &urls, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page(), &dropped);
    }

private Q_SLOTS:
    void init() { m_user = std::make_unique<WindowFixture>(); }
    void cleanup() { m_user.reset(); }

    void anEmptyLibraryOffersToAddAFolder()
    {
        m_user->open();
        QVERIFY(page().emptyState()->isVisible());
        QCOMPARE(page().emptyState()->button()->text(), QString("Add folder…"));
        disconnect(&page(), &ExplorePage::addFoldersWanted, nullptr, nullptr); // the dialog would wait for a person
        QSignalSpy asked(&page(), &ExplorePage::addFoldersWanted);
        page().emptyState()->button()->click();
        QCOMPARE(asked.size(), 1);
    }

    void aFolderIsIndexedBrowsedAndSearched()
    {
        m_user->open();
        QSignalSpy progress(m_user->window().session(), &LibrarySession::indexProgressed);
        QSignalSpy finished(m_user->window().session(), &LibrarySession::indexFinished);
        m_user->window().addFolders({m_user->encodedSounds(12)});
        QVERIFY(page().indexStrip()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
        QVERIFY(progress.size() > 0);
        QVERIFY(settled());
        QVERIFY(!page().indexStrip()->isVisible());

        QCOMPARE(page().results()->rowCount(), 12);
        QCOMPARE(page().summaryText(), QString("12 clips"));
        const int duration = ResultModel::DurationColumn;
        QTRY_COMPARE(page().results()->index(0, duration).data().toString(), QString("0:01.5"));
        QVERIFY(page()
                    .results()
                    ->index(0, ResultModel::WaveformColumn)
                    .data(ResultModel::ThumbnailRole)
                    .value<std::shared_ptr<const Thumbnail>>());

        QTest::keyClicks(page().caption(), "rain");
        QVERIFY(settled());
        QVERIFY(page().results()->ranked());
        const QStringList found = names(page());
        QVERIFY2(found.size() >= 6, qPrintable(found.join(", ")));
        for (int i = 0; i < 6; ++i) // the words of names count
            QVERIFY2(found[i].startsWith("rain"), qPrintable(found.join(", ")));
        page().caption()->selectAll();
        QTest::keyClicks(page().caption(), "hiss"); // no name holds it: the sound decides
        QVERIFY(settled());
        QVERIFY2(names(page()).front().startsWith("rain"), qPrintable(names(page()).join(", ")));
        QVERIFY(page().results()->index(0, ResultModel::MatchColumn).data(ResultModel::MatchRole).isValid());
        QVERIFY(page().results()->index(0, ResultModel::CertaintyColumn).data(ResultModel::CertaintyRole).isValid());
    }

    /// As you type: one search for a burst of keys, and the last answer stays until the next is there.
    void typingIsDebounced()
    {
        indexSounds(4);
        QSignalSpy listed(m_user->window().session(), &LibrarySession::listed);
        QTest::keyClicks(page().caption(), "drum", Qt::NoModifier, 20);
        QCOMPARE(listed.size(), 0);
        QVERIFY(!page().results()->ranked());
        QCOMPARE(page().results()->rowCount(), 4);
        QTest::qWait(kTypingPauseMs / 3);
        QCOMPARE(listed.size(), 0);
        QVERIFY(settled());
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed[0][0].value<ListAnswer>().request.caption, QString("drum"));
        QVERIFY(page().results()->ranked());
    }

    void anOlderAnswerNeverReplacesANewerOne()
    {
        indexSounds(4);
        QSignalSpy listed(m_user->window().session(), &LibrarySession::listed);
        for (int i = 0; i < 20; ++i) {
            ListRequest request;
            request.caption = QString("rain %1").arg(i);
            m_user->window().session()->list(request);
        }
        QVERIFY(settled());
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed[0][0].value<ListAnswer>().request.caption, QString("rain 19"));
    }

    void theKeyboardIsEnough()
    {
        indexSounds(8);
        m_user->window().activateWindow();
        QTest::keyClick(&m_user->window(), Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), page().caption());
        QTest::keyClicks(page().caption(), "rain");
        QVERIFY(settled());
        QTest::keyClick(page().caption(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), page().table());
        QCOMPARE(page().table()->currentIndex().row(), 0);
        QCOMPARE(m_user->window().player()->file(), page().results()->pathAt(0)); // sound follows the selection

        page().actions().follow->setChecked(false);
        QTest::keyClick(page().table(), Qt::Key_Down);
        QCOMPARE(page().table()->currentIndex().row(), 1);
        page().actions().follow->setChecked(true);

        QTest::keyClick(page().table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().toStdString(), page().results()->pathAt(1).string());

        QTest::keyClick(page().table(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), page().playerBar()->waveform());
        QTest::keyClick(page().playerBar()->waveform(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), page().table());

        const ClipId chosen = page().table()->currentClip();
        QTest::keyClick(page().table(), Qt::Key_S);
        QVERIFY(settled());
        QCOMPARE(page().results()->rowOf(chosen), -1); // like itself is every sound
        QVERIFY(page().results()->ranked());

        QTest::keyClick(page().table(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), page().caption());
        QTest::keyClick(page().caption(), Qt::Key_Escape); // forgets the sound
        QCOMPARE(page().caption()->text(), QString("rain"));
        QTest::keyClick(page().caption(), Qt::Key_Escape); // and then the caption
        QVERIFY(settled());
        QCOMPARE(page().results()->rowCount(), 8);
        QVERIFY(!page().results()->ranked());

        page().table()->setFocus();
        QTest::keyClicks(page().table(), "d"); // letters go on writing the caption
        QCOMPARE(page().caption()->text(), QString("d"));
    }

    void columnsSortOnAWorker()
    {
        indexSounds(12);
        page().table()->horizontalHeader()->setSortIndicator(ResultModel::NameColumn, Qt::DescendingOrder);
        QVERIFY(settled());
        QCOMPARE(names(page()).front(), QString("rain 9.flac"));
        page().table()->horizontalHeader()->setSortIndicator(ResultModel::FormatColumn, Qt::AscendingOrder);
        QVERIFY(settled());
        QStringList endings;
        for (const QString& name : names(page()))
            endings << name.section('.', -1);
        QCOMPARE(endings,
                 QStringList({"flac", "flac", "flac", "mp3", "mp3", "mp3", "ogg", "ogg", "ogg", "wav", "wav", "wav"}));
    }

    void indexingPausesAndStops()
    {
        m_user->open();
        LibrarySession* session = m_user->window().session();
        QSignalSpy finished(session, &LibrarySession::indexFinished);
        m_user->window().addFolders({m_user->encodedSounds(80)});
        QList<std::int64_t> seen;
        connect(session, &LibrarySession::indexProgressed, this, [&](const library::IndexProgress& p) {
            seen << p.filesDone;
            if (seen.size() == 1)
                page().indexStrip()->findChildren<QToolButton*>().front()->click(); // pause
        });
        QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), 30000);
        QVERIFY(session->indexingPaused());
        QTest::qWait(600); // what was under way ends
        const std::int64_t at = seen.back();
        QTest::qWait(500);
        QCOMPARE(seen.back(), at);
        QCOMPARE(finished.size(), 0);
        page().indexStrip()->findChildren<QToolButton*>().back()->click(); // cancel
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10000);
        QVERIFY(finished[0][0].value<library::IndexReport>().outcome == Outcome::Cancelled);
        QVERIFY2(m_user->window().statusText().startsWith("Stopped after"), qPrintable(m_user->window().statusText()));

        session->index({}); // and goes on later
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60000);
        QVERIFY(settled());
        QCOMPARE(session->summary().totals.embedded, std::int64_t{80});
    }

    void theEmptyPageIsReadWhole()
    {
        m_user->open();
        const auto* empty = page().findChild<EmptyState*>();
        QTRY_VERIFY(empty && empty->isVisible());
        for (const QLabel* label : empty->findChildren<QLabel*>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text() + " is cut"));
    }

    /// A sentence with a path in it is longer than the status bar: it stands above the page, whole, until read.
    void aModelThatCannotBeOpenedIsSaidInWhole()
    {
        m_user->open();
        NoticeBar* notice = m_user->window().notice();
        QVERIFY(!notice->isVisible());
        const QString path = QString("a long folder/").repeated(40) + "missing";
        m_user->window().loadModel({Path(path.toStdString()), {}});
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 10000);
        QCOMPARE(notice->sentence(), "There is no model in " + path);
        const auto* text = notice->findChild<QLabel*>();
        QVERIFY2(text->height() >= text->heightForWidth(text->width()), "the sentence is cut");
        QVERIFY(text->heightForWidth(text->width()) > 2 * text->fontMetrics().height()); // it takes several lines
        notice->findChild<QToolButton*>()->click();
        QVERIFY(!notice->isVisible());

        m_user->window().loadModel({Path("elsewhere again"), {}}); // opens: nothing is left to say
        QTRY_VERIFY_WITH_TIMEOUT(!m_user->window().session()->loadingModel(), 10000);
        QVERIFY(!notice->isVisible());
    }

    void filesThatFailAreListedWithReasons()
    {
        m_user->open();
        const Path folder = m_user->encodedSounds(2);
        test::writeFile(folder / "broken.wav", "this is no sound at all");
        test::writeFile(folder / "empty.flac", "");
        m_user->window().addFolders({folder});
        QVERIFY(settled());
        QCOMPARE(page().results()->rowCount() >= 2, true);
        FailuresDialog* dialog = m_user->window().showFailures();
        QAbstractItemModel* model = dialog->table()->model();
        QCOMPARE(model->rowCount(), 2);
        std::set<QString> files;
        for (int row = 0; row < 2; ++row) {
            files.insert(model->index(row, 0).data().toString());
            QVERIFY(model->index(row, 1).data().toString().size() > 10);
        }
        QCOMPARE(files, (std::set<QString>{"broken.wav", "empty.flac"}));
    }

    void foldersAreDroppedChosenAndRemoved()
    {
        m_user->open();
        const Path sounds = m_user->encodedSounds(4), more = m_user->path("more");
        std::filesystem::create_directories(more);
        test::writeWav(more / "only.wav", test::tone(440, 1, 44100), 44100);
        QMimeData urls;
        urls.setUrls({fileUrl(sounds), fileUrl(more)});
        drop(urls);
        QTRY_COMPARE_WITH_TIMEOUT(m_user->window().session()->summary().totals.embedded, std::int64_t{5}, 30000);
        QVERIFY(settled());
        QCOMPARE(page().roots()->list()->model()->rowCount(), 3);

        const auto rootOf = [&](const Path& folder) {
            for (const library::RootSummary& root : m_user->window().session()->summary().roots)
                if (root.path == folder)
                    return root.id;
            return RootId{};
        };
        for (int row = 1; row <= 2; ++row)
            if (page().roots()->list()->model()->index(row, 0).data().toString() == "more")
                page().roots()->list()->setCurrentIndex(page().roots()->list()->model()->index(row, 0));
        QVERIFY(settled());
        QCOMPARE(names(page()), QStringList{"only.wav"});

        m_user->window().session()->removeRoot(rootOf(more));
        QTRY_COMPARE(page().roots()->list()->model()->rowCount(), 2);
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 4);
        QVERIFY(std::filesystem::exists(more / "only.wav"));
    }

    void aDroppedFileIsAQuery()
    {
        indexSounds(6);
        const Path file = m_user->path("like.wav");
        test::writeWav(file, test::noise(1, 1.5, 44100), 44100);
        QMimeData urls;
        urls.setUrls({fileUrl(file)});
        drop(urls);
        QTRY_VERIFY(page().results()->ranked());
        QVERIFY(settled());
        QCOMPARE(page().results()->rowCount(), 6);
    }

    void anUnpluggedFolderStaysAndIsGreyed()
    {
        indexSounds(4);
        std::filesystem::rename(m_user->path("sounds"), m_user->path("elsewhere"));
        m_user->window().openLibrary(m_user->path("library.db"));
        QVERIFY(settled());
        QCOMPARE(page().results()->rowCount(), 4);
        QTRY_VERIFY(page().roots()->list()->model()->index(1, 0).data(RootModel::OfflineRole).toBool());
        QTRY_VERIFY(page().results()->index(0, 0).data(ResultModel::DimmedRole).toBool());
    }

    void everyControlHasANameAndATooltip()
    {
        indexSounds(2);
        QStringList bare;
        for (QWidget* widget : m_user->window().findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                                 qobject_cast<QSlider*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<WaveformView*>(widget);
            // Qt's own: the clear button of a field, the menu bar's, the table's corner and a tab bar's scroll button.
            if (!control || widget->isHidden() || widget->objectName().startsWith("qt_") ||
                qobject_cast<QLineEdit*>(widget->parent()) || qobject_cast<QMenuBar*>(widget->parent()) ||
                qobject_cast<QTableView*>(widget->parent()) || qobject_cast<QTabBar*>(widget->parent()))
                continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).isEmpty() || widget->toolTip().isEmpty())
                bare << QString(widget->metaObject()->className()) + " in " +
                            widget->parentWidget()->metaObject()->className() + " " +
                            (accessible ? accessible->text(QAccessible::Name) : QString());
        }
        QVERIFY2(bare.isEmpty(), qPrintable(bare.join("\n")));
    }

    void everyActionIsInAMenuAndKeysDoNotClash()
    {
        m_user->open();
        std::map<QString, QString> keys;
        for (const QAction* menu : m_user->window().menuBar()->actions()) {
            QVERIFY(menu->menu());
            QVERIFY(!menu->menu()->actions().isEmpty());
            for (const QAction* action : menu->menu()->actions()) {
                const QString key = action->shortcut().toString();
                if (key.isEmpty())
                    continue;
                QVERIFY2(!keys.contains(key), qPrintable(key + ": " + action->text() + ", " + keys[key]));
                keys[key] = action->text();
            }
        }
        for (const char* key :
             {"Ctrl+F", "Space", "Return", "Esc", "L", "S", "Ctrl+C", "Left", "Right", "F1", "Ctrl+O"})
            QVERIFY2(keys.contains(key), key);
    }

    void theWindowFitsASmallLaptop()
    {
        indexSounds(2);
        const QSize least = m_user->window().minimumSizeHint();
        QVERIFY2(least.width() <= 1366 && least.height() <= 768 - 32,
                 qPrintable(QString("%1 x %2").arg(least.width()).arg(least.height())));
        const QSize screen = m_user->window().screen()->availableSize(), start = m_user->window().size();
        QVERIFY2(start.width() <= screen.width() && start.height() < screen.height(),
                 qPrintable(QString("%1 x %2").arg(start.width()).arg(start.height())));
    }
};

PROLAP_TEST(TstExplore)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_explore.moc"
