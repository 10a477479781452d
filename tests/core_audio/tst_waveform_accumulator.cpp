#include "core/audio/waveform_accumulator.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QTest>

using namespace prolap::audio;

namespace {

Waveform gather(const std::vector<float>& mono, double expectedFrames, std::size_t blockFrames)
{
    WaveformAccumulator accumulator(expectedFrames);
    for (std::size_t at = 0; at < mono.size(); at += blockFrames)
        accumulator.add(std::span(mono).subspan(at, std::min(blockFrames, mono.size() - at)));
    return accumulator.columns();
}

/// From -1 to 1, so that a column's values say where it lies.
std::vector<float> ramp(std::size_t frames)
{
    std::vector<float> mono;
    for (std::size_t i = 0; i < frames; ++i)
        mono.push_back(static_cast<float>(2.0 * (static_cast<double>(i) + 0.5) / static_cast<double>(frames) - 1));
    return mono;
}

} // namespace

class TstWaveformAccumulator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsLieWhereTheyShould_data()
    {
        QTest::addColumn<int>("frames");
        QTest::addColumn<double>("expected");
        QTest::addColumn<int>("block");
        for (const int frames : {1000, 5000, 15'999, 44'100, 441'000, 3'000'000, 10'000'001})
            for (const double promise : {0.0, 0.01, 1.0, 1000.0})
                QTest::addRow("%d frames, %g times as many promised", frames, promise)
                    << frames << promise * frames << (frames % 1000 == 0 ? 4096 : 333);
    }

    void columnsLieWhereTheyShould()
    {
        QFETCH(int, frames);
        QFETCH(double, expected);
        QFETCH(int, block);
        const std::vector<float> mono = ramp(static_cast<std::size_t>(frames));
        const Waveform waveform = gather(mono, expected, static_cast<std::size_t>(block));
        QCOMPARE(waveform.min.size(), kWaveformColumns);
        // A column spans 0.002 of the ramp. Where bins are coarse (a lying promise), its edges are off by half a bin,
        // or by all of it where it is wider than the column.
        const double bin = std::max(1.0 / 16, std::clamp(expected / 16000, 1.0, 16.0) * 1000 / frames);
        const double off = 0.002 * ((bin > 1 ? 1.51 : 0.51) * bin + 1000.0 / frames) + 1e-6;
        for (std::size_t column = 0; column < kWaveformColumns; ++column) {
            const double from = 0.002 * static_cast<double>(column) - 1, to = from + 0.002;
            QVERIFY(std::abs(waveform.min[column] - from) <= off);
            QVERIFY(std::abs(waveform.max[column] - to) <= off);
            const double rms = std::sqrt((to * to + to * from + from * from) / 3);
            QVERIFY(std::abs(waveform.rms[column] - rms) <= off);
        }
    }

    void shortClipsAreExact()
    {
        const std::vector<float> mono = ramp(10'000);
        const Waveform waveform = gather(mono, 10'000, 7);
        for (std::size_t column = 0; column < kWaveformColumns; ++column) {
            QCOMPARE(waveform.min[column], mono[10 * column]);
            QCOMPARE(waveform.max[column], mono[10 * column + 9]);
        }
    }

    void fewerFramesThanColumns()
    {
        const Waveform waveform = gather({-1, 0.5F, 1}, 0, 1);
        QCOMPARE(waveform.min.size(), kWaveformColumns);
        QCOMPARE(waveform.min.front(), -1.0F);
        QCOMPARE(waveform.max[kWaveformColumns / 2], 0.5F);
        QCOMPARE(waveform.rms.back(), 1.0F);
    }

    void nothing() { QVERIFY(gather({}, 1000, 1).rms.empty()); }
};

PROLAP_TEST(TstWaveformAccumulator)
#include "tst_waveform_accumulator.moc"
