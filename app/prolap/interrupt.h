#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace prolap::app {

/// Turns Ctrl+C and `kill` into a stop request: long work ends at its next safe point. A second one ends the process
/// at once. Make it before any other thread starts, so that the signals reach only it.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }
    bool raised() const { return m_stop.stop_requested(); }

private:
    sigset_t m_signals;
    std::stop_source m_stop;
    std::thread m_waiter;
};

} // namespace prolap::app
