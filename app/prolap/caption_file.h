#pragma once

#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::app {

/// The captions of a text file: one a line, or a JSON array of strings where the name ends in `.json`.
/// Errors: Error(NotFound, Permission) with the file, Error(Corrupt) for JSON that is no array of strings.
std::vector<std::string> readCaptions(const Path& file);

} // namespace prolap::app
