#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/audio/clip_reader.h"

namespace prolap::audio {

/// Gathers a waveform without knowing the length: bins of one frame at first; whenever all are full, neighbours are
/// joined and bins hold twice as many. At the end each column takes its share of 32 768 to 65 536 bins, so that its
/// edges lie within 1/32 of its width; up to 65 536 frames they are exact.
class WaveformAccumulator {
public:
    void add(std::span<const float> mono);

    /// The columns so far: column i of n frames covers [i n / 1000, (i + 1) n / 1000), at least one frame.
    Waveform columns() const;

private:
    struct Bin {
        float min = 0, max = 0;
        double squares = 0;
        std::int64_t frames = 0;

        void join(const Bin& other);
    };

    static Bin measure(std::span<const float> mono);

    std::vector<Bin> m_bins;
    std::int64_t m_framesABin = 1;
};

} // namespace prolap::audio
