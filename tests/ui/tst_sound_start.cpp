#include "tests/support/test_main.h"
#include "tests/ui/pulse_server.h"
#include "tests/ui/sounds.h"
#include "ui/player/player.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QSignalSpy>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;
using test::PulseServer;

/// How long it takes from the order to play to the sound, as the sound server hears it.
class TstSoundStart : public QObject {
    Q_OBJECT

    std::unique_ptr<PulseServer> m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<Player> m_player;

    Path file(const std::string& name) const { return Path(m_folder.path().toStdString()) / name; }

    static std::ptrdiff_t onset(const std::vector<float>& samples, std::size_t from)
    {
        const auto found = std::find_if(samples.begin() + static_cast<std::ptrdiff_t>(from), samples.end(),
                                        [](float v) { return std::abs(v) > 0.05f; });
        return found == samples.end() ? -1 : found - samples.begin();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PulseServer::installed())
            QSKIP("pulseaudio and parec are not installed");
        m_server = std::make_unique<PulseServer>();
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
        m_player = std::make_unique<Player>();
        QTest::qWait(300);
    }
    void cleanupTestCase()
    {
        m_player.reset();
        m_server.reset();
    }

    /// The recorder's own delay is in the figure: what was not recorded yet at the key press counts as late.
    void soundStartsWithin50Ms_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("wav") << ".wav";
        QTest::newRow("flac") << ".flac";
        QTest::newRow("mp3") << ".mp3";
    }
    void soundStartsWithin50Ms()
    {
        QFETCH(QString, ending);
        constexpr int kPlays = 12;
        std::vector<audio::PlayPoint> points;
        for (int i = 0; i < kPlays; ++i) {
            const std::string name = "s" + std::to_string(i);
            test::writeWav(file(name + ".wav"), test::tone(500 + 50 * i, 3, PulseServer::kRate), PulseServer::kRate);
            if (ending != ".wav")
                test::encode(file(name + ".wav"), file(name + ending.toStdString()));
            points.push_back({file(name + ending.toStdString()), 1.0}); // past an encoder's silence
        }
        m_server->startRecording();
        QTest::qWait(200);
        std::vector<double> delays, orders;
        for (const audio::PlayPoint& point : points) {
            m_player->prepare({point});
            QTRY_VERIFY(m_player->prepared());
            QTest::qWait(250); // nothing is heard any more
            const std::size_t before = m_server->recordedSoFar();
            QElapsedTimer timer;
            timer.start();
            m_player->play(point.file, point.startSeconds);
            QVERIFY(QTest::qWaitFor([this] { return m_player->state() == PlayState::Playing; }, 5000));
            orders.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QTest::qWait(300);
            m_player->stop();
            const std::ptrdiff_t at = onset(m_server->recording(), before);
            QVERIFY(at >= 0);
            delays.push_back(1000.0 * static_cast<double>(at - static_cast<std::ptrdiff_t>(before)) /
                             PulseServer::kRate);
        }
        m_server->stopRecording();
        std::ranges::sort(delays);
        std::ranges::sort(orders);
        qInfo("%s: sound after %.0f ms (median), %.0f ms (worst of %d); order carried out after %.1f ms (median)",
              qPrintable(ending), delays[kPlays / 2], delays.back(), kPlays, orders[kPlays / 2]);
        QVERIFY2(delays[kPlays / 2] <= 50, qPrintable(QString::number(delays[kPlays / 2])));
    }
};

PROLAP_TEST(TstSoundStart)
#include "tst_sound_start.moc"
