#include "ui/map/scatter_map.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "tests/support/test_main.h"

using namespace prolap::ui;

/// How often a second a map of 100,000 points is drawn while it is dragged, by the software renderer at the size of the
/// page; to be run on an idle machine: tst_bench_window TstMapSpeed
class TstMapSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandPoints()
    {
        std::minstd_rand random(3);
        std::normal_distribution<double> normal(0, .2);
        std::vector<MapLayer> layers(2);
        for (MapLayer& layer : layers)
            for (int i = 0; i < 50'000; ++i)
                layer.points.emplace_back(normal(random), normal(random));
        ScatterMap map;
        map.resize(800, 600);
        map.setLayers(std::move(layers));
        QImage image(map.size(), QImage::Format_ARGB32_Premultiplied);
        std::vector<double> ms;
        std::clock_t spent = 0; // of the processor, which others on the machine do not lengthen
        for (int i = 0; i < 60; ++i) {
            constexpr Qt::Key kAround[] = {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down};
            QTest::keyClick(&map, kAround[i % 4]);
            const auto begun = std::chrono::steady_clock::now();
            const std::clock_t before = std::clock();
            QPainter painter(&image);
            map.paint(painter, map.rect());
            painter.end();
            spent += std::clock() - before;
            ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
        }
        std::ranges::sort(ms);
        qInfo("a frame takes %.1f ms, the slowest of twenty %.1f ms; %.1f ms of processor time", ms[ms.size() / 2],
              ms[ms.size() * 19 / 20],
              1000 * static_cast<double>(spent) / CLOCKS_PER_SEC / static_cast<double>(ms.size()));
        QVERIFY2(ms[ms.size() / 2] < 1000.0 / 30, "fewer than 30 frames a second");
    }
};

PROLAP_TEST(TstMapSpeed)
#include "tst_map_speed.moc"
