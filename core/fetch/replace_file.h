#pragma once

#include <string_view>

#include "core/paths.h"

namespace prolap::fetch {

/// Where replaceFile() writes before a file is whole: FILE.new. A kill may leave it; the next one overwrites it.
Path unfinished(const Path& file);

/// Writes a small file so that a kill or a full disk leaves the old one or the new one. One process at a time.
/// Errors: those of throwWriteError.
void replaceFile(const Path& file, std::string_view text);

/// For a call of the system that wrote to `file` and failed with errno `code`.
/// Errors: Error(DiskFull, ReadOnly, Permission, NotFound, Internal) with the file.
[[noreturn]] void throwWriteError(const Path& file, int code);

} // namespace prolap::fetch
