#include "core/audio/decoder.h"
#include "tests/support/test_main.h"
#include "tests/ui/pulse_server.h"
#include "tests/ui/sounds.h"
#include "ui/explore/query/record_dialog.h"
#include "ui/player/player.h"

#include <cmath>
#include <numbers>

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;
using test::PulseServer;

namespace {

/// How much of a recording is one tone, 0 to 1.
double shareOf(double hertz, const std::vector<float>& samples, int rate)
{
    double re = 0, im = 0, all = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(i) / rate, x = samples[i];
        re += x * std::cos(angle);
        im += x * std::sin(angle);
        all += x * x;
    }
    return all > 0 ? 2 * (re * re + im * im) / (all * static_cast<double>(samples.size())) : 0;
}

} // namespace

/// Records from a sound server whose microphone hears what is played.
class TstRecording : public QObject {
    Q_OBJECT

    std::unique_ptr<PulseServer> m_server;
    QTemporaryDir m_folder;

    Path path(const char* name) const { return Path(m_folder.path().toStdString()) / name; }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PulseServer::installed())
            QSKIP("pulseaudio and parec are not installed");
        m_server = std::make_unique<PulseServer>();
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
    }

    void whatIsHeardBecomesAFile()
    {
        const Path tone = path("tone.wav");
        test::writeWav(tone, test::tone(440, 8, 44100), 44100);
        Player player;
        player.setLoop(true);
        RecordDialog dialog(path("."));
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(dialog.devices()->count() > 0, 10000);
        QVERIFY(dialog.recordButton()->isEnabled() && !dialog.useButton()->isEnabled());
        QSignalSpy level(dialog.recorder(), &SoundRecorder::levelChanged);
        player.play(tone, 0);
        QTRY_VERIFY_WITH_TIMEOUT(player.state() == PlayState::Playing, 5000);
        dialog.recordButton()->click();
        QVERIFY2(dialog.recorder()->recording(), qPrintable(dialog.message()));
        QCOMPARE(dialog.recordButton()->text(), QString("Stop"));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.recorder()->seconds() > 1.5, 10000);
        dialog.recordButton()->click();
        player.stop();
        QVERIFY(!dialog.recorder()->recording());
        QVERIFY(level.size() > 3);
        QVERIFY2(dialog.useButton()->isEnabled(), qPrintable(dialog.message()));
        dialog.useButton()->click();
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        audio::Decoder decoder(dialog.file(), {44100, true, 0.5, 1.4});
        std::vector<float> heard(44100);
        std::size_t filled = 0;
        for (std::size_t got = 1; got > 0 && filled < heard.size(); filled += got)
            got = decoder.read(std::span(heard).subspan(filled));
        heard.resize(filled);
        QVERIFY(filled > 30000);
        QVERIFY2(shareOf(440, heard, 44100) > .8, qPrintable(QString::number(shareOf(440, heard, 44100))));
    }

    void silenceIsNoQueryAndTheEndComesByItself()
    {
        RecordDialog dialog(path("."));
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(dialog.devices()->count() > 0, 10000);
        dialog.findChild<QSpinBox*>()->setValue(1);
        QSignalSpy stopped(dialog.recorder(), &SoundRecorder::stopped);
        dialog.recordButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 10000);
        QVERIFY(std::abs(dialog.recorder()->seconds() - 1) < 0.01);
        QVERIFY(!dialog.useButton()->isEnabled());
        QVERIFY2(dialog.message().contains("Nothing was heard"), qPrintable(dialog.message()));
        QCOMPARE(dialog.recordButton()->text(), QString("Record again"));
    }

    void aServerThatGoesAwayIsSaid()
    {
        SoundRecorder recorder;
        QSignalSpy failed(&recorder, &SoundRecorder::failed);
        recorder.start(QAudioDevice(), 1);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("There is no microphone"));
        QVERIFY(!recorder.recording());
    }
};

PROLAP_TEST(TstRecording)
#include "tst_recording.moc"
