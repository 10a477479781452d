#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/audio/clip_reader.h"

namespace prolap::audio {

/// Cuts a stream of mono samples into windows, one after the other.
class WindowCutter {
public:
    /// expectedSeconds: what the header promises, for the first allocation only.
    WindowCutter(const ClipReadOptions& options, double expectedSeconds);

    /// Hands on each window that is full. Returns false as soon as onWindow does.
    bool add(std::span<const float> mono, const std::function<bool(ClipWindow&&)>& onWindow);

    /// Hands on the last, shorter window, unless it is under 50 ms and others went before it.
    bool finish(const std::function<bool(ClipWindow&&)>& onWindow);

private:
    bool handOn(const std::function<bool(ClipWindow&&)>& onWindow);

    double m_rate;
    std::size_t m_windowFrames;
    std::int64_t m_start = 0; ///< frame at which the current window starts
    std::vector<float> m_samples;
};

} // namespace prolap::audio
