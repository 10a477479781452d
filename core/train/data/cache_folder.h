#pragma once

#include <cstdint>

#include "core/paths.h"

namespace prolap::train {

/// The folder of what training can work out again, and keeps: features of frozen encoders (FeatureCache) and log-mel
/// pieces (MelCache). Several processes may share it.

/// Notes that a file is used now. One that cannot be marked only leaves the folder sooner.
void markUsed(const Path& file);

/// Removes the files that were not used for longest, until those that are left take at most `limit` bytes. Only files
/// of the two caches' names count and go, so that nothing else of a folder named by mistake is lost. Returns the bytes
/// that are left. A file that cannot be removed is left.
std::uint64_t trimCacheFolder(const Path& folder, std::uint64_t limit);

} // namespace prolap::train
