#include "tests/support/test_main.h"
#include "tests/ui/pulse_server.h"
#include "tests/ui/sounds.h"
#include "ui/player/player.h"
#include "ui/traverse/ladder_panel.h"
#include "ui/traverse/ladder_view.h"

#include <memory>

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace prolap;
using namespace prolap::ui;
using test::PulseServer;

/// The journey up a ladder, heard: real files, a real player, and a sound server whose sink leads nowhere.
class TstJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PulseServer::installed())
            QSKIP("pulseaudio and parec are not installed");
        m_server = std::make_unique<PulseServer>();
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
        m_player = std::make_unique<Player>();
        QTest::qWait(300);
        for (int i = 0; i < 4; ++i)
            test::writeWav(file(i), test::tone(300.0 * (i + 1), .4, 44100), 44100);
    }

    void cleanupTestCase()
    {
        m_player.reset();
        m_server.reset();
    }

    void init()
    {
        if (!m_player)
            QSKIP("pulseaudio and parec are not installed");
        m_panel = std::make_unique<LadderPanel>(m_player.get());
        connect(m_panel.get(), &LadderPanel::playWanted, m_player.get(), &Player::play); // as the page does
        m_panel->resize(700, 300);
        m_panel->show();
        m_played.clear();
        m_marked.clear();
        connect(m_player.get(), &Player::loaded, m_panel.get(), [this] {
            m_played << QString::fromStdString(m_player->file().filename().string());
            m_marked << markedCaption();
        });
    }

    void cleanup()
    {
        if (m_player)
            m_player->stop();
        m_panel.reset();
    }

    void theNearestClipOfEachRungInTurn()
    {
        m_panel->setPaths({ladderOf({file(0), file(1), Path(), file(2)}), nullptr}, false);
        m_server->startRecording();
        QTest::mouseClick(m_panel->journeyButton(), Qt::LeftButton);
        QVERIFY(m_panel->onJourney());
        QVERIFY(m_panel->skipButton()->isVisible());
        QVERIFY(QTest::qWaitFor([this] { return !m_panel->onJourney(); }, 20000));
        // From the most specific on; the third rung has no clip. What plays is marked, and nothing else.
        QCOMPARE(m_played, (QStringList{"0.wav", "1.wav", "2.wav"}));
        QCOMPARE(m_marked, (QStringList{"caption 0", "caption 1", "caption 3"}));
        QCOMPARE(markedCaption(), QString());
        QCOMPARE(m_player->state(), PlayState::Stopped);
        QVERIFY(!m_panel->skipButton()->isVisible());
        QTest::qWait(300);
        const std::vector<float> heard = m_server->stopRecording();
        for (int i = 0; i < 3; ++i)
            QVERIFY2(sounds(heard, 300.0 * (i + 1)), qPrintable(QString("%1 was not heard").arg(i)));
        QVERIFY(!sounds(heard, 1200));
    }

    void stopsWhenAsked()
    {
        m_panel->setPaths({ladderOf({file(0), file(1), file(2)}), nullptr}, false);
        QTest::mouseClick(m_panel->journeyButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return m_played.size() == 1; }, 10000));
        QTest::mouseClick(m_panel->journeyButton(), Qt::LeftButton);
        QVERIFY(!m_panel->onJourney());
        QVERIFY(QTest::qWaitFor([this] { return m_player->state() == PlayState::Stopped; }, 5000));
        QTest::qWait(700);
        QCOMPARE(m_played, (QStringList{"0.wav"})); // and nothing follows
        QCOMPARE(markedCaption(), QString());
    }

    void skipsARung()
    {
        test::writeWav(file(3), test::tone(1500, 8, 44100), 44100);
        m_panel->setPaths({ladderOf({file(3), file(1)}), nullptr}, false);
        QTest::mouseClick(m_panel->journeyButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return m_played.size() == 1; }, 10000));
        QTest::mouseClick(m_panel->skipButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return m_played.size() == 2; }, 2000)); // long before the eight seconds
        QCOMPARE(m_played.back(), QString("1.wav"));
        QCOMPARE(m_marked.back(), QString("caption 1"));
        QTest::mouseClick(m_panel->skipButton(), Qt::LeftButton); // past the top
        QVERIFY(!m_panel->onJourney());
    }

    void aLongClipMakesWay()
    {
        test::writeWav(file(3), test::tone(1500, 8, 44100), 44100);
        m_panel->setPaths({ladderOf({file(3), file(1)}), nullptr}, false);
        QTest::mouseClick(m_panel->journeyButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return m_played.size() == 2; }, 7000)); // four seconds of it are enough
        QCOMPARE(m_played.back(), QString("1.wav"));
    }

    void goesOnPastAFileThatIsGone()
    {
        QSignalSpy failed(m_player.get(), &Player::failed);
        m_panel->setPaths({ladderOf({file(0), file(9), file(2)}), nullptr}, false);
        QTest::mouseClick(m_panel->journeyButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return !m_panel->onJourney(); }, 20000));
        QCOMPARE(m_played, (QStringList{"0.wav", "9.wav", "2.wav"}));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains("9.wav"));
    }

    void nothingToPlay()
    {
        m_panel->setPaths({ladderOf({Path(), Path()}), nullptr}, false);
        QVERIFY(!m_panel->journeyButton()->isEnabled());
        m_panel->setPaths({}, false);
        QVERIFY(!m_panel->journeyButton()->isEnabled());
    }

