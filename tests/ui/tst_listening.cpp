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
