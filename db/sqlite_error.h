#pragma once

#include "core/error.h"
#include "core/paths.h"

namespace prolap::db {

/// The Error that stands for SQLite's last failure on a connection.
/// code: extended result code. why: what is known beyond it (why the catalogue is read-only), may be empty.
Error sqliteError(int code, int systemErrno, const char* message, const Path& file, const std::string& why);

} // namespace prolap::db
