#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

/// A clip that has been listened to and is not missing.
struct HeardClip {
    ClipId clip;
    std::string contentHash;
    double seconds = 0;
    std::int64_t size = 0; ///< bytes
};

/// In order of id.
std::vector<HeardClip> heardClips(Catalogue& catalogue);

/// So many clips, and how long they are together.
struct Share {
    std::string name;
    std::int64_t clips = 0;
    double hours = 0;
};

/// What a library consists of. Failed clips count in `failed` alone.
struct Statistics {
    std::int64_t clips = 0, listened = 0, failed = 0, missing = 0, offline = 0; ///< offline: in folders not reachable
    std::int64_t bytes = 0;
    double hours = 0;
    std::int64_t silent = 0;
    std::int64_t tagged = 0, captioned = 0, rated = 0, favourites = 0, noted = 0, inCollections = 0, categorised = 0;
    std::vector<Share> formats, sampleRates, channels, bitDepths; ///< most clips first
    std::vector<Share> folders;                                   ///< roots, by path
    std::vector<Share> tags, categories;                          ///< most clips first
    std::vector<Share> ratings, colours;                          ///< by number
    std::vector<Share> lengths;                                   ///< in steps, shortest first
};

Statistics statistics(Catalogue& catalogue);

} // namespace prolap::db
