#pragma once

#include <functional>

#include <sys/types.h>

namespace prolap::test {

/// A forked copy of the test in which only `work` runs; it ends without any of the test program's own clearing up.
class ChildProcess {
public:
    explicit ChildProcess(const std::function<int()>& work);
    /// Kills it if it still runs.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// kill -9
    void kill();
    /// What `work` returned; 255 when it threw, 256 when it was killed.
    int wait();
    /// Waits for ready() of the child.
    bool waitUntilReady();
    /// In the child: lets the parent go on.
    static void ready();

private:
    pid_t m_pid = -1;
    int m_pipe[2] = {-1, -1};
};

} // namespace prolap::test
