#include "db/sqlite_error.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sqlite3.h>

namespace prolap::db {

Error sqliteError(int code, int systemErrno, const char* message, const Path& file, const std::string& why)
{
    const std::string name = displayText(file);
    // A limit on file sizes or a quota is a full disk to the user; SQLite knows only ENOSPC.
    if ((code & 0xff) == SQLITE_IOERR && (systemErrno == ENOSPC || systemErrno == EFBIG || systemErrno == EDQUOT))
        code = SQLITE_FULL;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy, fmt::format("The library {} is being written by another program. Wait until that is "
                                             "done, or close it, and try again.",
                                             name)};
    case SQLITE_READONLY:
        return {ErrorKind::ReadOnly,
                why.empty() ? fmt::format("The library {} cannot be written: it is read-only. Check the permissions of "
                                          "the file and its folder.",
                                          name)
                            : why};
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::Permission, fmt::format("Access to the library {} was denied. Check the permissions of the "
                                                   "file and its folder.",
                                                   name)};
    case SQLITE_CANTOPEN:
        if (systemErrno == ENOENT)
            return {ErrorKind::NotFound, fmt::format("The library {} is not there.", name)};
        return {ErrorKind::Permission, fmt::format("The library {} could not be opened ({}). Check the permissions of "
                                                   "the file and its folder.",
                                                   name, systemErrno ? std::strerror(systemErrno) : message)};
    case SQLITE_FULL:
        return {ErrorKind::DiskFull, fmt::format("No space is left to write the library {}. Free some on its disk and "
                                                 "try again; what was stored before is safe.",
                                                 name)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Corrupt,
                fmt::format("The library {} is damaged ({}). It is only read from now on. Run "
                            "`prolap library check`, restore a backup, or index into a new library.",
                            name, message)};
    case SQLITE_NOMEM:
        return {ErrorKind::OutOfMemory, fmt::format("Not enough memory to work with the library {}.", name)};
    case SQLITE_IOERR:
        return {ErrorKind::Internal, fmt::format("Reading or writing the library {} failed ({}). Check its disk.", name,
                                                 systemErrno ? std::strerror(systemErrno) : message)};
    default:
        return {ErrorKind::Internal,
                fmt::format("The library {} could not be used: {} (SQLite code {}).", name, message, code)};
    }
}

} // namespace prolap::db
