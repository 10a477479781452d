#include "core/run_control.h"

#include <utility>

namespace prolap {

RunControl::RunControl(std::stop_token outer) : m_forward(std::move(outer), Forward{this}) {}

void RunControl::requestStop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_source.request_stop();
    }
    m_changed.notify_all();
}

bool RunControl::stopRequested() const
{
    return m_source.stop_requested();
}

void RunControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void RunControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

bool RunControl::paused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

bool RunControl::checkpoint()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_paused || m_source.stop_requested(); });
    return !m_source.stop_requested();
}

} // namespace prolap
