#pragma once

#include "core/prolap/gaussian.h"

namespace prolap {

/// Variational information bottleneck: mean over rows of KL(N(mu, diag v) || N(0, I))
///   = 1/2 sum_d (v_d + mu_d^2 - 1 - log v_d). Keeps the variances from collapsing.
/// Shapes: [N, D], probabilistic; returns a scalar.
torch::Tensor vibLoss(const Gaussians& z);

} // namespace prolap
