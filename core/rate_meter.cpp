#include "core/rate_meter.h"

namespace prolap {

void RateMeter::add(Clock::time_point now, double total)
{
    constexpr auto kSpacing = std::chrono::milliseconds(100);
    constexpr auto kSpan = std::chrono::seconds(30);
    if (!m_points.empty() && now - m_points.back().time < kSpacing)
        return;
    m_points.push_back({now, total});
    while (m_points.size() > 2 && now - m_points.front().time > kSpan)
        m_points.pop_front();
}

double RateMeter::rate() const
{
    if (m_points.size() < 2)
        return 0;
    const std::chrono::duration<double> span = m_points.back().time - m_points.front().time;
    return span.count() > 0 ? (m_points.back().total - m_points.front().total) / span.count() : 0;
}

double RateMeter::secondsFor(double left) const
{
    const double now = rate();
    return now > 0 ? left / now : -1;
}

} // namespace prolap
