#pragma once

#include <memory>
#include <optional>
#include <span>

#include <ebur128.h>

#include "core/audio/libav.h"

namespace prolap::audio {

/// Integrated loudness by EBU R 128 (ITU-R BS.1770): gated at -70 LUFS and at 10 LU under the mean.
class LoudnessMeter {
public:
    /// The layout says which channels surround and which are low-frequency effects; channels without a known place
    /// count as front ones. A rate that the measure does not support gives no loudness.
    LoudnessMeter(const AVChannelLayout& layout, int channels, int sampleRate);

    void add(std::span<const float> interleaved);

    /// LUFS; none for silence and for clips under 400 ms.
    std::optional<double> integratedLufs() const;

private:
    struct Deleter {
        void operator()(ebur128_state* state) const;
    };
    std::unique_ptr<ebur128_state, Deleter> m_state;
    std::size_t m_channels;
};

} // namespace prolap::audio
