#include "core/model/open_embedder.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/map/explore_map.h"
#include "ui/explore/result_table.h"
#include "ui/explore/tile_grid.h"
#include "ui/explore/view_switch.h"
#include "ui/organise/organise_actions.h"
#include "ui/organise/organising.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace prolap;
using namespace prolap::ui;

namespace {

constexpr int kClips = 2000;

/// Seconds of use. PROLAP_STALL_SECONDS=300 asks for five minutes (with QTEST_FUNCTION_TIMEOUT=900000, on an idle
/// machine).
int secondsOfUse()
{
    bool given = false;
    const int seconds = qEnvironmentVariableIntValue("PROLAP_STALL_SECONDS", &given);
    return given ? seconds : 25;
}

/// How long this thread has waited for a processor that others had, in milliseconds; 0 where the system does not say.
double waitedMs()
{
    std::ifstream stat("/proc/thread-self/schedstat");
    double ran = 0, waited = 0;
    return stat >> ran >> waited ? waited / 1e6 : 0;
}

/// The share of the machine's processors that other programs had between two looks.
class OthersShare {
public:
    double soFar() const
    {
        const Times now = look();
        const double all = now.all - m_begin.all;
        return all > 0 ? std::max(0.0, (now.busy - m_begin.busy - (now.own - m_begin.own)) / all) : 0;
    }

private:
    struct Times {
        double all = 0, busy = 0, own = 0; ///< seconds of processors
    };
    static Times look()
    {
        std::ifstream stat("/proc/stat");
        std::string name;
        double user = 0, nice = 0, system = 0, idle = 0, waiting = 0;
        stat >> name >> user >> nice >> system >> idle >> waiting;
        const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
        return {(user + nice + system + idle + waiting) / ticks, (user + nice + system) / ticks,
                static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
    }
    const Times m_begin = look();
};

/// How long the event loop did nothing else between two beats, and what was done before; with and without the time
/// that this thread waited for a processor.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 now = m_clock.nsecsElapsed();
            const double waited = waitedMs(), gap = static_cast<double>(now - m_last) / 1e6;
            m_gaps << std::max(0.0, gap - (waited - m_waited));
            m_longest = std::max(m_longest, gap);
            if (m_gaps.back() > 25)
                qInfo("%.1f s: %.1f ms while %s", static_cast<double>(m_clock.elapsed()) / 1000, m_gaps.back(),
                      qPrintable(doing));
            m_last = now;
            m_waited = waited;
        });
        m_clock.start();
        m_timer.start(2);
    }
    void stop()
    {
        m_timer.stop();
        std::ranges::sort(m_gaps);
    }
    double seconds() const { return static_cast<double>(m_clock.elapsed()) / 1000; }
    qsizetype beats() const { return m_gaps.size(); }
    double worst() const { return m_gaps.back(); }
    double longest() const { return m_longest; } ///< with the time that others had
    double p99() const { return m_gaps[m_gaps.size() * 99 / 100]; }

    QString doing = QStringLiteral("nothing");

private:
    QElapsedTimer m_clock;
    QTimer m_timer;
    QList<double> m_gaps;
    qint64 m_last = 0;
    double m_waited = waitedMs(), m_longest = 0;
};

