#pragma once

#include <atomic>
#include <cstddef>
#include <stop_token>
#include <thread>
#include <vector>

namespace prolap::index {

/// Calls work(0) ... work(count - 1) on up to `threads` threads, the caller's among them. Returns false when stopped
/// in between. work must not throw.
template <typename Work>
bool forEachInParallel(std::size_t count, std::size_t threads, const std::stop_token& stop, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            if (stop.stop_requested()) {
                stopped = true;
                return;
            }
            work(i);
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads && t < count; ++t)
            others.emplace_back(run);
        run();
    }
    return !stopped;
}

} // namespace prolap::index
