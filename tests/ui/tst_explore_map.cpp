#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/empty_state.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/map/explore_map.h"
#include "ui/explore/query/query_bar.h"
#include "ui/explore/result_table.h"
#include "ui/explore/view_switch.h"
#include "ui/organise/organise_session.h"
#include "ui/organise/organising.h"
#include "ui/player/player_bar.h"
#include "ui/player/sound_axis.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

/// The list as a map: what it shows, and what a click, a loop and the keys do.
class TstExploreMap : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    ExploreMap& map() { return *page().map(); }
    ScatterMap& chart() { return *map().chart(); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return page().settled(); }, 60000);
    }
    /// Low tones in one folder, noise in another.
    void indexSounds()
    {
        const Path folder = m_user->path("sounds");
        for (const char* name : {"drums", "rains"})
            std::filesystem::create_directories(folder / name);
        for (int i = 0; i < 8; ++i) {
            test::writeWav(folder / "drums" / ("drum " + std::to_string(i) + ".wav"),
                           test::tone(120 + 10 * i, 0.6, 44100), 44100);
            test::writeWav(folder / "rains" / ("rain " + std::to_string(i) + ".wav"), test::noise(i, 0.6, 44100),
                           44100);
        }
        m_user->window().addFolders({folder});
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->rowCount(), 16);
        m_user->window().activateWindow();
        page().actions().follow->setChecked(false);
        page().table()->setFocus();
        page().table()->selectRow(0);
    }
    void showMap()
    {
        QTest::keyClick(page().table(), Qt::Key_M);
        QVERIFY(map().isVisible());
        QTRY_VERIFY(map().scene().map && map().scene().facts && settled());
    }
    ClipId clipNamed(const QString& name)
    {
        for (std::size_t i = 0; i < map().scene().facts->clips.size(); ++i)
            if (map().scene().facts->clips[i].name == name)
                return map().scene().map->clips[i];
        return {};
    }
    QPoint placeOf(const QString& name) { return chart().toWidget(*map().placeOf(clipNamed(name))).toPoint(); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < page().results()->rowCount(); ++row)
            all << page().results()->index(row, ResultModel::NameColumn).data().toString();
        return all;
    }
    QStringList legend()
    {
        QStringList all;
        for (const MapLayer& layer : chart().layers())
            if (!layer.points.empty())
                all << QStringLiteral("%1: %2").arg(layer.name).arg(layer.points.size());
        return all;
    }
    /// A loop around these places, drawn by the mouse with Shift.
    void drawAround(const QList<QPoint>& places)
    {
        QRect box(places.front(), places.front());
        for (const QPoint& place : places)
            box = box.united(QRect(place, place));
        box.adjust(-6, -6, 6, 6);
        const QList<QPoint> corners{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft()};
        const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButtons buttons) {
            QMouseEvent event(type, at, chart().mapToGlobal(at), Qt::LeftButton, buttons, Qt::ShiftModifier);
            QApplication::sendEvent(&chart(), &event);
        };
        send(QEvent::MouseButtonPress, corners.front(), Qt::LeftButton);
        for (const QPoint& corner : corners)
            send(QEvent::MouseMove, corner, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, corners.back(), Qt::NoButton);
    }

