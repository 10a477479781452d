#include "ui/player/sound_axis.h"

#include <algorithm>

namespace prolap::ui {

namespace {

constexpr double kShortestRegion = 0.001;
constexpr double kSamplesInSight = 16; ///< at the nearest

} // namespace

void SoundAxis::setDuration(double seconds)
{
    m_duration = std::max(0.0, seconds);
    m_from = 0;
    m_to = m_duration;
    const bool marked = m_region.has_value();
    m_region.reset();
    Q_EMIT viewChanged();
    if (marked)
        Q_EMIT regionChanged();
}

void SoundAxis::show(double from, double to)
{
    const double least = std::min(m_duration, kSamplesInSight / (m_sampleRate > 0 ? m_sampleRate : 48000));
    const double width = std::clamp(to - from, least, std::max(least, m_duration));
    const double start = std::clamp(from, 0.0, std::max(0.0, m_duration - width));
    if (start == m_from && start + width == m_to)
        return;
    m_from = start;
    m_to = std::min(m_duration, start + width);
    Q_EMIT viewChanged();
}

void SoundAxis::zoom(double factor, double around)
{
    const double width = (m_to - m_from) / factor;
    const double share = m_to > m_from ? (around - m_from) / (m_to - m_from) : 0.5;
    show(around - share * width, around - share * width + width);
}

void SoundAxis::follow(double seconds)
{
    if (zoomed() && (seconds < m_from || seconds > m_to))
        show(seconds, seconds + (m_to - m_from));
}

void SoundAxis::setPosition(double seconds)
{
    const double before = m_position;
    m_position = seconds;
    Q_EMIT positionChanged(before);
}

void SoundAxis::setHitWindow(std::optional<Span> window)
{
    if (window == m_hitWindow)
        return;
    m_hitWindow = window;
    Q_EMIT marksChanged();
}

void SoundAxis::setOtherWindows(std::vector<Span> windows)
{
    if (windows == m_otherWindows)
        return;
    m_otherWindows = std::move(windows);
    Q_EMIT marksChanged();
}

void SoundAxis::setRegion(std::optional<Span> region)
{
    if (region) {
        if (region->first > region->second)
            std::swap(region->first, region->second);
        region->first = std::clamp(region->first, 0.0, m_duration);
        region->second = std::clamp(region->second, 0.0, m_duration);
        if (region->second - region->first < kShortestRegion)
            region.reset();
    }
    if (region == m_region)
        return;
    m_region = region;
    Q_EMIT marksChanged();
    Q_EMIT regionChanged();
}

void SoundAxis::setRegionStart(double seconds)
{
    setRegion(Span(seconds, m_region && m_region->second > seconds ? m_region->second : m_duration));
}

void SoundAxis::setRegionEnd(double seconds)
{
    setRegion(Span(m_region && m_region->first < seconds ? m_region->first : 0.0, seconds));
}

} // namespace prolap::ui
