#include "app/prolap/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include "app/prolap/exit_code.h"

namespace prolap::app {

namespace {
constexpr int kEndWaiting = SIGUSR1;
}

Interrupt::Interrupt()
{
    sigemptyset(&m_signals);
    for (const int signal : {SIGINT, SIGTERM, kEndWaiting})
        sigaddset(&m_signals, signal);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_waiter = std::thread([this] {
        for (int signal = 0; sigwait(&m_signals, &signal) == 0 && signal != kEndWaiting;) {
            if (!m_stop.request_stop())
                _exit(kInterrupted);
        }
    });
}

Interrupt::~Interrupt()
{
    pthread_kill(m_waiter.native_handle(), kEndWaiting);
    m_waiter.join();
}

} // namespace prolap::app
