#pragma once

#include <cstdint>
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
    std::optional<int> minChannels, maxChannels;
    std::optional<int> maxSampleRate; ///< Hz
    std::vector<std::string> notContainers;
    std::optional<int> maxRating;
    std::vector<ColourLabel> colours;     ///< one of them
    std::vector<std::string> notTags;     ///< none of them
    std::vector<std::string> collections; ///< in all of them, by name; letter case is ignored
    /// Words in this order in name, tags or captions: all of the first, none of the second. Letter case, accents and
    /// English endings are ignored, as by WordIndex.
    std::vector<std::string> phrases, notPhrases;
    /// In one of the first and in none of the second: a path from / on, or folder names as they follow each other
    /// anywhere in a clip's path (letter case ignored): `Foley/doors`.
    std::vector<std::string> folders, notFolders;
    std::optional<std::int64_t> addedFromMs, addedBeforeMs; ///< milliseconds since 1970
    std::optional<double> minLufs, maxLufs;                 ///< clips of unknown loudness do not pass
    std::vector<ClipPresence> presence; ///< one of them; whether a root's folder is there is looked up just now
};

} // namespace prolap::db
