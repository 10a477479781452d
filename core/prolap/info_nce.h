#pragma once

#include <torch/torch.h>

namespace prolap {

/// InfoNCE both ways on the cosines of the means, the target mass of a row shared evenly among its positives:
///   (1/2) mean_i CE(softmax_j(t mu_i . mu_j), y_ij / sum_j y_ij) + (1/2) the same over columns, t = exp(logScale).
/// Shapes: audio [N, D] and text [M, D], rows of length 1; targets bool [N, M]. Rows and columns without a positive do
/// not count. Returns a scalar.
torch::Tensor infoNceLoss(const torch::Tensor& audio, const torch::Tensor& text, const torch::Tensor& targets,
                          const torch::Tensor& logScale);

} // namespace prolap
