#include "core/audio/decoder.h"
#include "tests/support/test_main.h"
#include "tests/ui/pulse_server.h"
#include "tests/ui/sounds.h"
#include "ui/player/player.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;
using test::PulseServer;

namespace {

/// Where a needle is found in a recording, and how alike they are there (1: the same but for a factor).
struct Found {
    std::ptrdiff_t at = -1;
    double correlation = 0;
    double gain = 0;
};

Found find(const std::vector<float>& recording, std::span<const float> needle)
{
    Found best;
    double needleEnergy = 0;
    for (const float v : needle)
        needleEnergy += double(v) * v;
    if (recording.size() < needle.size())
        return best;
    for (std::size_t at = 0; at + needle.size() <= recording.size(); ++at) {
        double dot = 0, energy = 0;
        for (std::size_t i = 0; i < needle.size(); ++i) {
            dot += double(recording[at + i]) * needle[i];
            energy += double(recording[at + i]) * recording[at + i];
        }
        if (energy < 1e-6)
            continue;
        const double correlation = dot / std::sqrt(energy * needleEnergy);
        if (correlation > best.correlation)
            best = {static_cast<std::ptrdiff_t>(at), correlation, dot / needleEnergy};
    }
    return best;
}

} // namespace

/// Listens to what the player sends to the sound server.
class TstListening : public QObject {
    Q_OBJECT

    std::unique_ptr<PulseServer> m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<Player> m_player;

    Path file(const char* name) const { return Path(m_folder.path().toStdString()) / name; }

