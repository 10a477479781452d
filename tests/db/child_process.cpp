#include "tests/db/child_process.h"

#include <csignal>
#include <cstdio>
#include <exception>

#include <sys/wait.h>
#include <unistd.h>

namespace prolap::test {

namespace {

int readyPipe = -1;

} // namespace

ChildProcess::ChildProcess(const std::function<int()>& work)
{
    if (::pipe(m_pipe) != 0)
        std::perror("pipe");
    m_pid = ::fork();
    if (m_pid != 0) {
        ::close(m_pipe[1]);
        return;
    }
    ::close(m_pipe[0]);
    readyPipe = m_pipe[1];
    int code = 255;
    try {
        code = work();
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "child: %s\n", exception.what());
    }
    ::_exit(code);
}

ChildProcess::~ChildProcess()
{
    if (m_pid > 0) {
        kill();
        wait();
    }
    ::close(m_pipe[0]);
}

void ChildProcess::kill()
{
    ::kill(m_pid, SIGKILL);
}

int ChildProcess::wait()
{
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 256;
}

bool ChildProcess::waitUntilReady()
{
    char byte = 0;
    return ::read(m_pipe[0], &byte, 1) == 1;
}

void ChildProcess::ready()
{
    const char byte = 1;
    if (::write(readyPipe, &byte, 1) != 1)
        std::perror("write");
}

} // namespace prolap::test
