#pragma once

#include <cstdint>
#include <string>

#include <torch/torch.h>

namespace prolap::train {

struct Dataset;

/// Mixtures of a step: clips that are mixed with their partners. Shapes: all int64 [M].
struct MixedPairs {
    torch::Tensor first, second; ///< rows of the data set
    torch::Tensor draws;         ///< which of the first one's mixtures
    std::int64_t count() const { return first.defined() ? first.numel() : 0; }
};

/// Which clips are mixed with which, under which captions: K mixtures of each training clip, drawn before the first
/// step, so that frozen encoders can give them beforehand. Shapes: N clips, L caption levels; int64, -1 for clips that
/// are not trained on.
struct MixturePlan {
    torch::Tensor partners;       ///< [N, K], training clips other than the clip itself
    torch::Tensor firstCaptions;  ///< [N, K, L], ids of the clip's caption at each level; -1 where it has none
    torch::Tensor secondCaptions; ///< [N, K, L], of the partner's beside it: at the same level, else the nearest it has
    torch::Tensor secondLevels;   ///< [N, K, L]
    torch::Tensor seeds;          ///< [N, K], of what else belongs to a draw

    bool defined() const { return partners.defined(); }
    /// One of the mixtures of each clip, each as likely. clips: int64 [M]. Draws from torch's default generator.
    MixedPairs drawnPairs(const torch::Tensor& clips) const;
    /// The caption of a mixture whose first clip is shown at that level (it has a caption there).
    std::string caption(const Dataset& dataset, std::int64_t clip, std::int64_t draw, std::int64_t level) const;
};

/// Partners and captions by the seed and the place of each clip among those that are trained on: the same data and seed
/// give the same plan, whatever the run's own seed. draws: K >= 1.
MixturePlan plannedMixtures(const Dataset& dataset, int draws, std::uint64_t seed);

/// Which mixture's caption is true of which mixture: where the two captions, at their levels, are true of the two clips
/// in one order or the other (labelAwareTargets), or, without label-aware targets, of its own alone.
/// levels: int64 [M], at which the first clips are shown. Returns bool [M, M].
torch::Tensor mixtureTargets(const Dataset& dataset, const MixedPairs& pairs, const torch::Tensor& levels,
                             bool labelAware);

} // namespace prolap::train