private:
    Path file(int number) const { return Path(m_folder.path().toStdString()) / (std::to_string(number) + ".wav"); }

    /// From specific to general, each with its nearest clip; none where the path is empty.
    static std::shared_ptr<const library::Traversal> ladderOf(const std::vector<Path>& clips)
    {
        auto traversal = std::make_shared<library::Traversal>();
        for (std::size_t i = 0; i < clips.size(); ++i) {
            library::Rung rung;
            rung.caption = static_cast<std::uint32_t>(i);
            rung.text = "caption " + std::to_string(i);
            rung.firstPoint = rung.lastPoint = i;
            rung.points = 1;
            if (!clips[i].empty())
                rung.clips.push_back({ClipId{static_cast<std::int64_t>(i + 1)}, clips[i], 0, 1, .5F, {}, {}});
            library::TraversalPoint point;
            point.captions.push_back({rung.caption, rung.text, .5F, {}, {}});
            traversal->points.push_back(std::move(point));
            traversal->ladder.push_back(std::move(rung));
        }
        return traversal;
    }

    /// The caption of the rung that is marked as playing; several would be joined.
    QString markedCaption() const
    {
        QStringList marked;
        LadderModel* model = m_panel->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data(LadderModel::JourneyRole).toBool())
                marked << model->index(row, LadderModel::CaptionColumn).data().toString();
        return marked.join('+');
    }

    /// Whether a tone is in a recording: its share of the energy of some quarter of a second.
    static bool sounds(const std::vector<float>& heard, double hertz)
    {
        const std::size_t length = PulseServer::kRate / 4;
        for (std::size_t from = 0; from + length <= heard.size(); from += length / 2) {
            double real = 0, imaginary = 0, energy = 0;
            for (std::size_t i = 0; i < length; ++i) {
                const double phase = 2 * M_PI * hertz * static_cast<double>(i) / PulseServer::kRate;
                const double value = static_cast<double>(heard[from + i]);
                real += value * std::cos(phase);
                imaginary += value * std::sin(phase);
                energy += value * value;
            }
            if (energy > 1 && 2 * (real * real + imaginary * imaginary) / (static_cast<double>(length) * energy) > .5)
                return true;
        }
        return false;
    }

    std::unique_ptr<PulseServer> m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<LadderPanel> m_panel;
    QStringList m_played, m_marked;
};

PROLAP_TEST(TstJourney)
#include "tst_journey.moc"
