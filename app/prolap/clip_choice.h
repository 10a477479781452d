#pragma once

#include <string>
#include <vector>

#include "core/ids.h"
#include "core/paths.h"

namespace prolap::app {

/// The clips of the library that these files and folders (with all that is below them) name.
/// Errors: Error(NotFound) for one that the library does not have.
std::vector<ClipId> clipsAt(const Path& catalogue, const std::vector<std::string>& paths);

} // namespace prolap::app
