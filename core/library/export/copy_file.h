#pragma once

#include <functional>
#include <span>
#include <stop_token>

#include "core/paths.h"

namespace prolap::library {

/// Reads a regular file by blocks. Returns false when stopped.
/// Errors: Error(NotFound, Permission, Unsupported, Internal) with the file.
bool readBlocks(const Path& file, const std::function<void(std::span<const char>)>& onBlock,
                const std::stop_token& stop);

/// Copies a file with its time of change, replacing what is there only when the copy is whole. Returns false when
/// stopped. Errors: those of readBlocks and AtomicFile.
bool copyFile(const Path& from, const Path& to, const std::stop_token& stop);

} // namespace prolap::library
