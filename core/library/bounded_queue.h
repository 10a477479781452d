#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace prolap::library {

/// A queue between threads that holds up to a number of bytes; whoever would add more waits. One item is always taken,
/// however large. Threads: any may call anything.
template <typename T> class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacityBytes) : m_capacity(capacityBytes) {}

    /// Waits for room. False when the queue is closed; the item is then gone.
    bool push(T item, std::size_t bytes)
    {
        {
            std::unique_lock lock(m_mutex);
            m_room.wait(lock, [&] { return m_closed || m_items.empty() || m_bytes + bytes <= m_capacity; });
            if (m_closed)
                return false;
            m_bytes += bytes;
            m_items.emplace_back(std::move(item), bytes);
        }
        m_filled.notify_one();
        return true;
    }

    /// Waits up to `timeout` for an item; none when there is none by then, or the queue is closed and empty.
    std::optional<T> pop(std::chrono::milliseconds timeout)
    {
        std::optional<T> item;
        {
            std::unique_lock lock(m_mutex);
            m_filled.wait_for(lock, timeout, [&] { return m_closed || !m_items.empty(); });
            if (m_items.empty())
                return item;
            item.emplace(std::move(m_items.front().first));
            m_bytes -= m_items.front().second;
            m_items.pop_front();
        }
        m_room.notify_all();
        return item;
    }

    /// Takes no more items; those in it can still be taken out.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        wakeAll();
    }

    /// Closes and throws away what is in it.
    void abort()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            m_items.clear();
            m_bytes = 0;
        }
        wakeAll();
    }

    /// Closed, and nothing left in it.
    bool finished() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed && m_items.empty();
    }

private:
    void wakeAll()
    {
        m_room.notify_all();
        m_filled.notify_all();
    }

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_room, m_filled;
    std::deque<std::pair<T, std::size_t>> m_items;
    std::size_t m_bytes = 0;
    bool m_closed = false;
};

} // namespace prolap::library
