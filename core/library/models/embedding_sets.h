#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/paths.h"

namespace prolap::library {

/// What one model has heard of a library.
struct EmbeddingSetSummary {
    EmbeddingSetId id;
    std::string modelId; ///< KnownModel::id, ModelInfo::id
    std::string name;    ///< of the model when it was made
    std::int64_t dim = 0;
    bool probabilistic = false;
    std::int64_t createdAtMs = 0;
    std::int64_t clips = 0, windows = 0;
    std::int64_t bytes = 0; ///< on the disk, about: in the catalogue and in the search cache beside it
};

/// All of a library's, oldest first; none for a library that is not there. Errors: those of reading the catalogue.
std::vector<EmbeddingSetSummary> embeddingSets(const Path& catalogue);

struct SetRemoval {
    std::int64_t bytesFreed = 0; ///< given back to the disk
    /// Why nothing, or not all, was given back, one sentence: the catalogue then fills the room with what is heard
    /// next.
    std::string note;
};

/// Forgets what a model has heard; files, tags and captions stay. Then gives the room back to the disk where that is
/// possible. Errors: Error(Busy) while a run is indexing into the library; Error(ReadOnly).
SetRemoval removeEmbeddingSet(const Path& catalogue, EmbeddingSetId id);

} // namespace prolap::library
