#pragma once

#include "core/error.h"
#include "core/paths.h"

namespace prolap {

/// What an errno of a call that was to write means: DiskFull, ReadOnly, Permission, NotFound (of the folder) or Internal.
ErrorKind writeErrorKind(int code);

/// Errors: Error of that kind with the file and the system's reason.
[[noreturn]] void throwWriteError(const Path& file, int code);

} // namespace prolap
