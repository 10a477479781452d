#include "core/audio/window_cutter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prolap::audio {

namespace {
constexpr double kShortestRestSeconds = 0.05;
}

WindowCutter::WindowCutter(const ClipReadOptions& options, double expectedSeconds)
    : m_rate(options.sampleRate),
      m_windowFrames(static_cast<std::size_t>(std::max(1LL, std::llround(options.windowSeconds * options.sampleRate))))
{
    const double expected = (expectedSeconds + kShortestRestSeconds) * m_rate;
    m_samples.reserve(std::min(m_windowFrames, static_cast<std::size_t>(expected)));
}

bool WindowCutter::add(std::span<const float> mono, const std::function<bool(ClipWindow&&)>& onWindow)
{
    while (!mono.empty()) {
        const std::size_t taken = std::min(mono.size(), m_windowFrames - m_samples.size());
        m_samples.insert(m_samples.end(), mono.begin(), mono.begin() + static_cast<std::ptrdiff_t>(taken));
        mono = mono.subspan(taken);
        if (m_samples.size() == m_windowFrames && !handOn(onWindow))
            return false;
    }
    return true;
}

bool WindowCutter::finish(const std::function<bool(ClipWindow&&)>& onWindow)
{
    const bool longEnough = static_cast<double>(m_samples.size()) >= kShortestRestSeconds * m_rate;
    if (m_samples.empty() || (m_start > 0 && !longEnough))
        return true;
    return handOn(onWindow);
}

bool WindowCutter::handOn(const std::function<bool(ClipWindow&&)>& onWindow)
{
    ClipWindow window;
    const std::int64_t end = m_start + static_cast<std::int64_t>(m_samples.size());
    window.startSeconds = static_cast<double>(m_start) / m_rate;
    window.endSeconds = static_cast<double>(end) / m_rate;
    window.samples = std::move(m_samples);
    m_samples = {};
    m_samples.reserve(m_windowFrames);
    m_start = end;
    return onWindow(std::move(window));
}

} // namespace prolap::audio
