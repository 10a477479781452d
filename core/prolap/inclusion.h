#pragma once

#include "core/prolap/gaussian.h"

namespace prolap {

/// Which form of the inclusion measure H. Say which one a figure used.
enum class InclusionForm {
    Exact,  ///< the logarithm of the integral itself
    ProLip, ///< as ProLIP's public code: log-variance terms twice as heavy, 1/v scaled by e^-10, constants left out
};

/// How the per-dimension values of one pair become one number.
enum class InclusionReduction {
    Sum,  ///< the integral over R^D
    Mean, ///< per dimension, independent of D: what the losses use
    None  ///< all of them
};

/// H(Z1, Z2) = log integral p1(x)^2 p2(x) dx, "Z1 lies inside Z2", of pairs. Per dimension, with v = sigma^2:
///   H = -(log v1)/2 - (log(v1 + 2 v2))/2 - (mu1 - mu2)^2 / (v1 + 2 v2) + constant,
/// which is the textbook form (A, B, C of a completed square) with the large terms that cancel taken out beforehand,
/// so it neither overflows nor loses digits at small variances.
/// Shapes: both [N, D], both probabilistic; returns [N], without reduction [N, D].
/// Source: ProLIP (arXiv 2410.18857), equation of the inclusion measure.
torch::Tensor inclusionMeasure(const Gaussians& z1, const Gaussians& z2, InclusionForm form = InclusionForm::Exact,
                               InclusionReduction reduction = InclusionReduction::Sum);

/// incl(Z1 < Z2) = H(Z1, Z2) - H(Z2, Z1), of pairs; antisymmetric. Its sign per dimension says only which variance is
/// larger: whoever claims "Z2 contains Z1" must also ask for overlap (similarity() or H above a threshold).
/// Shapes: both [N, D], both probabilistic; returns [N], without reduction [N, D].
torch::Tensor inclusion(const Gaussians& z1, const Gaussians& z2, InclusionForm form = InclusionForm::Exact,
                        InclusionReduction reduction = InclusionReduction::Sum);

} // namespace prolap
