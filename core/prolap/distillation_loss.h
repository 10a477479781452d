#pragma once

#include <torch/torch.h>

namespace prolap {

/// Distillation onto the unit sphere: 1 - mean_i cos(mu_i, teacher_i). 0 where the student says what the teacher says.
/// Shapes: both [N, D], N >= 1, rows of any length above 0; returns a scalar.
torch::Tensor distillationLoss(const torch::Tensor& means, const torch::Tensor& teachers);

} // namespace prolap