private Q_SLOTS:
    void init()
    {
        m_user = std::make_unique<WindowFixture>();
        m_user->open(true);
    }
    void cleanup() { m_user.reset(); }

    void aKeyShowsEveryClipInItsPlace()
    {
        indexSounds();
        showMap();
        QCOMPARE(QApplication::focusWidget(), &chart());
        QCOMPARE(legend(), (QStringList{"drums: 8", "rains: 8"}));
        QVERIFY2(map().note()->text().contains("PCA"), qPrintable(map().note()->text()));
        QVERIFY(map().note()->text().startsWith("16 clips"));
        // What sounds alike lies together: the kinds stand apart.
        const auto meanX = [this](const char* kind) {
            double sum = 0;
            for (int i = 0; i < 8; ++i)
                sum += map().placeOf(clipNamed(QStringLiteral("%1 %2.wav").arg(kind).arg(i)))->x();
            return sum / 8;
        };
        QVERIFY(std::abs(meanX("drum") - meanX("rain")) > .1);
        // The clip that was chosen in the list has the ring, and the key turns back.
        QCOMPARE(chart().ring(), map().placeOf(page().results()->clipAt(0)));
        QTest::keyClick(&chart(), Qt::Key_M);
        QVERIFY(page().table()->isVisible() && !map().isVisible());
        QCOMPARE(QApplication::focusWidget(), page().table());
    }

    void theViewAndItsChoicesAreRemembered()
    {
        indexSounds();
        showMap();
        map().colouring()->setCurrentIndex(2);
        map().hoverButton()->click();
        m_user->close();
        m_user->open(true);
        QVERIFY(settled());
        QVERIFY(page().views()->map->isChecked());
        QTRY_VERIFY(map().isVisible());
        QCOMPARE(map().colouring()->currentIndex(), 2);
        QVERIFY(map().hoverButton()->isChecked());
    }

    void aClickChoosesAndPlays()
    {
        indexSounds();
        showMap();
        QTest::mouseClick(&chart(), Qt::LeftButton, {}, placeOf("rain 3.wav"));
        const ClipId clip = page().table()->currentClip();
        QVERIFY(clip && map().factsOf(clip)->name.startsWith("rain"));
        QCOMPARE(page().playerBar()->clip().name, map().factsOf(clip)->name);
        QCOMPARE(chart().ring(), map().placeOf(clip));
        // By the keys: to the neighbour, which is another clip of the map.
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})
            QTest::keyClick(&chart(), key, Qt::ShiftModifier);
        QVERIFY(page().table()->currentClip());
        QCOMPARE(chart().ring(), map().placeOf(page().table()->currentClip()));
        const int before = page().table()->currentIndex().row();
        QTest::keyClick(&chart(), before > 0 ? Qt::Key_Up : Qt::Key_Down, Qt::AltModifier); // next and previous, too
        QCOMPARE(page().table()->currentIndex().row(), before + (before > 0 ? -1 : 1));
        QCOMPARE(chart().ring(), map().placeOf(page().table()->currentClip()));
    }

    void theKeysZoomTheMapAndNotThePlayer()
    {
        indexSounds();
        QTRY_VERIFY(page().playerBar()->axis()->duration() > 0);
        showMap();
        const double before = chart().scale();
        QTest::keyClick(&chart(), Qt::Key_Plus);
        QVERIFY(chart().scale() > before);
        QVERIFY(!page().playerBar()->axis()->zoomed());
        QTest::keyClick(&chart(), Qt::Key_Minus);
        QTest::keyClick(&chart(), Qt::Key_Left);
        QTest::keyClick(&chart(), Qt::Key_Home);
        QCOMPARE(chart().scale(), before);
        // What acts on the chosen clip acts here, too.
        page().table()->selectRow(3);
        QTest::keyClick(&chart(), Qt::Key_4);
        QVERIFY(settled());
        QTRY_COMPARE(page().results()->index(3, ResultModel::RatingColumn).data().toString(),
                     QString(4, QChar(0x2605)));
        QTest::keyClick(&chart(), Qt::Key_S);
        QVERIFY(settled());
        QVERIFY(page().query()->sound() && page().results()->ranked());
        QTRY_VERIFY(map().points().matches > 0);
        QTest::keyClick(&chart(), Qt::Key_Return);
        QVERIFY(page().playerBar()->isAncestorOf(QApplication::focusWidget()));
    }

    void whatLiesUnderThePointerIsHeardWhenWanted()
    {
        indexSounds();
        showMap();
        QSignalSpy wanted(&map(), &ExploreMap::hoverWanted);
        const QPoint place = placeOf("drum 4.wav");
        QTest::mouseMove(&chart(), place + QPoint(40, 40));
        QTest::mouseMove(&chart(), place);
        QTest::qWait(300);
        QCOMPARE(wanted.size(), 0);
        map().hoverButton()->click();
        QTest::mouseMove(&chart(), QPoint(2, 2));
        QTest::mouseMove(&chart(), place);
        QTRY_COMPARE(wanted.size(), 1);
        QVERIFY(page().playerBar()->clip().name.startsWith("drum"));
        QCOMPARE(page().table()->currentIndex().row(), 0); // hearing is not choosing
    }

    void aLoopNarrowsTheListAndIsAChip()
    {
        indexSounds();
        showMap();
        QList<QPoint> rains;
        for (int i = 0; i < 8; ++i)
            rains << placeOf(QStringLiteral("rain %1.wav").arg(i));
        drawAround(rains);
        QVERIFY(settled());
        QVERIFY(page().query()->clipsButton()->isVisible());
        QCOMPARE(page().query()->clipsButton()->text(), QString("8 clips from the map"));
        QCOMPARE(names().size(), 8);
        QVERIFY(names().front().startsWith("rain"));
        QCOMPARE(legend(), (QStringList{"outside the loop: 8", "rains: 8"}));
        // It holds for what is described, too.
        page().caption()->setText("low");
        QVERIFY(settled());
        QVERIFY(page().results()->ranked());
        QCOMPARE(names().size(), 8);
        page().caption()->clear();
        // The chip is removed by the keyboard, and the map follows.
        page().query()->clipsButton()->setFocus();
        QTest::keyClick(page().query()->clipsButton(), Qt::Key_Delete);
        QVERIFY(settled());
        QVERIFY(!page().query()->clipsButton()->isVisible());
        QCOMPARE(names().size(), 16);
        QCOMPARE(legend(), (QStringList{"drums: 8", "rains: 8"}));
        QCOMPARE(QApplication::focusWidget(), page().caption());
        // A loop around nothing changes nothing.
        drawAround({QPoint(chart().width() - 12, 12)});
        QVERIFY(settled());
        QCOMPARE(names().size(), 16);
    }

    void whatMatchesStandsOutAndFiltersHide()
    {
        indexSounds();
        showMap();
        page().caption()->setText("low");
        QVERIFY(settled());
        QTRY_VERIFY(map().points().matches > 0);
        const auto matching = std::ranges::find_if(chart().layers(), [](const MapLayer& layer) { return layer.large; });
        QVERIFY(matching != chart().layers().end());
        QCOMPARE(static_cast<int>(matching->points.size()), static_cast<int>(page().results()->rows().credibleHits));
        QVERIFY(map().note()->text().contains("match"));
        page().caption()->setText("in:rains");
        QVERIFY(settled());
        QTRY_COMPARE(map().points().shown, 8);
        QCOMPARE(legend(), QStringList{"rains: 8"});
    }

    void coloursSayFolderTagCertaintyAndMatch()
    {
        indexSounds();
        showMap();
        map().colouring()->setCurrentIndex(map().colouring()->findData(static_cast<int>(MapColouring::Tag)));
        QVERIFY(settled());
        QCOMPARE(legend(), QStringList{"clips: 16"});
        page().table()->selectRow(2);
        page().organising()->session()->apply([clip = page().table()->currentClip()](library::Organiser& o) {
            return o.addTags(std::vector{clip}, {"loud"});
        });
        QTRY_COMPARE(legend(), (QStringList{"no such tag: 15", "loud: 1"}));
        map().colouring()->setCurrentIndex(map().colouring()->findData(static_cast<int>(MapColouring::Uncertainty)));
        QVERIFY(settled());
        QTRY_COMPARE(legend().size(), 5);
        QVERIFY(legend().front().startsWith("most specific"));
        std::set<QRgb> colours;
        for (const MapLayer& layer : chart().layers())
            colours.insert(layerColour(layer).rgb());
        QCOMPARE(colours.size(), std::size_t{5});
        map().colouring()->setCurrentIndex(map().colouring()->findData(static_cast<int>(MapColouring::Match)));
        QVERIFY(settled());
        QVERIFY(map().note()->text().contains("describe a sound"));
        page().caption()->setText("low");
        QVERIFY(settled());
        QTRY_VERIFY(legend().join('|').contains("best match"));
    }

    void anEmptyLibrarySaysWhatWouldBeHere()
    {
        page().views()->map->trigger();
        QVERIFY(settled());
        QVERIFY(page().emptyState()->isVisible()); // there are no clips at all
        const Path folder = m_user->path("two");
        std::filesystem::create_directories(folder);
        for (int i = 0; i < 2; ++i)
            test::writeWav(folder / (std::to_string(i) + ".wav"), test::noise(i, 0.5, 44100), 44100);
        m_user->window().addFolders({folder});
        QVERIFY(settled());
        QTRY_VERIFY(map().emptyState()->isVisible());
        QTRY_VERIFY2(map().emptyState()->sentence().contains("three"), qPrintable(map().emptyState()->sentence()));
    }
};

PROLAP_TEST(TstExploreMap)
#include "tst_explore_map.moc"
