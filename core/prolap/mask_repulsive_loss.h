#pragma once

#include <span>

#include "core/prolap/gaussian.h"

namespace prolap {

/// Mask repulsive loss: masked views of different samples are negatives of each other and of the other samples'
/// unmasked views, lest all masked views fall onto one wide point:
///   L_mr = mean over l, over m in {0, l}, over i != j of -log sigmoid(-(a s(Z_i^(l), Z_j^(m)) + b)).
/// a and b are taken as they are: no gradient flows into them.
/// Shapes: views[l] [N, D], the unmasked one first, at least two; different bool [N, N], true where i and j are
/// different samples (two samples with the same caption are not); logScale = log a and bias = b scalars. Returns a
/// scalar, 0 when no pair differs.
/// Source: the loss's purpose from ProLAP (arXiv 2510.18423); this form is the project's own.
torch::Tensor maskRepulsiveLoss(std::span<const Gaussians> views, const torch::Tensor& different,
                                const torch::Tensor& logScale, const torch::Tensor& bias);

} // namespace prolap
