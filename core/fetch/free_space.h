#pragma once

#include <cstdint>
#include <string>

#include "core/paths.h"

namespace prolap::fetch {

/// Errors: Error(DiskFull) when the folder's disk has less room than `bytes` for `what`, with both numbers.
void requireSpace(const Path& folder, std::int64_t bytes, const std::string& what);

/// `612 MB`, `1.9 GB`, by powers of ten as disks are sold.
std::string byteText(std::int64_t bytes);

} // namespace prolap::fetch