/// Somebody who types, scrolls, sorts, looks at the list in every way, plays, rates, and changes their mind: thirty
/// hands a second, always the same.
class Person : public QObject {
public:
    Person(MainWindow& window, Heartbeat& heart) : m_window(window), m_page(*window.explore()), m_heart(heart)
    {
        connect(&m_timer, &QTimer::timeout, this, [this] { act(m_step++); });
        m_timer.start(33);
    }
    void stop() { m_timer.stop(); }

private:
    void act(int step)
    {
        const QString texts[] = {"rain", "drum and bass", "", "clip 17 dur:<2s", "a long low tone", "rain general:0.5"};
        const int phase = step / 150 % 6; // five seconds each
        const QString& text = texts[phase];
        if (step % 150 == 0)
            begin(phase, step / 150);
        if (step % 150 < 4 * text.size() && step % 4 == 0) {
            m_heart.doing = QStringLiteral("typing");
            m_page.caption()->setText(text.left(step % 150 / 4 + 1));
        } else if (m_page.views()->view() == ListView::Map) {
            onMap(step);
        } else {
            m_heart.doing = QStringLiteral("scrolling");
            QAbstractScrollArea* list = m_page.views()->view() == ListView::Tiles
                                            ? static_cast<QAbstractScrollArea*>(m_page.grid())
                                            : m_page.table();
            QScrollBar* bar = list->verticalScrollBar();
            bar->setValue(bar->maximum() > 0 ? (step * 997) % bar->maximum() : 0);
        }
        if (step % 37 == 0 && m_page.results()->rowCount() > 0) {
            m_heart.doing = QStringLiteral("choosing and playing");
            m_page.table()->selectRow(step % m_page.results()->rowCount());
            m_page.actions().play->trigger();
        }
        if (step % 211 == 0 && m_page.table()->currentClip()) {
            m_heart.doing = QStringLiteral("rating");
            m_page.organising()->actions()->ratings[static_cast<std::size_t>(step % 6)]->trigger();
        }
    }
    void begin(int phase, int round)
    {
        m_heart.doing = QStringLiteral("changing the view");
        m_page.caption()->clear();
        m_page.views()->setView(static_cast<ListView>(round % 3));
        m_page.map()->colouring()->setCurrentIndex(round / 3 % 4);
        const int columns[] = {-1,
                               ResultModel::NameColumn,
                               ResultModel::DurationColumn,
                               ResultModel::FormatColumn,
                               ResultModel::RatingColumn,
                               ResultModel::CertaintyColumn};
        m_page.table()->horizontalHeader()->setSortIndicator(columns[phase],
                                                             round % 2 ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    void onMap(int step)
    {
        m_heart.doing = QStringLiteral("on the map");
        ScatterMap* chart = m_page.map()->chart();
        const QPointF at(chart->width() / 2.0 + step % 60 - 30, chart->height() / 2.0 + step % 40 - 20);
        chart->zoomBy(step % 20 < 10 ? 1.05 : 1 / 1.05, at);
        QMouseEvent move(QEvent::MouseMove, at, chart->mapToGlobal(at), Qt::NoButton, {}, {});
        QApplication::sendEvent(chart, &move);
        if (step % 30 == 0)
            QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
        if (step % 50 == 0)
            chart->fit();
    }

    MainWindow& m_window;
    ExplorePage& m_page;
    Heartbeat& m_heart;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace

/// Use of every kind while clips are being indexed: the event loop never stands still for 50 ms.
class TstStall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowAnswersWhileItIndexes()
    {
        QTemporaryDir packs;
        const Path pack = Path(packs.path().toStdString()) / "tiny";
        test::writeTinyPack(pack);
        test::WindowFixture user(
            [pack](const ModelChoice& choice) { return model::openEmbedder(pack, choice.options); });
        const Path folder = user.path("many");
        std::filesystem::create_directories(folder);
        for (int i = 0; i < kClips; ++i)
            test::writeWav(folder / ("clip " + std::to_string(i) + (i % 3 ? " rain.wav" : " drum.wav")),
                           test::noise(i, 0.25, 22050), 22050);
        MainWindow& window = user.open();
        LibrarySession* session = window.session();
        QSignalSpy listed(session, &LibrarySession::listed);
        std::int64_t indexed = 0;
        int runs = 0;

        const OthersShare others;
        Heartbeat heart;
        // As soon as all is listened to, it is taken out of the library and comes in anew, until the time is over.
        connect(session, &LibrarySession::indexFinished, this, [&](const library::IndexReport& report) {
            ++runs;
            indexed += report.indexed;
            if (heart.seconds() < secondsOfUse() && !session->summary().roots.empty())
                session->removeRoot(session->summary().roots.front().id);
        });
        connect(session, &LibrarySession::summaryChanged, this, [&] {
            if (runs > 0 && session->summary().roots.empty() && !session->indexing())
                window.addFolders({folder});
        });
        Person person(window, heart);
        window.addFolders({folder});
        QVERIFY(QTest::qWaitFor([&] { return runs > 0 && heart.seconds() >= secondsOfUse(); },
                                1000 * (secondsOfUse() + 600)));
        person.stop();
        heart.stop();
        QVERIFY2(indexed >= kClips, qPrintable(QString::number(indexed)));
        QVERIFY(listed.size() > 2);
        const double share = others.soFar();
        qInfo(
            "%lld heartbeats in %.1f s of use, while %lld clips were indexed: p99 %.1f ms, worst %.1f ms, %.1f ms with "
            "waits for a processor, of which other programs had %.0f %%; %lld lists",
            static_cast<long long>(heart.beats()), heart.seconds(), static_cast<long long>(indexed), heart.p99(),
            heart.worst(), heart.longest(), 100 * share, static_cast<long long>(listed.size()));
        QVERIFY2(heart.longest() <= 50, qPrintable(QString("the window stood still for %1 ms").arg(heart.longest())));
    }
};

PROLAP_TEST(TstStall)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_stall.moc"
