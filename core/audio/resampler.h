#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/audio/libav.h"

namespace prolap::audio {

/// Changes the sample rate in one step: libswresample's polyphase filter, 64 taps at the lower rate, Kaiser window.
/// N frames in give round(N * outRate / inRate) out, and frame 0 stays at time 0.
class Resampler {
public:
    /// Rates in Hz, 1 to 64 interleaved channels. Errors: Error(Internal).
    Resampler(int inRate, int outRate, int channels);
    ~Resampler();
    Resampler(const Resampler&) = delete;
    Resampler& operator=(const Resampler&) = delete;

    /// Appends what is ready to out.
    void push(std::span<const float> interleaved, std::vector<float>& out);
    /// Appends the rest. Once, at the end.
    void finish(std::vector<float>& out);

private:
    std::size_t convert(const float* in, std::size_t frames, std::vector<float>& out);

    LibavPtr<SwrContext> m_context;
    int m_inRate, m_outRate;
    std::size_t m_channels;
    std::int64_t m_in = 0, m_out = 0; ///< frames so far
};

} // namespace prolap::audio
