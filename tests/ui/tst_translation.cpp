#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/translations.h"

#include <QAction>
#include <QLocale>
#include <QMenuBar>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

class TstTranslation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every text of the window has its German one: what lupdate finds now is asked for, not what it found once.
    void germanIsComplete()
    {
        const QString lupdate = QStandardPaths::findExecutable("lupdate", {"/usr/lib/qt6/bin", "/usr/lib/qt6/libexec"});
        if (lupdate.isEmpty())
            QSKIP("Qt's lupdate is not installed (Debian: qt6-l10n-tools)");
        QTemporaryDir folder;
        QProcess update;
        update.start("bash", {qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/packaging/translations.sh", folder.path()});
        QVERIFY(update.waitForFinished(60000));
        QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
        QFile file(folder.filePath("prolap_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.count("<message") > 200);
        QStringList untranslated;
        qsizetype at = 0;
        while ((at = text.indexOf("type=\"unfinished\"", at + 1)) >= 0) {
            const qsizetype source = text.lastIndexOf("<source>", at) + 8;
            untranslated << text.mid(source, text.indexOf("</source>", source) - source);
        }
        QVERIFY2(untranslated.isEmpty(), qPrintable("Not translated: " + untranslated.join(" | ")));
    }

    void theWindowSpeaksGerman()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        installTranslations(*qApp);
        test::WindowFixture user;
        MainWindow& window = user.open();
        QStringList menus;
        for (const QAction* action : window.menuBar()->actions())
            menus << action->text();
        QVERIFY2(menus.contains("&Datei") && menus.contains("&Hilfe"), qPrintable(menus.join(' ')));
        window.addFolders({user.encodedSounds(1)});
        QTRY_VERIFY(window.statusText().contains("1 neue Datei angehört"));
        QLocale::setDefault(before);
    }
};

PROLAP_TEST(TstTranslation)
#include "tst_translation.moc"
