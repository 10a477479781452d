#pragma once

#include <torch/torch.h>

namespace prolap {

/// Pearson's correlation of two rows of numbers; NaN with fewer than two, or where one of them is constant.
/// Shapes: both [N].
double pearson(const torch::Tensor& x, const torch::Tensor& y);

} // namespace prolap
