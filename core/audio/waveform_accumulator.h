#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/audio/clip_reader.h"

namespace prolap::audio {

/// Gathers a waveform whose length need not be known: bins of a few frames; whenever too many are full, neighbours are
/// joined and bins hold twice as many. A column takes 16 bins or more, so that its edges lie within 1/16 of its width
/// (exact in clips of under 16 000 frames), and hardly worse where the header lies.
class WaveformAccumulator {
public:
    /// expectedFrames: what the header promises; 0 if it promises nothing. Only tells with how few bins to start.
    explicit WaveformAccumulator(double expectedFrames = 0);

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
    static Bin measureFew(std::span<const float> mono);

    std::vector<Bin> m_bins;
    std::int64_t m_framesABin;
};

} // namespace prolap::audio
