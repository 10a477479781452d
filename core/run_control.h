#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace prolap {

/// Stop and pause of one long run. The run asks checkpoint() about every 10 ms of work.
/// Threads: any thread may call anything.
class RunControl {
public:
    RunControl() = default;
    /// Joins a stop token of the caller's (a std::jthread's, a Job's): a stop asked there stops this run.
    explicit RunControl(std::stop_token outer);

    void requestStop();
    bool stopRequested() const;
    std::stop_token token() const { return m_source.get_token(); }

    void pause();
    void resume();
    bool paused() const;

    /// Waits while paused. Returns false when the run shall stop.
    bool checkpoint();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_paused = false;
    std::stop_source m_source;
    struct Forward {
        RunControl* control;
        void operator()() const { control->requestStop(); }
    };
    std::stop_callback<Forward> m_forward{std::stop_token{}, Forward{this}};
};

} // namespace prolap
