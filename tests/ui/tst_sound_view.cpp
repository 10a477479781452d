#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_bar.h"
#include "ui/player/spectrogram_view.h"
#include "ui/player/waveform_view.h"
#include "ui/theme/level_colours.h"

#include <QAction>
#include <filesystem>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

/// The drawing of the clip in the player, and what hands do with it.
class TstSoundView : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    PlayerBar& bar() { return *page().playerBar(); }
    SoundAxis& axis() { return *bar().axis(); }
    WaveformView& wave() { return *bar().waveform(); }
    QPoint at(double seconds, double share = 0.75)
    {
        return {static_cast<int>(std::lround(wave().xOf(seconds))), static_cast<int>(wave().height() * share)};
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers)
    {
        QTest::mousePress(&wave(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint there = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, there, wave().mapToGlobal(there), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(&wave(), &move);
        }
        QTest::mouseRelease(&wave(), Qt::LeftButton, modifiers, to);
    }
    void wheel(int notches, Qt::KeyboardModifiers modifiers, const QPoint& where)
    {
        QWheelEvent event(where, wave().mapToGlobal(where), QPoint(), QPoint(0, 120 * notches), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&wave(), &event);
    }

private Q_SLOTS:
    void init()
    {
        m_user = std::make_unique<WindowFixture>();
        m_user->open();
        const Path folder = m_user->path("sounds");
        std::filesystem::create_directories(folder);
        test::writeWav(folder / "long.wav", test::noise(3, 10, 44100), 44100);
        test::writeWav(folder / "other.wav", test::noise(4, 4, 44100), 44100);
        m_user->window().addFolders({folder});
        QVERIFY(QTest::qWaitFor([this] { return page().settled() && page().results()->rowCount() == 2; }, 60000));
        m_user->window().activateWindow();
        page().actions().follow->setChecked(false);
        page().table()->setFocus();
        page().table()->selectRow(0);
        QTRY_COMPARE(axis().duration(), 10.0);
    }
    void cleanup() { m_user.reset(); }

    void aRegionIsMarkedByDrag()
    {
        QSignalSpy changed(&bar(), &PlayerBar::regionChanged);
        QVERIFY(!bar().region());
        drag(at(2), at(5), Qt::ShiftModifier);
        QVERIFY(changed.size() >= 1);
        QVERIFY(bar().region());
        QVERIFY2(std::abs(bar().region()->first - 2) < 0.05, qPrintable(QString::number(bar().region()->first)));
        QVERIFY2(std::abs(bar().region()->second - 5) < 0.05, qPrintable(QString::number(bar().region()->second)));
        drag(at(bar().region()->second), at(7), Qt::NoModifier); // its edge
        QVERIFY2(std::abs(bar().region()->second - 7) < 0.05, qPrintable(QString::number(bar().region()->second)));
        QVERIFY(std::abs(bar().region()->first - 2) < 0.05);
        drag(at(bar().region()->first), at(8), Qt::NoModifier); // past the other end
        QVERIFY(std::abs(bar().region()->first - 7) < 0.05 && std::abs(bar().region()->second - 8) < 0.05);
    }

    void aRegionIsMarkedByKeys()
    {
        m_user->window().player()->seek(3);
        QTest::keyClick(page().table(), Qt::Key_I);
        QVERIFY(bar().region());
        QCOMPARE(bar().region()->first, 3.0);
        QCOMPARE(bar().region()->second, 10.0);
        m_user->window().player()->seek(4);
        QTest::keyClick(page().table(), Qt::Key_O);
        QCOMPARE(*bar().region(), SoundAxis::Span(3.0, 4.0));
        QTest::keyClick(page().table(), Qt::Key_X);
        QVERIFY(!bar().region());
    }

    void anotherClipHasNoRegionButTheSameKeepsIt()
    {
        axis().setRegion(SoundAxis::Span(1, 2));
        page().results()->refreshDetails();
        QVERIFY(QTest::qWaitFor([this] { return page().settled(); }, 10000));
        QVERIFY(bar().region());
        page().table()->selectRow(1);
        QTRY_COMPARE(axis().duration(), 4.0);
        QVERIFY(!bar().region());
        QVERIFY(!axis().zoomed());
    }

    void theGripTakesTheRegionOut()
    {
        axis().setRegion(SoundAxis::Span(2, 6));
        QSignalSpy out(&wave(), &SoundView::dragOutWanted);
        const QPoint grip(at(4).x(), static_cast<int>(wave().soundRect().top()) + 5);
        drag(grip, grip + QPoint(60, 0), Qt::NoModifier);
        QCOMPARE(out.size(), 1);
        QCOMPARE(*bar().region(), SoundAxis::Span(2, 6));
    }

    void aClickSeeksAndADragScrubs()
    {
        QTest::mouseClick(&wave(), Qt::LeftButton, Qt::NoModifier, at(4));
        QVERIFY(std::abs(m_user->window().player()->positionSeconds() - 4) < 0.05);
        drag(at(4), at(8), Qt::NoModifier);
        QVERIFY(std::abs(m_user->window().player()->positionSeconds() - 8) < 0.05);
        QVERIFY(!bar().region());
    }

    void theSpectrogramShowsTheSoundWithTheSameAxis()
    {
        const Path folder = m_user->path("sounds");
        std::vector<float> sound = test::tone(300, 3, 44100), high = test::tone(6000, 3, 44100);
        sound.insert(sound.end(), high.begin(), high.end());
        test::writeWav(folder / "tones.wav", sound, 44100);
        m_user->window().addFolders({folder});
        QVERIFY(QTest::qWaitFor([this] { return page().settled() && page().results()->rowCount() == 3; }, 60000));
        page().table()->selectRow(2);
        QTRY_COMPARE(axis().duration(), 6.0);
        QVERIFY(wave().isVisible() && !bar().spectrogram()->isVisible());
        QTest::keyClick(page().table(), Qt::Key_W);
        QVERIFY(!wave().isVisible() && bar().spectrogram()->isVisible());
        QTest::keyClick(page().table(), Qt::Key_W);
        QVERIFY(wave().isVisible() && bar().spectrogram()->isVisible());
        SpectrogramView& spectrum = *bar().spectrogram();
        const auto shows = [&] {
            QTRY_VERIFY(spectrum.fine());
            QTRY_VERIFY(spectrum.levelAt(2.9, 300) > -15);
            QVERIFY(spectrum.levelAt(2.9, 6000) < -60);
            QVERIFY(spectrum.levelAt(3.1, 6000) > -15);
            QVERIFY(spectrum.levelAt(3.1, 300) < -60);
        };
        shows();
        axis().show(2.5, 3.5);
        shows();
        // Bright where the sound is, on screen: the map's ends.
        const QImage picture = spectrum.grab().toImage();
        const double scale = picture.devicePixelRatio();
        const auto at = [&](double seconds, double hertz) {
            const QRectF area = spectrum.soundRect();
            const double y = area.bottom() - std::log(hertz / 40) / std::log(22050.0 / 40) * area.height();
            return perceivedLightness(
                picture.pixelColor(static_cast<int>(spectrum.xOf(seconds) * scale), static_cast<int>(y * scale)));
        };
        QVERIFY2(at(2.75, 300) > at(2.75, 2000) + 0.4,
                 qPrintable(QString("%1 %2").arg(at(2.75, 300)).arg(at(2.75, 2000))));
        QVERIFY(at(3.25, 6000) > at(3.25, 300) + 0.4);
    }

    void theMapIsEvenToTheEye()
    {
        double least = 1, most = 0;
        for (std::size_t i = 1; i < 256; ++i) {
            const double step = perceivedLightness(levelColours()[i]) - perceivedLightness(levelColours()[i - 1]);
            least = std::min(least, step);
            most = std::max(most, step);
        }
        // Even within what 8 bits a channel can say.
        QVERIFY2(least > 0 && most < 0.0085, qPrintable(QString("%1 %2").arg(least).arg(most)));
        QVERIFY(perceivedLightness(levelColours()[0]) < 0.15 && perceivedLightness(levelColours()[255]) > 0.93);
    }

    void equalLoudnessGoesByWhatWasListenedTo()
    {
        QTRY_VERIFY(bar().clip().integratedLufs);
        QCOMPARE(bar().matchDb(), 0.0);
        QTest::keyClick(page().table(), Qt::Key_E);
        QVERIFY(bar().matching());
        QCOMPARE(bar().matchDb(), -23 - *bar().clip().integratedLufs); // the noise is louder than that
        QVERIFY(bar().matchDb() < -3);
    }

    void theWheelZoomsAboutThePointerDownToSamples()
    {
        const double moment = wave().secondsAt(at(6).x());
        wheel(3, Qt::NoModifier, at(6));
        QVERIFY(axis().zoomed());
        QVERIFY(std::abs(wave().secondsAt(at(moment).x()) - moment) < 0.01);
        QVERIFY(std::abs(wave().xOf(moment) - at(moment).x()) < 2);
        const double from = axis().from();
        wheel(-2, Qt::ShiftModifier, at(6));
        QVERIFY(axis().from() > from);
        wheel(60, Qt::NoModifier, QPoint(wave().width() / 2, 30));
        QVERIFY2(axis().to() - axis().from() <= 17.0 / 44100, qPrintable(QString::number(axis().to() - axis().from())));
        QTRY_VERIFY(wave().fine() && wave().detail());
        QVERIFY(!wave().detail()->samples.empty());
        // What is drawn are the file's own samples.
        const std::vector<float> sound = test::noise(3, 10, 44100);
        const auto first = static_cast<std::size_t>(std::lround(wave().detail()->start * 44100));
        for (std::size_t i = 0; i < wave().detail()->samples.size(); ++i)
            QVERIFY(std::abs(wave().detail()->samples[i] - sound[first + i]) < 1e-4f);
        QTest::keyClick(page().table(), Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(!axis().zoomed());
        axis().setRegion(SoundAxis::Span(2, 3));
        QTest::keyClick(page().table(), Qt::Key_Z);
        QCOMPARE(axis().from(), 2.0);
        QCOMPARE(axis().to(), 3.0);
        QTest::keyClick(page().table(), Qt::Key_Minus);
        QVERIFY(axis().to() - axis().from() > 1.2);
    }
};

PROLAP_TEST(TstSoundView)
#include "tst_sound_view.moc"
