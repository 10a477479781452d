#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/sounds.h"

#include <filesystem>

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;

/// The program as a person uses it: a display, a window manager, keys. The pictures of the steps stay in the build
/// folder under `tour`.
class TstTour : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    Path path(const std::string& name) const { return Path(m_home.path().toStdString()) / name; }

private Q_SLOTS:
    void aPersonFindsTheirWay()
    {
        for (const char* tool : {"xvfb-run", "xdotool", "import", "openbox"})
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP(qPrintable(QString("%1 is not installed").arg(tool)));
        std::filesystem::create_directories(path("sounds"));
        for (int i = 0; i < 12; ++i)
            test::writeWav(path("sounds") / ((i % 2 ? "rain " : "drum ") + std::to_string(i) + ".wav"),
                           i % 2 ? test::noise(i, 1, 44100) : test::tone(100.0 * (i + 1), 1, 44100), 44100);
        test::writeTinyPack(path("tiny"));
        const QString bin = qEnvironmentVariable("PROLAP_BIN_DIR");
        const QString pictures = QDir(bin).filePath("../tour");
        QDir(pictures).removeRecursively();
        QProcess tour;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove("QT_QPA_PLATFORM");
        for (const char* place : {"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
            environment.insert(place, m_home.path());
        tour.setProcessEnvironment(environment);
        const auto text = [this](const char* name) { return QString::fromStdString(path(name)); };
        tour.start("xvfb-run", {"-a", "-s", "-screen 0 1366x768x24", "bash",
                                qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/tests/ui_tour/tour.sh", bin, text("tiny"),
                                text("tour.db"), text("sounds"), pictures});
        const bool ended = tour.waitForFinished(240000);
        const QByteArray said = tour.readAllStandardError();
        QVERIFY2(ended && tour.exitCode() == 0, said.constData());
        const QStringList steps = QString::fromUtf8(tour.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
        QVERIFY(steps.size() >= 10);
        QSet<QByteArray> different;
        for (const QString& step : steps) {
            const QImage image(pictures + '/' + step + ".png");
            QVERIFY2(image.size() == QSize(1366, 768), qPrintable(step));
            different.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
        }
        QVERIFY2(different.size() >= 8, "the keys changed nothing on the screen");
        // The key 4 gave the selected clip four stars.
        QFile rated(pictures + "/rated.json");
        QVERIFY(rated.open(QIODevice::ReadOnly));
        const QJsonArray hits = QJsonDocument::fromJson(rated.readAll())["hits"].toArray();
        QCOMPARE(hits.size(), 1);
        QVERIFY(hits[0]["path"].toString().contains("rain"));
    }
};

PROLAP_TEST(TstTour)
#include "tst_tour.moc"
