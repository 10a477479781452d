#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/sounds.h"
#include "ui/theme/palette.h"

#include <filesystem>

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;

/// prolap-explorer itself, offscreen.
class TstScreenshot : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    Path path(const std::string& name) const { return Path(m_home.path().toStdString()) / name; }

    struct Run {
        int exitCode;
        QString err;
        QImage image;
    };
    Run run(const QStringList& arguments, const QString& model = {})
    {
        const QString picture = QString::fromStdString(path("window.png"));
        QFile::remove(picture);
        QProcess program;
        QStringList all{"--library", QString::fromStdString(path("shot.db")), "--model",
                        model.isEmpty() ? QString::fromStdString(path("tiny")) : model};
        if (!arguments.contains("--screenshots"))
            all += {"--screenshot", picture};
        program.start(qEnvironmentVariable("PROLAP_BIN_DIR") + "/prolap-explorer", all + arguments);
        if (!program.waitForFinished(90000)) {
            program.kill();
            program.waitForFinished();
        }
        return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
                QString::fromUtf8(program.readAllStandardError()), QImage(picture)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit() + "/data");
        qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit() + "/cache");
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit() + "/config");
        test::writeTinyPack(path("tiny"));
    }

    void picturesTheAnswer()
    {
        std::filesystem::create_directories(path("sounds"));
        for (int i = 0; i < 6; ++i)
            test::writeWav(path("sounds") / ("rain " + std::to_string(i) + ".wav"), test::noise(i, 1, 44100), 44100);
        const QString sounds = QString::fromStdString(path("sounds"));
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

    void everyPageIsPictured()
    {
        const QString folder = QString::fromStdString(path("pictures"));
        QDir().mkpath(folder);
        const Run shot = run({"--query", "rain", "--screenshots", folder});
        QVERIFY2(shot.exitCode == 0, qPrintable(shot.err));
        for (const char* name : {"explore-light.png", "explore-dark.png"}) {
            const QImage image(folder + '/' + name);
            QCOMPARE(image.size(), QSize(1366, 768));
        }
        QCOMPARE(QImage(folder + "/explore-dark-4k.png").size(), QSize(3840, 2160));
        QVERIFY(QImage(folder + "/explore-light.png").pixelColor(2, 300) !=
                QImage(folder + "/explore-dark.png").pixelColor(2, 300));
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
        const Run shot = run({"--query", "rain"}, "/nonexistent/pack");
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
