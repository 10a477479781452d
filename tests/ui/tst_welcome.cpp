#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/settings.h"
#include "ui/window/about_dialog.h"
#include "ui/window/first_start.h"
#include "ui/window/welcome_dialog.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

class TstWelcome : public QObject {
    Q_OBJECT

    static WelcomeDialog* welcomeOf(MainWindow& window) { return window.findChild<WelcomeDialog*>(); }
    static QPushButton* button(const QWidget* parent, const QString& name)
    {
        for (QPushButton* button : parent->findChildren<QPushButton*>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void theFirstStartAsksForSoundsAndListensToThem()
    {
        test::WindowFixture user;
        const Path sounds = user.encodedSounds(4);
        MainWindow& window = user.open(true);
        welcomeOnFirstStart(&window);
        QTRY_VERIFY(welcomeOf(window) && welcomeOf(window)->isVisible());
        QPointer<WelcomeDialog> welcome = welcomeOf(window);
        QPushButton* start = button(welcome, "Start listening");
        QVERIFY(!start->isEnabled()); // there is nothing to listen to yet
        welcome->add(sounds);
        welcome->add(sounds); // once is enough
        QCOMPARE(welcome->findChild<QListWidget*>()->count(), 1);
        QVERIFY(start->isEnabled());
        start->click();
        QTRY_COMPARE(window.session()->summary().totals.embedded, 4);
        QTRY_VERIFY(welcome.isNull());
    }

    void afterwardsItIsNotShownAgain()
    {
        test::WindowFixture user;
        MainWindow& first = user.open(true);
        welcomeOnFirstStart(&first);
        QTRY_VERIFY(welcomeOf(first));
        welcomeOf(first)->reject();
        user.close();
        MainWindow& second = user.open(true);
        welcomeOnFirstStart(&second);
        QTest::qWait(300);
        QVERIFY(!welcomeOf(second));
    }

    void aLibraryWithFoldersNeedsNone()
    {
        test::WindowFixture user;
        MainWindow& window = user.open(true);
        window.addFolders({user.encodedSounds(2)});
        QTRY_COMPARE(window.session()->summary().totals.embedded, 2);
        welcomeOnFirstStart(&window);
        QTest::qWait(100);
        QVERIFY(!welcomeOf(window));
    }

    void aFolderCanBeTakenBack()
    {
        WelcomeDialog dialog({"/usr/share/sounds"});
        button(&dialog, "Demo sounds")->click();
        QCOMPARE(dialog.folders().size(), std::size_t(1));
        button(&dialog, "Remove")->click();
        QVERIFY(dialog.folders().empty());
        QVERIFY(!button(&dialog, "Start listening")->isEnabled());
    }

    void withoutDemoSoundsNoneAreOffered()
    {
        WelcomeDialog dialog({});
        dialog.show();
        QVERIFY(!button(&dialog, "Demo sounds")->isVisible());
    }

    void theAboutBoxNamesLicencesAndAttributions()
    {
        AboutDialog dialog;
        const auto* table = dialog.findChild<QTableWidget*>();
        QVERIFY(!table->findItems("SQLite", Qt::MatchExactly).isEmpty());
        const int row = table->findItems("SQLite", Qt::MatchExactly).front()->row();
        QVERIFY(table->item(row, 1)->text().startsWith("3."));
        QString texts;
        for (const QPlainTextEdit* text : dialog.findChildren<QPlainTextEdit*>())
            texts += text->toPlainText();
        QVERIFY(texts.contains("GNU GENERAL PUBLIC LICENSE"));
        QVERIFY(texts.contains("aiSFX audio encoder"));
    }
};

PROLAP_TEST(TstWelcome)
#include "tst_welcome.moc"
