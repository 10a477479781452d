#pragma once

#include <span>

namespace prolap::traversal {

/// A Gaussian with diagonal covariance. Shapes: both [D].
struct GaussianSpan {
    std::span<const float> mean;
    std::span<const float> logVar;
};

/// H(Z1, Z2), "Z1 lies inside Z2", averaged over the dimensions; the constant is left out. The same form as
/// prolap::inclusionMeasure() (a test compares them), without torch. Source: ProLIP (arXiv 2410.18857).
double inclusionMeasure(const GaussianSpan& z1, const GaussianSpan& z2);

/// H(Z1, Z2) - H(Z2, Z1): above 0 where Z2 is the wider one and so may contain Z1.
double inclusionOf(const GaussianSpan& z1, const GaussianSpan& z2);

} // namespace prolap::traversal
