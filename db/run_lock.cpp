#include "db/run_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::db {

RunLock::RunLock(const Path& catalogue)
{
    const Path file = Path(catalogue) += ".lock";
    m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_descriptor < 0)
        throw Error(errno == EROFS ? ErrorKind::ReadOnly : ErrorKind::Permission,
                    fmt::format("Indexing needs to write beside the library, but {} cannot be made: {}.",
                                displayText(file), std::strerror(errno)));
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_descriptor);
        throw Error(ErrorKind::Busy,
                    fmt::format("Another program is indexing into the library {} right now. Wait until "
                                "it is done, or stop it, and try again.",
                                displayText(catalogue)));
    }
}

RunLock::~RunLock()
{
    // The file stays: taking it away would let two runs hold locks on two files of one name.
    ::close(m_descriptor);
}

} // namespace prolap::db