    std::span<const float> part(const std::vector<float>& samples, double from, double seconds)
    {
        return std::span(samples).subspan(static_cast<std::size_t>(from * PulseServer::kRate),
                                          static_cast<std::size_t>(seconds * PulseServer::kRate));
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return m_player->state() == PlayState::Playing; }, 5000) &&
               QTest::qWaitFor([this] { return m_player->state() == PlayState::Stopped; }, 15000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PulseServer::installed())
            QSKIP("pulseaudio and parec are not installed");
        m_server = std::make_unique<PulseServer>();
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
        m_player = std::make_unique<Player>();
        QSignalSpy failed(m_player.get(), &Player::failed);
        QTest::qWait(300);
        QVERIFY2(failed.isEmpty(), qPrintable(failed.isEmpty() ? QString() : failed[0][0].toString()));
    }

    void cleanupTestCase()
    {
        m_player.reset();
        m_server.reset();
    }

    void theWholeClipIsHeard()
    {
        const std::vector<float> sound = test::noise(7, 2.0, PulseServer::kRate);
        test::writeWav(file("a.wav"), sound, PulseServer::kRate);
        test::encode(file("a.wav"), file("a.flac"));
        m_server->startRecording();
        QList<double> positions;
        connect(m_player.get(), &Player::positionChanged, this, [&](double seconds) { positions << seconds; });
        m_player->play(file("a.flac"), 0);
        QVERIFY(waitForEnd());
        QTest::qWait(300);
        const std::vector<float> heard = m_server->stopRecording();
        disconnect(m_player.get(), nullptr, this, nullptr);

        // The null sink's monitor misses the few milliseconds that are mixed into a block that it has already given.
        const Found start = find(heard, part(sound, 0.02, 0.1)), middle = find(heard, part(sound, 1.0, 0.1)),
                    end = find(heard, part(sound, 1.9, 0.1));
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
        for (const Found& found : {start, middle, end}) {
            QVERIFY2(found.correlation > 0.99, qPrintable(QString("%1 at %2").arg(found.correlation).arg(found.at)));
            QVERIFY2(std::abs(found.gain - 1) < 0.02, qPrintable(QString::number(found.gain)));
        }
        // Without a gap: what lies 0.98 s apart in the file does so in the recording.
        QVERIFY2(std::abs(middle.at - start.at - 98 * PulseServer::kRate / 100) < 50,
                 qPrintable(QString::number(middle.at - start.at)));
        QVERIFY2(std::abs(end.at - start.at - 188 * PulseServer::kRate / 100) < 50,
                 qPrintable(QString::number(end.at - start.at)));
        // The cursor moved on, and never past the end.
        QVERIFY2(positions.size() > 20, qPrintable(QString::number(positions.size())));
        QVERIFY(*std::ranges::max_element(positions) > 1.5 && *std::ranges::max_element(positions) < 2.05);
    }

    /// Shorter than what the sound server holds before it begins.
    void aVeryShortClipIsHeard()
    {
        const std::vector<float> sound = test::noise(31, 0.06, PulseServer::kRate);
        test::writeWav(file("tick.wav"), sound, PulseServer::kRate);
        for (const bool recorded : {true, false}) {
            if (recorded)
                m_server->startRecording();
            QElapsedTimer timer;
            timer.start();
            m_player->play(file("tick.wav"), 0);
            QVERIFY(waitForEnd());
            QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
            if (recorded) {
                QTest::qWait(300);
                QVERIFY(find(m_server->stopRecording(), part(sound, 0.02, 0.035)).correlation > 0.99);
            }
        }
    }

    void anotherRateAndChannelsAreHeardToo()
    {
        const std::vector<float> sound = test::tone(1000, 1.0, 22050);
        test::writeWav(file("low.wav"), sound, 22050);
        m_server->startRecording();
        m_player->play(file("low.wav"), 0);
        QVERIFY(waitForEnd());
        QTest::qWait(300);
        const std::vector<float> heard = m_server->stopRecording();
        const Found found = find(heard, part(test::tone(1000, 1.0, PulseServer::kRate), 0.2, 0.05));
        QVERIFY2(found.correlation > 0.99, qPrintable(QString::number(found.correlation)));
        QVERIFY2(std::abs(found.gain - 1) < 0.05, qPrintable(QString::number(found.gain)));
    }

    void seekAndGainAreHeard()
    {
        const std::vector<float> sound = test::noise(9, 3.0, PulseServer::kRate);
        test::writeWav(file("seek.wav"), sound, PulseServer::kRate);
        m_server->startRecording();
        m_player->setGainDb(-6);
        m_player->play(file("seek.wav"), 2.0);
        QVERIFY(waitForEnd());
        QTest::qWait(300);
        const std::vector<float> heard = m_server->stopRecording();
        m_player->setGainDb(0);
        const Found later = find(heard, part(sound, 2.5, 0.1));
        QVERIFY2(later.correlation > 0.99, qPrintable(QString::number(later.correlation)));
        QVERIFY2(std::abs(later.gain - 0.501) < 0.02, qPrintable(QString::number(later.gain)));
        QVERIFY(find(heard, part(sound, 1.0, 0.1)).correlation < 0.5); // what lies before is not heard
    }

    void aLoopGoesOnWithoutAGap()
    {
        const std::vector<float> sound = test::noise(11, 0.5, PulseServer::kRate);
        test::writeWav(file("loop.wav"), sound, PulseServer::kRate);
        m_server->startRecording();
        m_player->setLoop(true);
        m_player->play(file("loop.wav"), 0);
        QTest::qWait(2500);
        QVERIFY(m_player->state() == PlayState::Playing);
        m_player->setLoop(false);
        QVERIFY(QTest::qWaitFor([this] { return m_player->state() == PlayState::Stopped; }, 5000));
        const std::vector<float> heard = m_server->stopRecording();
        // The seam: the end and the beginning, one after the other.
        std::vector<float> seam(sound.end() - 2400, sound.end());
        seam.insert(seam.end(), sound.begin(), sound.begin() + 2400);
        const Found found = find(heard, seam);
        QVERIFY2(found.correlation > 0.99, qPrintable(QString::number(found.correlation)));
    }

    void pauseHoldsTheCursor()
    {
        test::writeWav(file("pause.wav"), test::noise(13, 3.0, PulseServer::kRate), PulseServer::kRate);
        m_player->play(file("pause.wav"), 0);
        QTRY_VERIFY(m_player->positionSeconds() > 0.3);
        m_player->toggle();
        QTRY_VERIFY(m_player->state() == PlayState::Paused);
        QTest::qWait(100);
        const double at = m_player->positionSeconds();
        QTest::qWait(300);
        QCOMPARE(m_player->positionSeconds(), at);
        m_player->toggle();
        QTRY_VERIFY(m_player->positionSeconds() > at + 0.2);
        m_player->stop();
        QVERIFY(m_player->state() == PlayState::Stopped);
    }

    void holdingAnArrowKeyDownDoesNotQueueSounds()
    {
        for (int i = 0; i < 20; ++i)
            test::writeWav(file(("k" + std::to_string(i) + ".wav").c_str()),
                           test::noise(100 + i, 0.4, PulseServer::kRate), PulseServer::kRate);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            m_player->play(file(("k" + std::to_string(i) + ".wav").c_str()), 0);
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(waitForEnd());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void aRegionIsLoopedAndItsEdgesFade()
    {
        const std::vector<float> sound = test::noise(21, 3.0, PulseServer::kRate);
        test::writeWav(file("region.wav"), sound, PulseServer::kRate);
        m_player->load(file("region.wav"), 0);
        m_player->setRegion(std::pair(1.0, 1.3));
        m_player->setLoop(true);
        m_server->startRecording();
        m_player->toggle(); // from the region's start, though the cursor stands at the clip's
        QTRY_VERIFY(m_player->state() == PlayState::Playing);
        double least = 9, most = 0;
        for (int i = 0; i < 40; ++i) {
            QTest::qWait(30);
            least = std::min(least, m_player->positionSeconds());
            most = std::max(most, m_player->positionSeconds());
        }
        m_player->setLoop(false);
        QVERIFY(QTest::qWaitFor([this] { return m_player->state() == PlayState::Stopped; }, 5000));
        QTest::qWait(200);
        const std::vector<float> heard = m_server->stopRecording();
        m_player->setRegion(std::nullopt);
        QVERIFY2(least >= 0.99 && most <= 1.31, qPrintable(QString("%1 to %2").arg(least).arg(most)));
        QVERIFY(find(heard, part(sound, 1.1, 0.1)).correlation > 0.99);
        QVERIFY(find(heard, part(sound, 0.5, 0.1)).correlation < 0.5); // what lies before
        QVERIFY(find(heard, part(sound, 1.4, 0.1)).correlation < 0.5); // and behind
        // The seam: both edges by a ramp of 5 ms, one after the other without a gap.
        std::vector<float> seam;
        const auto length = static_cast<std::size_t>(0.005 * PulseServer::kRate);
        const std::size_t first = PulseServer::kRate, last = static_cast<std::size_t>(1.3 * PulseServer::kRate);
        for (std::size_t i = last - 2400; i < last; ++i)
            seam.push_back(sound[i] * std::min(1.0f, static_cast<float>(last - i) / static_cast<float>(length)));
        for (std::size_t i = first; i < first + 2400; ++i)
            seam.push_back(sound[i] * std::min(1.0f, static_cast<float>(i - first) / static_cast<float>(length)));
        const Found found = find(heard, seam);
        QVERIFY2(found.correlation > 0.99, qPrintable(QString::number(found.correlation)));
    }

    void speedAndPitchAreHeard()
    {
        test::writeWav(file("tape.wav"), test::tone(500, 3.0, PulseServer::kRate), PulseServer::kRate);
        const auto heardAs = [&](double hertz) {
            m_server->startRecording();
            m_player->play(file("tape.wav"), 0);
            QTest::qWait(1200);
            m_player->stop();
            QTest::qWait(100);
            return find(m_server->stopRecording(), part(test::tone(hertz, 1.0, PulseServer::kRate), 0.2, 0.03))
                .correlation;
        };
        m_player->setSpeed(2);
        QVERIFY(heardAs(1000) > 0.99);
        m_player->setSpeed(0.5);
        QVERIFY(heardAs(250) > 0.99);
        m_player->setSpeed(1);
        m_player->setSemitones(12);
        QVERIFY(heardAs(1000) > 0.95);
        m_player->setSemitones(0);
        QVERIFY(heardAs(500) > 0.99);
        // Twice as fast is over in half the time, and the cursor stands where the sound is.
        m_player->setSpeed(2);
        m_server->startRecording(); // a null sink that nobody listens to runs by steps of two seconds
        QElapsedTimer timer;
        timer.start();
        m_player->play(file("tape.wav"), 0);
        QTRY_VERIFY(m_player->state() == PlayState::Playing);
        QTest::qWait(500);
        const double at = m_player->positionSeconds(), real = static_cast<double>(timer.elapsed()) / 1000;
        QVERIFY2(at > 2 * real - 0.5 && at < 2 * real + 0.1, qPrintable(QString("%1 after %2").arg(at).arg(real)));
        QVERIFY(QTest::qWaitFor([this] { return m_player->state() == PlayState::Stopped; }, 5000));
        QVERIFY2(timer.elapsed() < 2300, qPrintable(QString::number(timer.elapsed())));
        m_server->stopRecording();
        m_player->setSpeed(1);
    }

    void oneOfSixChannelsIsHeardAlone()
    {
        // Another tone in each channel of a 5.1 file.
        for (int c = 0; c < 6; ++c)
            test::writeWav(file(("c" + std::to_string(c) + ".wav").c_str()),
                           test::tone(400 + 200 * c, 2, PulseServer::kRate), PulseServer::kRate);
        QProcess ffmpeg;
        QStringList arguments{"-nostdin", "-v", "error", "-y"};
        for (int c = 0; c < 6; ++c)
            arguments << "-i" << QString::fromStdString(file(("c" + std::to_string(c) + ".wav").c_str()));
        arguments << "-filter_complex"
                  << "join=inputs=6:channel_layout=5.1:map=0.0-FL|1.0-FR|2.0-FC|3.0-LFE|4.0-BL|5.0-BR"
                  << QString::fromStdString(file("surround.wav"));
        ffmpeg.start("ffmpeg", arguments);
        QVERIFY(ffmpeg.waitForFinished(30000) && ffmpeg.exitCode() == 0);
        const auto level = [&](const std::vector<float>& heard, double hertz) {
            double re = 0, im = 0; // of half a second, a little behind the start
            const auto start = std::ranges::find_if(heard, [](float v) { return std::abs(v) > 0.02f; });
            const auto from = static_cast<std::size_t>(start - heard.begin()) + PulseServer::kRate / 5;
            const std::size_t count = PulseServer::kRate / 2;
            for (std::size_t i = from; i < std::min(heard.size(), from + count); ++i) {
                re += heard[i] * std::cos(2 * M_PI * hertz * double(i) / PulseServer::kRate);
                im += heard[i] * std::sin(2 * M_PI * hertz * double(i) / PulseServer::kRate);
            }
            return 2 * std::hypot(re, im) / double(count);
        };
        const auto heardWith = [&](int solo) {
            m_player->setSolo(solo);
            m_server->startRecording();
            m_player->play(file("surround.wav"), 0);
            QTest::qWait(1500);
            m_player->stop();
            QTest::qWait(100);
            return m_server->stopRecording();
        };
        const std::vector<float> all = heardWith(-1), centre = heardWith(2), bass = heardWith(3);
        m_player->setSolo(-1);
        QVERIFY(level(all, 400) > 0.05 && level(all, 600) > 0.05 && level(all, 800) > 0.05 && level(all, 1200) > 0.03);
        QVERIFY2(level(all, 1000) < 0.01, "low-frequency effects are not in the mix");
        QVERIFY2(*std::ranges::max_element(all) < 0.999f, "the mix exceeds full scale");
        QVERIFY2(std::abs(level(centre, 800) - 0.5) < 0.05, qPrintable(QString::number(level(centre, 800))));
        QVERIFY(level(centre, 400) < 0.01);
        QVERIFY(std::abs(level(bass, 1000) - 0.5) < 0.05);
    }

    void aFileThatIsNoSoundIsASentence()
    {
        QSignalSpy failed(m_player.get(), &Player::failed);
        m_player->play(file("nothing.wav"), 0);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("nothing.wav"));
        QVERIFY(m_player->state() == PlayState::Stopped);
    }
};

PROLAP_TEST(TstListening)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_listening.moc"
