#include "core/train/runs/run_lock.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/write_error.h"

namespace prolap::train {

std::unique_ptr<RunLock> RunLock::tryTake(const Path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        throw Error(writeErrorKind(errno),
                    fmt::format("Cannot write {}: {}.", displayText(file), std::strerror(errno)));
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return nullptr;
    }
    const std::string number = std::to_string(::getpid()) + '\n';
    // Of a full disk the number is not known; that somebody holds the lock still is.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(descriptor, number.data(), number.size(), 0);
    return std::unique_ptr<RunLock>(new RunLock(descriptor));
}

RunLock::~RunLock()
{
    ::close(m_descriptor);
}

pid_t RunLock::holder(const Path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return 0;
    pid_t pid = 0;
    if (::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        char text[32] = {};
        pid = ::pread(descriptor, text, sizeof text - 1, 0) > 0 ? static_cast<pid_t>(std::atol(text)) : 0;
        pid = pid > 0 ? pid : -1;
    }
    ::close(descriptor);
    return pid;
}

} // namespace prolap::train
