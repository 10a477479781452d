#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/paths.h"

namespace prolap::train {

/// By what the clips of a library can be chosen to learn from, with the number of clips of each, by name.
struct LibraryLists {
    std::vector<std::pair<std::string, std::int64_t>> tags, collections;
};

/// Errors: those of opening the library for reading.
LibraryLists libraryLists(const Path& library);

} // namespace prolap::train
