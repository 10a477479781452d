#pragma once

#include <chrono>
#include <deque>

namespace prolap::library {

/// Seconds of sound a second, over the last half minute. Time that is spent paused counts for nothing.
class RateMeter {
public:
    using Clock = std::chrono::steady_clock;

    /// `total`: seconds of sound so far, never falling.
    void add(Clock::time_point now, double total);
    /// Forget the past: after a pause.
    void restart() { m_points.clear(); }

    /// 0 while there is too little to say.
    double rate() const;
    /// Seconds that `left` seconds of sound will take; negative while it is not known.
    double secondsFor(double left) const;

private:
    struct Point {
        Clock::time_point time;
        double total;
    };
    std::deque<Point> m_points;
};

} // namespace prolap::library
