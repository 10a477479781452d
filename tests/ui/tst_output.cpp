#include "tests/support/test_main.h"
#include "tests/ui/pulse_server.h"
#include "tests/ui/sounds.h"
#include "ui/player/player.h"
#include "ui/player/player_bar.h"
#include "ui/player/player_menu.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;
using test::PulseServer;

/// The sound device is chosen in the player's menu, heard there, and remembered.
class TstOutput : public QObject {
    Q_OBJECT

    std::unique_ptr<PulseServer> m_server;
    QTemporaryDir m_folder;

    bool tell(const QStringList& words)
    {
        QProcess pactl;
        pactl.setStandardOutputFile(QProcess::nullDevice());
        pactl.start("pactl", words);
        return pactl.waitForFinished(10000) && pactl.exitCode() == 0;
    }
    QAction* outputNamed(PlayerBar& bar, const QString& part)
    {
        for (QAction* action : bar.menu()->actions()) {
            if (!action->menu() || action->text() != PlayerMenu::tr("Sound device"))
                continue;
            Q_EMIT action->menu()->aboutToShow();
            for (QAction* device : action->menu()->actions())
                if (device->text().contains(part))
                    return device;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PulseServer::installed() || QStandardPaths::findExecutable("pactl").isEmpty())
            QSKIP("pulseaudio, parec and pactl are not installed");
        m_server = std::make_unique<PulseServer>();
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
        QVERIFY(
            tell({"load-module", "module-null-sink", "sink_name=second", "sink_properties=device.description=Second"}));
        QVERIFY(tell({"set-default-sink", "second"}));
    }
    void cleanupTestCase() { m_server.reset(); }

    void theChosenDeviceIsHeardAndRemembered()
    {
        const Path file = Path(m_folder.path().toStdString()) / "a.wav";
        test::writeWav(file, test::noise(5, 2, PulseServer::kRate), PulseServer::kRate);
        const QString settingsFile = m_folder.filePath("settings.ini");
        const auto heard = [&](Player& player) {
            m_server->startRecording(); // of the first device
            player.play(file, 0);
            QTest::qWait(900);
            player.stop();
            const std::vector<float> samples = m_server->stopRecording();
            return samples.empty() ? 0.F : std::abs(*std::ranges::max_element(samples));
        };
        {
            Player player;
            PlayerBar bar(&player);
            QTRY_VERIFY(QMediaDevices::audioOutputs().size() >= 2);
            QTRY_VERIFY(outputNamed(bar, "As the desktop (Second)"));
            QVERIFY(outputNamed(bar, "As the desktop")->isChecked());
            QVERIFY(heard(player) < 0.01F); // it goes to the second one
            QAction* first = nullptr;
            QTRY_VERIFY((first = outputNamed(bar, "Null Output")) || (first = outputNamed(bar, "test")));
            first->trigger();
            QVERIFY(heard(player) > 0.05F);
            QSettings settings(settingsFile, QSettings::IniFormat);
            bar.save(settings);
        }
        Player player;
        PlayerBar bar(&player);
        const QSettings settings(settingsFile, QSettings::IniFormat);
        bar.restore(settings);
        QVERIFY(!outputNamed(bar, "As the desktop")->isChecked());
        QVERIFY(heard(player) > 0.05F);
        outputNamed(bar, "As the desktop")->trigger();
        QVERIFY(heard(player) < 0.01F);
    }
};

PROLAP_TEST(TstOutput)
#include "tst_output.moc"
