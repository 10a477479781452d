#include "ui/jobs/job.h"

#include <algorithm>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace prolap::ui {

namespace {

/// Threads that the work starts inherit it.
void lowerPriority()
{
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 5);
#endif
}

} // namespace

Job::Job(QObject* parent, Priority priority) : QObject(parent), m_priority(priority) {}

Job::~Job()
{
    for (auto& [number, thread] : m_threads)
        thread.request_stop();
    m_threads.clear(); // joins; what the threads posted dies with this object
}

void Job::cancel()
{
    ++m_number;
    for (auto& [number, thread] : m_threads)
        thread.request_stop();
    setRunning(false);
}

void Job::run(Run work)
{
    const int number = ++m_number;
    for (auto& [old, thread] : m_threads)
        thread.request_stop();
    setRunning(true);
    m_threads.emplace_back(
        number,
        std::jthread([this, number, priority = m_priority, work = std::move(work)](std::stop_token stop) mutable {
            if (priority == Priority::Background)
                lowerPriority();
            const ProgressFn progress = [this, number](const Progress& p) {
                QMetaObject::invokeMethod(
                    this,
                    [this, number, p] {
                        if (number == m_number)
                            Q_EMIT progressed(p);
                    },
                    Qt::QueuedConnection);
            };
            std::function<void()> deliver = work(std::move(stop), progress);
            work = nullptr; // what the work held dies here, not on the owner's thread
            QMetaObject::invokeMethod(
                this, [this, number, deliver = std::move(deliver)] { finish(number, deliver); }, Qt::QueuedConnection);
        }));
}

void Job::finish(int number, const std::function<void()>& deliver)
{
    const auto thread = std::ranges::find(m_threads, number, &std::pair<int, std::jthread>::first);
    if (thread != m_threads.end())
        m_threads.erase(thread); // it has nothing left to do: this join does not wait
    if (number != m_number)
        return;
    setRunning(false);
    deliver();
}

void Job::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    Q_EMIT runningChanged(running);
}

} // namespace prolap::ui
