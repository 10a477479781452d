#include "core/freed_memory.h"
#include "core/model/open_embedder.h"
#include "core/model/starter.h"
#include "tests/bench_library/generated_library.h"
#include "tests/support/test_main.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/map/explore_map.h"
#include "ui/explore/result_table.h"
#include "ui/explore/view_switch.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

namespace {

constexpr int kClips = 100'000;
constexpr std::size_t kDim = 1024;

/// Random vectors of 1,024 numbers, and for each caption the time that the starter takes to understand it.
class StarterTimedEmbedder : public test::RandomEmbedder {
public:
    explicit StarterTimedEmbedder(std::shared_ptr<const model::Embedder> starter)
        : RandomEmbedder(kDim), m_starter(std::move(starter))
    {
    }
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        if (m_starter)
            static_cast<void>(m_starter->embedText(captions));
        return RandomEmbedder::embedText(captions);
    }

private:
    const std::shared_ptr<const model::Embedder> m_starter;
};

/// When a widget was painted last.
class PaintClock : public QObject {
public:
    explicit PaintClock(QWidget* widget) { widget->installEventFilter(this); }
    bool paintedSince(qint64 ms) const { return m_painted >= ms; }
    qint64 now() const { return m_clock.elapsed(); }
    void start() { m_clock.start(); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted = m_clock.elapsed();
        return false;
    }

private:
    QElapsedTimer m_clock;
    qint64 m_painted = -1;
};

/// From now on VmHWM tells what was used since.
void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

long peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6)) / 1024;
    return 0;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

} // namespace

/// The window on 100,000 clips: its first paint, captions to painted results, scrolling, memory; to be run on an idle
/// machine: tst_bench_window TstWindowSpeed
class TstWindowSpeed : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        keepFreedMemory(std::size_t{64} << 20); // as the program does
        qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit() + "/cache");
        QCoreApplication::setOrganizationName("prolap-test");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path() + "/config");
    }

    void aHundredThousandClips()
    {
        const Path file = Path(m_home.path().toStdString()) / "library.db";
        std::shared_ptr<const model::Embedder> starter;
        if (const Path pack =
                Path(qEnvironmentVariable("PROLAP_BIN_DIR").toStdString()).parent_path() / "models/starter";
            std::filesystem::exists(pack / "model.safetensors"))
            starter = model::openEmbedder(pack, {});
        else
            qWarning("The starter pack is not there: the time to understand a caption is left out.");
        test::writeGeneratedLibrary(file, test::RandomEmbedder(kDim).info(), kClips);
        forgetPeak();

        Theme theme;
        QElapsedTimer start;
        start.start();
        MainWindow window([starter](const ModelChoice&) { return std::make_unique<StarterTimedEmbedder>(starter); },
                          &theme, false);
        window.resize(1366, 768);
        ExplorePage& page = *window.explore();
        PaintClock paint(page.table()->viewport());
        paint.start();
        window.show();
        window.openLibrary(file);
        window.loadModel({});
        QVERIFY(QTest::qWaitFor([&] { return page.results()->rowCount() == kClips && paint.paintedSince(0); }, 60000));
        const double listMs = static_cast<double>(start.elapsed());
        QVERIFY(QTest::qWaitFor([&] { return !page.results()->waitingForDetails() && page.settled(); }, 60000));
        qInfo("to the list of %d clips on screen: %.0f ms (budget 1500)", kClips, listMs);
        const bool inTime = listMs < 15000; // ten times the budget: not this machine's noise
        QVERIFY2(inTime, "the first paint takes far too long");

        QVERIFY(QTest::qWaitFor([&] { return window.session()->searchReady(); }, 60000));
        page.setCaption("warming up");
        QVERIFY(QTest::qWaitFor([&] { return page.settled() && page.results()->ranked(); }, 60000));
        std::vector<double> ms;
        std::optional<ListAnswer> answer;
        connect(window.session(), &LibrarySession::listed, this, [&](const ListAnswer& listed) { answer = listed; });
        for (int i = 0; i < 100; ++i) {
            answer.reset();
            page.setCaption(QString("zzz %1 in a hall").arg(i));
            const qint64 typed = paint.now();
            QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
            const qint64 listed = paint.now();
            QVERIFY(QTest::qWaitFor([&] { return paint.paintedSince(listed); }, 10000));
            ms.push_back(static_cast<double>(paint.now() - typed) - kTypingPauseMs);
        }
        qInfo("caption to painted results, after the pause of %d ms in typing: p50 %.0f ms, p99 %.0f ms (budget 120, "
              "250)",
              kTypingPauseMs, percentile(ms, .5), percentile(ms, .99));
        QVERIFY2(percentile(ms, .5) < 1200, "the search takes far too long");

        page.setCaption({});
        QVERIFY(QTest::qWaitFor([&] { return page.results()->rowCount() == kClips; }, 10000));
        QScrollBar* bar = page.table()->verticalScrollBar();
        std::vector<double> frames;
        for (int i = 0; i < 300; ++i) {
            QElapsedTimer frame;
            frame.start();
            bar->setValue(bar->value() + (i % 50 == 49 ? bar->maximum() / 7 : 3));
            page.table()->viewport()->repaint();
            QCoreApplication::processEvents();
            frames.push_back(static_cast<double>(frame.nsecsElapsed()) / 1e6);
        }
        qInfo("a frame while scrolling: p50 %.1f ms, p99 %.1f ms (60 frames a second leave 16.7)",
              percentile(frames, .5), percentile(frames, .99));
        QVERIFY2(percentile(frames, .5) < 160, "scrolling takes far too long");
        qInfo("peak memory %ld MB (budget 900)", peakMegabytes());

        // The same clips as a map, in the window.
        QElapsedTimer drawing;
        drawing.start();
        page.views()->setView(ListView::Map);
        QVERIFY(
            QTest::qWaitFor([&] { return page.map()->scene().map && !page.map()->points().layers.empty(); }, 60000));
        qInfo("to the map of %d clips on screen: %lld ms", page.map()->points().shown,
              static_cast<long long>(drawing.elapsed()));
        QVERIFY(QTest::qWaitFor([&] { return page.map()->scene().facts && page.settled(); }, 60000));
        qInfo("with names and folders: %lld ms", static_cast<long long>(drawing.elapsed()));
        QCOMPARE(page.map()->points().shown, kClips);
        ScatterMap* chart = page.map()->chart();
        frames.clear();
        for (int i = 0; i < 120; ++i) {
            QElapsedTimer frame;
            frame.start();
            if (i % 30 < 20)
                QTest::keyClick(chart, i % 2 ? Qt::Key_Left : Qt::Key_Up);
            else
                chart->zoomBy(i % 2 ? 1.2 : 1 / 1.2, QPointF(chart->width() / 2.0, chart->height() / 2.0));
            QMouseEvent move(QEvent::MouseMove, QPointF(200 + i, 150), chart->mapToGlobal(QPointF(200 + i, 150)),
                             Qt::NoButton, {}, {});
            QApplication::sendEvent(chart, &move);
            chart->repaint();
            frames.push_back(static_cast<double>(frame.nsecsElapsed()) / 1e6);
        }
        qInfo("a frame while the map moves: p50 %.1f ms, p99 %.1f ms (60 frames a second leave 16.7)",
              percentile(frames, .5), percentile(frames, .99));
        QVERIFY2(percentile(frames, .5) < 160, "the map moves far too slowly");
        qInfo("peak memory with the map %ld MB (budget 900)", peakMegabytes());
    }
};

PROLAP_TEST(TstWindowSpeed)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_window_speed.moc"
