#pragma once

#include <optional>

#include "core/paths.h"

namespace prolap::library {

/// The model that a library is searched with when none is named, on this machine: models lie where each user has them,
/// so it is kept in the user's data folder under the library's uuid. None where none was chosen, and for a library that
/// is not there or cannot be read.
std::optional<Path> defaultModel(const Path& catalogue);

/// model none: the starter again. Errors: those of reading the catalogue; Error(Permission, ReadOnly, DiskFull).
void setDefaultModel(const Path& catalogue, const std::optional<Path>& model);

} // namespace prolap::library
