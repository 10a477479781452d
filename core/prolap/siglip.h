#pragma once

#include <torch/torch.h>

namespace prolap {

/// SigLIP's loss: -(1/N) sum_ij log sigmoid(y_ij (a mu_i . mu_j + b)), y = +1 or -1; PPCL without variances.
/// Shapes: audio [N, D] and text [M, D], rows of length 1; targets bool [N, M]; logScale = log a, bias = b scalars.
/// Returns a scalar. Source: Zhai et al., arXiv 2303.15343.
torch::Tensor siglipLoss(const torch::Tensor& audio, const torch::Tensor& text, const torch::Tensor& targets,
                         const torch::Tensor& logScale, const torch::Tensor& bias);

} // namespace prolap
