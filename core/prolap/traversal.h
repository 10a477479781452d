#pragma once

#include <cstdint>
#include <vector>

#include "core/prolap/gaussian.h"

namespace prolap {

/// Points on the straight way from one mean to another, (1 - t) start + t root for t = 0 to 1 in equal steps, each
/// normalised again.
/// Shapes: start and root [D], of length 1 and not opposite; points >= 2; returns [points, D].
/// Source: ProLAP (arXiv 2510.18423), after HierarCaps (ECCV 2024).
torch::Tensor traversalPoints(const torch::Tensor& start, const torch::Tensor& root, std::int64_t points);

/// The candidate nearest to each point by s = mu . mu_c - u_c / 2; a point's own variance would not change the order.
/// Shapes: points [K, D]; means [C, D]; u [C]; returns int64 [K].
torch::Tensor nearestCandidates(const torch::Tensor& points, const torch::Tensor& means, const torch::Tensor& u);

struct ClimbOptions {
    std::int64_t points = 50;
    double width = .4; ///< w, in units of log u
};

/// The climb from specific to general by what the variances say: log u rises in equal steps from the start caption's to
/// the most general candidate's, and each step takes the candidate that fits the clip best among those within +-w.
/// Shapes: scores [C], s of the clip with every candidate; logUncertainty [C]; start: index of the caption nearest to
/// the clip. Returns int64 [points], -1 where no candidate lies within the width.
torch::Tensor climb(const torch::Tensor& scores, const torch::Tensor& logUncertainty, std::int64_t start,
                    const ClimbOptions& options = {});

/// The distinct candidates of a way in the order in which they are met; -1 is left out. path: int64 [K].
std::vector<std::int64_t> distinctInOrder(const torch::Tensor& path);

/// The normalised mean of means [N, D]; returns [D].
torch::Tensor centroid(const torch::Tensor& means);

/// The caption with the greatest H(clip, caption), exact form, for each clip: the root `inclusive`.
/// Shapes: clips [N, D] and captions [C, D], both probabilistic; returns int64 [N].
torch::Tensor mostInclusive(const Gaussians& clips, const Gaussians& captions);

} // namespace prolap
