#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace prolap::library {

/// The inclusion of one Gaussian in many, and the other way round, without torch: incl(Z1 < Z2) of
/// core/prolap/inclusion.h in its exact form, averaged over the dimensions,
///
///     incl(q < x) = 1/D sum_d [ (log v_x - log v_q)/2 + (log(2 v_q + v_x) - log(v_q + 2 v_x))/2
///                               + (mu_q - mu_x)^2 (v_x - v_q) / ((v_q + 2 v_x)(2 v_q + v_x)) ].
///
/// Its sign says only which is wider: who claims "contains" asks for overlap too (ranking by rankFully() does).
class InclusionScan {
public:
    /// Shapes: mean, logVar [D].
    InclusionScan(std::span<const float> mean, std::span<const float> logVar);

    /// incl(q < x), positive where x is the wider one; incl(x < q) is its negative. Shapes: [D], halves (binary16).
    /// NaN where x has no variances.
    double of(const std::uint16_t* mean, std::span<const std::uint16_t> logVar) const;

private:
    std::vector<double> m_mean, m_variance, m_logVar;
};

} // namespace prolap::library
