#pragma once

#include "core/prolap/gaussian.h"

namespace prolap {

/// Closed-form sampled distance of pairs: |mu1 - mu2|^2 + sum_d (v1_d + v2_d), v = sigma^2.
/// Shapes: both [N, D]; returns [N].
/// Source: PCME++ (arXiv 2305.18171).
torch::Tensor csd(const Gaussians& z1, const Gaussians& z2);

/// Similarity of pairs: s = mu1 . mu2 - (u1 + u2) / 2. For means of length 1 it ranks as -csd: csd = 2 - 2 s.
/// Shapes: both [N, D]; returns [N].
/// Source: ProLIP (arXiv 2410.18857).
torch::Tensor similarity(const Gaussians& z1, const Gaussians& z2);

/// Similarity of every z1 with every z2. Shapes: [N, D] and [M, D]; returns [N, M].
torch::Tensor similarityMatrix(const Gaussians& z1, const Gaussians& z2);

} // namespace prolap
