#pragma once

#include <torch/torch.h>

namespace prolap {

/// N Gaussians with diagonal covariance in R^D.
/// Shapes: mean [N, D], each row of length 1; logVar [N, D], natural log of the variance; undefined when deterministic,
/// which every function here takes as variance zero where that has a meaning.
struct Gaussians {
    torch::Tensor mean;
    torch::Tensor logVar;

    bool probabilistic() const { return logVar.defined(); }

    /// Rows by index [M] or mask [N].
    Gaussians select(const torch::Tensor& rows) const;
};

/// u = sum_d exp(logVar_d), [N]; zeros when deterministic.
torch::Tensor uncertainty(const Gaussians& z);

} // namespace prolap
