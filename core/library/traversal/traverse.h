#pragma once

#include <memory>
#include <optional>
#include <span>
#include <stop_token>

#include "core/library/traversal/traversal.h"
#include "core/library/vector_cache.h"
#include "core/library/vocabulary/caption_gaussians.h"
#include "core/model/embedder.h"

namespace prolap::library {

/// What a traversal goes among.
struct TraversalCandidates {
    const CaptionGaussians& captions; ///< at least one
    const SearchableVectors& clips;   ///< may be empty
    const model::ModelInfo& model;
};

/// Where it begins and ends.
struct TraversalEnds {
    const model::Embeddings& subject; ///< of count 1
    std::optional<ClipId> clip;       ///< the subject in the library: no neighbour of itself
    std::span<const float> root;      ///< mean [D]; not used on a climb nor by the root inclusive, which is found here
};

/// Works a path out: of each point the nearest captions and clips, then the ladder. Paths of clips are left empty, as
/// are subject and bands: what reads the catalogue fills them in. None when stopped.
/// A line or an arc takes two inner products a candidate, whatever the number of points (core/traversal/meetings.h);
/// similarities are s = point . mu - u / 2, the point's own uncertainty being unknown; those with the subject take both
/// halves. Errors: Error(BadInput) for points out of range or no captions; Error(Unsupported) when the setting needs
/// variances (climb, root inclusive) that the model does not have. Threads: reentrant.
std::optional<Traversal> traverse(const TraversalCandidates& candidates, const TraversalEnds& ends,
                                  const TraversalSetting& setting, std::stop_token stop = {});

} // namespace prolap::library
