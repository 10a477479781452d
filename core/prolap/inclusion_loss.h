#pragma once

#include <span>

#include "core/prolap/inclusion.h"

namespace prolap {

/// How L_inc weighs.
///
/// Exact: c times incl averaged over dimensions, one value a pair. ProLip: as ProLIP's public code, a loss of every
/// dimension of every pair, averaged; there c = 1000.
struct InclusionLossOptions {
    double c = 10; ///< steepness
    InclusionForm form = InclusionForm::Exact;
};

/// L_inc(Z1 < Z2) = mean over pairs of -log sigmoid(c incl(Z1 < Z2)). Keep log-variances within about [-12, 0], else it
/// pulls them apart without end.
/// Shapes: both [N, D]; returns a scalar. Source: ProLIP (arXiv 2410.18857), ProLAP (arXiv 2510.18423).
torch::Tensor inclusionLoss(const Gaussians& inner, const Gaussians& outer, const InclusionLossOptions& options = {});

/// L_inc^h = sum over l of L_inc(Z^(l) < Z^(l+1)): every view lies inside the next, more general one, for views of the
/// same inputs that hide more and more.
/// Shapes: views[l] [N, D], the unmasked one first, at least two; returns a scalar.
/// Source: ProLAP (arXiv 2510.18423), hierarchical inclusion loss.
torch::Tensor hierarchicalInclusionLoss(std::span<const Gaussians> views, const InclusionLossOptions& options = {});

/// Caption-level inclusion: the caption of level k + 1 lies inside that of level k, mean over k. It makes general
/// captions the wide ones; the contrastive losses alone do the opposite where labels share captions.
/// Shapes: levels[k] [N, D], general to specific, at least two; returns a scalar.
torch::Tensor captionLevelInclusionLoss(std::span<const Gaussians> levels, const InclusionLossOptions& options = {});

/// Mixture inclusion: L_inc^h over the first source and its mixtures, from the one that it dominates to the one with
/// equal parts, plus L_inc(second < the last mixture); the mean of both parts.
///   mixtures[k] is of alpha_k first + (1 - alpha_k) second, 1 > alpha_0 > alpha_1 > ... >= 1/2.
/// Shapes: first, second and mixtures[k] [N, D], at least one mixture; returns a scalar.
/// Source: MixProLAP (arXiv 2606.20418): each source is included in its mixture, graded over levels of alpha; the chain
/// is this project's reading of "graded".
torch::Tensor mixtureInclusionLoss(const Gaussians& first, const Gaussians& second, std::span<const Gaussians> mixtures,
                                   const InclusionLossOptions& options = {});

} // namespace prolap
