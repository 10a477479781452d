#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clip_marks.h"
#include "core/ids.h"

namespace prolap::db {

/// What a clip must be to be listed. Unset members ask for nothing.
struct ClipFilter {
    std::optional<RootId> root;
    std::optional<double> minSeconds, maxSeconds;
    std::optional<int> channels;
    std::optional<int> minSampleRate; ///< Hz
    std::vector<std::string> containers;
    std::optional<int> minRating;
    std::optional<bool> favourite;
    std::optional<ColourLabel> colour;
    std::vector<std::string> tags; ///< all of them; letter case is ignored
    std::optional<CollectionId> collection;
    std::string category; ///< of the Universal Category System: a category, or a CatID; empty: any
};

} // namespace prolap::db
