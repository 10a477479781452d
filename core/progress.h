#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace prolap {

/// How far a long run is. total is 0 while it is not known.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string current;       ///< what is being worked on, as valid UTF-8 to show
    double secondsLeft = -1.0; ///< negative while it is not known
};

/// Called from the working thread, at most every 60 ms; the last report always arrives.
using ProgressFn = std::function<void(const Progress&)>;

/// Says when the next report is due, so that reports never flood.
class ProgressThrottle {
public:
    explicit ProgressThrottle(std::chrono::milliseconds interval = std::chrono::milliseconds(60)) : m_interval(interval)
    {
    }

    /// True at the first call and then at most once an interval.
    bool due()
    {
        const auto now = std::chrono::steady_clock::now();
        if (m_started && now - m_last < m_interval)
            return false;
        m_started = true;
        m_last = now;
        return true;
    }

private:
    std::chrono::milliseconds m_interval;
    std::chrono::steady_clock::time_point m_last;
    bool m_started = false;
};

} // namespace prolap
