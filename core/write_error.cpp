#include "core/write_error.h"

#include <cerrno>
#include <cstring>

namespace prolap {

ErrorKind writeErrorKind(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorKind::DiskFull;
    case EROFS:
        return ErrorKind::ReadOnly;
    case EACCES:
    case EPERM:
        return ErrorKind::Permission;
    case ENOENT:
    case ENOTDIR:
        return ErrorKind::NotFound;
    default:
        return ErrorKind::Internal;
    }
}

void throwWriteError(const Path& file, int code)
{
    throw Error(writeErrorKind(code), displayText(file) + " cannot be written: " + std::strerror(code) + ".");
}

} // namespace prolap
