#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// So many clips, and how long they are together.
struct LibraryShare {
    std::string name; ///< valid UTF-8; a number where it is one
    std::int64_t clips = 0;
    double hours = 0;
};

/// What a library consists of. Failed clips count in `failed` alone.
struct LibraryStatistics {
    std::int64_t clips = 0, listened = 0, failed = 0;
    std::int64_t missing = 0; ///< not there at the last scan of their folder
    std::int64_t offline = 0; ///< in folders that are not reachable
    std::int64_t bytes = 0;
    double hours = 0;
    std::int64_t silent = 0;
    std::int64_t tagged = 0, captioned = 0, rated = 0, favourites = 0, noted = 0, inCollections = 0, categorised = 0;
    std::vector<LibraryShare> formats, sampleRates, channels, bitDepths, tags, categories; ///< most clips first
    std::vector<LibraryShare> folders;                                                     ///< roots, by path
    std::vector<LibraryShare> ratings, colours, lengths;                                   ///< in their order
};

/// Errors: those of the catalogue. Takes about a second for 100 000 clips.
LibraryStatistics libraryStatistics(const Path& catalogue);

} // namespace prolap::library
