#pragma once

#include <span>

#include "core/prolap/inclusion.h"

namespace prolap {

struct InclusionLossOptions {
    double c = 10; ///< steepness, on incl averaged over dimensions
    InclusionForm form = InclusionForm::Exact;
};

/// L_inc(Z1 < Z2) = mean over pairs of -log sigmoid(c incl(Z1 < Z2)), incl averaged over dimensions. Keep log-variances
/// within about [-12, 0], else it pulls them apart without end.
/// Shapes: both [N, D]; returns a scalar. Source: ProLIP (arXiv 2410.18857), ProLAP (arXiv 2510.18423).
torch::Tensor inclusionLoss(const Gaussians& inner, const Gaussians& outer, const InclusionLossOptions& options = {});

/// Caption-level inclusion: the caption of level k + 1 lies inside that of level k, mean over k. It makes general
/// captions the wide ones; the contrastive losses alone do the opposite where labels share captions.
/// Shapes: levels[k] [N, D], general to specific, at least two; returns a scalar.
torch::Tensor captionLevelInclusionLoss(std::span<const Gaussians> levels, const InclusionLossOptions& options = {});

} // namespace prolap
