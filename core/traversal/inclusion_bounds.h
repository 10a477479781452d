#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/traversal/pair_inclusion.h"

namespace prolap::traversal {

/// H(subject, row), as inclusionMeasure() has it, to within an error that is known.
struct BoundedMeasure {
    double value = 0;
    double error = 0; ///< |value - H| is at most this; infinite where nothing is known
};

/// Measures many rows against one subject, in single precision and eight dimensions at a time where the processor can
/// (AVX2, FMA, F16C); where it cannot the value is exact and slow. The logarithms of a row are taken of products:
///
///     sum_d log w_d = log 2 . sum_d exponent(w_d) + log prod_d mantissa(w_d),    w = v1 + 2 v2.
///
/// Threads: of() is reentrant.
class InclusionBounds {
public:
    explicit InclusionBounds(const GaussianSpan& subject);

    BoundedMeasure of(const std::uint16_t* mean, const std::uint16_t* logVar) const; ///< rows of halves, [D]
    BoundedMeasure of(const float* mean, const float* logVar) const;

private:
    const GaussianSpan m_subject;
    std::vector<float> m_variance;
    double m_ownLogs = 0; ///< sum of the subject's log-variances
    bool m_extreme = false;
};

} // namespace prolap::traversal
