#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/ids.h"
#include "core/paths.h"
#include "core/progress.h"

namespace prolap::library {

struct DuplicateOptions {
    bool similar = true;               ///< look for clips that only sound alike, too
    double minSimilarity = 0.995;      ///< cosine of two clips' vectors
    double maxLengthDifference = 0.02; ///< share of the longer one; clips of other lengths are not compared
};

/// Clips that are the same sound.
struct DuplicateGroup {
    bool identical = true;     ///< the same bytes; otherwise they only sound alike and have about one length
    double similarity = 1;     ///< the lowest cosine by which a clip joined the group
    std::vector<ClipId> clips; ///< oldest in the library first
};

struct DuplicateReport {
    Outcome outcome = Outcome::Done;
    std::vector<DuplicateGroup> groups; ///< identical ones first, then by similarity, best first
    std::int64_t spareClips = 0;        ///< identical clips beyond the first of each group
    std::int64_t spareBytes = 0;        ///< and their size
};

/// Finds clips of the same content (by SHA-256), and clips that sound alike to the model and have about one length.
/// Clips that have not been listened to, and missing ones, are left out. Changes nothing.
/// modelId: whose vectors; empty, or without vectors: identical ones alone. Takes seconds for 100 000 clips of mixed
/// lengths; many clips of one length are compared pair by pair.
DuplicateReport findDuplicates(const Path& catalogue, const std::string& modelId, const DuplicateOptions& options = {},
                               std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace prolap::library
