#pragma once

#include "core/prolap/gaussian.h"

namespace prolap {

/// Probabilistic pairwise contrastive loss: -(1/N) sum_ij log sigmoid(y_ij (a s(Z_i, Z_j) + b)), y = +1 or -1.
/// Without variances it is the SigLIP loss.
/// Shapes: audio [N, D], text [M, D], targets bool [N, M]; logScale = log a and bias = b are scalars. Returns a scalar.
/// Source: ProLIP (arXiv 2410.18857), ProLAP (arXiv 2510.18423).
torch::Tensor ppclLoss(const Gaussians& audio, const Gaussians& text, const torch::Tensor& targets,
                       const torch::Tensor& logScale, const torch::Tensor& bias);

} // namespace prolap
