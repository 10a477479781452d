#pragma once

#include <chrono>
#include <deque>

namespace prolap {

/// How fast a long run is, over the last half minute: seconds of sound a second, bytes a second. Time that is spent
/// paused counts for nothing.
class RateMeter {
public:
    using Clock = std::chrono::steady_clock;

    /// `total`: the work done so far, never falling.
    void add(Clock::time_point now, double total);
    /// Forget the past: after a pause.
    void restart() { m_points.clear(); }

    /// Work a second; 0 while there is too little to say.
    double rate() const;
    /// Seconds that `left` more work will take; negative while it is not known.
    double secondsFor(double left) const;

private:
    struct Point {
        Clock::time_point time;
        double total;
    };
    std::deque<Point> m_points;
};

} // namespace prolap
