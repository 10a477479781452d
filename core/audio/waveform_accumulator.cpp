#include "core/audio/waveform_accumulator.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace prolap::audio {

namespace {
constexpr std::size_t kBinsAColumn = 16;
constexpr double kMostFramesAtFirst = 16; // a false promise of hours must not leave a second with one bin
constexpr std::size_t kMostBins = 4 * kBinsAColumn * kWaveformColumns; // halved, there are still twice as many
} // namespace

WaveformAccumulator::WaveformAccumulator(double expectedFrames)
    : m_framesABin(static_cast<std::int64_t>(
          std::clamp(expectedFrames / (kBinsAColumn * kWaveformColumns), 1.0, kMostFramesAtFirst)))
{
}

void WaveformAccumulator::Bin::join(const Bin& other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
    squares += other.squares;
    frames += other.frames;
}

WaveformAccumulator::Bin WaveformAccumulator::measureFew(std::span<const float> mono)
{
    Bin bin{mono[0], mono[0], 0, static_cast<std::int64_t>(mono.size())};
    for (const float sample : mono) {
        bin.min = std::min(bin.min, sample);
        bin.max = std::max(bin.max, sample);
        bin.squares += static_cast<double>(sample) * sample;
    }
    return bin;
}

WaveformAccumulator::Bin WaveformAccumulator::measure(std::span<const float> mono)
{
    // Independent lanes, so that the loop runs in vector registers.
    constexpr std::size_t kLanes = 8;
    if (mono.size() < 2 * kLanes)
        return measureFew(mono);
    std::array<float, kLanes> low, high;
    std::array<double, kLanes> squares{};
    low.fill(mono.front());
    high.fill(mono.front());
    std::size_t i = 0;
    for (; i + kLanes <= mono.size(); i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const float sample = mono[i + lane];
            low[lane] = sample < low[lane] ? sample : low[lane];
            high[lane] = sample > high[lane] ? sample : high[lane];
            squares[lane] += static_cast<double>(sample) * sample;
        }
    }
    for (; i < mono.size(); ++i) {
        low[0] = std::min(low[0], mono[i]);
        high[0] = std::max(high[0], mono[i]);
        squares[0] += static_cast<double>(mono[i]) * mono[i];
    }
    Bin bin;
    bin.min = *std::min_element(low.begin(), low.end());
    bin.max = *std::max_element(high.begin(), high.end());
    for (const double sum : squares)
        bin.squares += sum;
    bin.frames = static_cast<std::int64_t>(mono.size());
    return bin;
}

void WaveformAccumulator::add(std::span<const float> mono)
{
    while (!mono.empty()) {
        const bool full = m_bins.empty() || m_bins.back().frames == m_framesABin;
        if (full && m_bins.size() == kMostBins) {
            for (std::size_t i = 0; i < kMostBins / 2; ++i) {
                m_bins[i] = m_bins[2 * i];
                m_bins[i].join(m_bins[2 * i + 1]);
            }
            m_bins.resize(kMostBins / 2);
            m_framesABin *= 2;
        }
        const std::int64_t room = full ? m_framesABin : m_framesABin - m_bins.back().frames;
        const auto taken =
            static_cast<std::size_t>(std::min<std::int64_t>(room, static_cast<std::int64_t>(mono.size())));
        const Bin bin = measure(mono.first(taken));
        if (full)
            m_bins.push_back(bin);
        else
            m_bins.back().join(bin);
        mono = mono.subspan(taken);
    }
}

Waveform WaveformAccumulator::columns() const
{
    Waveform waveform;
    if (m_bins.empty())
        return waveform;
    // Bins are equally long but for the last: columns are cut in frames, and a bin belongs where its start lies.
    const auto frames = (static_cast<std::int64_t>(m_bins.size()) - 1) * m_framesABin + m_bins.back().frames;
    const auto binAt = [&](std::size_t column) {
        const std::int64_t start = frames * static_cast<std::int64_t>(column) / std::int64_t{kWaveformColumns};
        return std::min(static_cast<std::size_t>((start + m_framesABin / 2) / m_framesABin), m_bins.size());
    };
    for (std::size_t column = 0; column < kWaveformColumns; ++column) {
        const std::size_t first = std::min(binAt(column), m_bins.size() - 1);
        const std::size_t last = std::max(binAt(column + 1), first + 1);
        Bin bin = m_bins[first];
        for (std::size_t i = first + 1; i < last; ++i)
            bin.join(m_bins[i]);
        waveform.min.push_back(bin.min);
        waveform.max.push_back(bin.max);
        waveform.rms.push_back(static_cast<float>(std::sqrt(bin.squares / static_cast<double>(bin.frames))));
    }
    return waveform;
}

} // namespace prolap::audio
