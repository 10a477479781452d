#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/theme/palette.h"

#include <QImage>
#include <QProcess>
#include <QTest>

using namespace prolap;

/// prolap-explorer itself, offscreen.
class TstScreenshot : public QObject {
    Q_OBJECT

    test::WindowFixture m_user;

    struct Run {
        int exitCode;
        QString err;
        QImage image;
    };
    Run run(const QStringList& arguments)
    {
        const QString picture = QString::fromStdString(m_user.path("window.png"));
        QFile::remove(picture);
        QProcess program;
        program.start(qEnvironmentVariable("PROLAP_BIN_DIR") + "/prolap-explorer",
                      QStringList{"--library", QString::fromStdString(m_user.path("shot.db")), "--model",
                                  QString::fromStdString(test::WindowFixture::pack()), "--screenshot", picture} +
                          arguments);
        if (!program.waitForFinished(90000)) {
            program.kill();
            program.waitForFinished();
        }
        return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
                QString::fromUtf8(program.readAllStandardError()), QImage(picture)};
    }

private Q_SLOTS:
    void picturesTheAnswer()
    {
        const QString sounds = QString::fromStdString(m_user.encodedSounds(6));
        const Run shot = run({"--query", "rain", "--size", "1200x700", "--scheme", "dark", sounds});
        QVERIFY2(shot.exitCode == 0, qPrintable(shot.err));
        QCOMPARE(shot.image.size(), QSize(1200, 700));
        QCOMPARE(shot.image.pixelColor(2, 300), ui::paletteOf(ui::Scheme::Dark).window);
        int accents = 0; // the bars of matches
        for (int y = 100; y < 500; ++y)
            for (int x = 0; x < 1200; ++x)
                accents += shot.image.pixelColor(x, y) == ui::paletteOf(ui::Scheme::Dark).accent;
        QVERIFY2(accents > 20, qPrintable(QString::number(accents)));
    }

    void anEmptyLibraryCanBePicturedToo()
    {
        const Run shot = run({"--scheme", "light"});
        QVERIFY2(shot.exitCode == 0, qPrintable(shot.err));
        QCOMPARE(shot.image.size(), QSize(1366, 768));
        QCOMPARE(shot.image.pixelColor(2, 300), ui::paletteOf(ui::Scheme::Light).window);
    }

    void aModelThatIsNotThereIsASentence()
    {
        const Run shot = run({"--model", "/nonexistent/pack", "--query", "rain"});
        QCOMPARE(shot.exitCode, 2);
        QVERIFY2(shot.err.contains("/nonexistent/pack"), qPrintable(shot.err));
    }

    void wrongOptionsAreUsageErrors()
    {
        QCOMPARE(run({"--size", "big"}).exitCode, 1);
        QCOMPARE(run({"/nonexistent/folder"}).exitCode, 1);
    }
};

PROLAP_TEST(TstScreenshot)
#include "tst_screenshot.moc"
