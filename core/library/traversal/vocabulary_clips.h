#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/ids.h"
#include "core/library/vector_cache.h"
#include "core/library/vocabulary/caption_gaussians.h"
#include "core/model/embedder.h"
#include "core/progress.h"
#include "db/catalogue.h"

namespace prolap::library {

/// A clip that a caption includes.
struct IncludedClip {
    ClipId clip;
    float similarity = 0;  ///< s of its best window
    float probability = 0; ///< that the caption describes it
};

/// For each of the first `count` captions the clips that it includes, best first: those that it credibly describes and,
/// where the model knows uncertainty, is wide enough to contain (incl(clip < caption) > 0). At most kMostIncluded of
/// them are kept, `total` counts all.
struct CaptionClips {
    std::vector<IncludedClip> clips;
    std::size_t total = 0;
};
inline constexpr std::size_t kMostIncluded = 1000;

/// None when stopped. Errors: Error(Unsupported) when the model is not calibrated, as it cannot say what is credible.
std::optional<std::vector<CaptionClips>> clipsOfCaptions(const CaptionGaussians& captions, std::size_t count,
                                                         const SearchableVectors& clips, const model::ModelInfo& model,
                                                         db::Catalogue& catalogue, std::stop_token stop,
                                                         const ProgressFn& progress);

} // namespace prolap::library
