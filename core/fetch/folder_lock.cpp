#include "core/fetch/folder_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/write_error.h"

namespace prolap::fetch {

FolderLock::FolderLock(const Path& folder) : m_file(folder / ".fetch.lock")
{
    for (;;) {
        m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (m_descriptor < 0) {
            throw Error(writeErrorKind(errno),
                        fmt::format("Cannot write into {}: {}.", displayText(folder), std::strerror(errno)));
        }
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            ::close(m_descriptor);
            throw Error(ErrorKind::Busy, fmt::format("Another program is fetching into {} right now. Wait until it is "
                                                     "done, or stop it, and try again.",
                                                     displayText(folder)));
        }
        // The one who held it before may have taken the name away between our opening and our locking.
        struct stat state {};
        if (::fstat(m_descriptor, &state) == 0 && state.st_nlink > 0)
            return;
        ::close(m_descriptor);
    }
}

FolderLock::~FolderLock()
{
    ::unlink(m_file.c_str()); // while the lock is still held
    ::close(m_descriptor);
}

} // namespace prolap::fetch
