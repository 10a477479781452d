#include "core/library/query/inclusion_scan.h"

#include <algorithm>
#include <cmath>

#include "core/index/half.h"

namespace prolap::library {

namespace {

/// A logarithm is taken once in so many dimensions: the product of their ratios stays within 2^32 and 2^-32.
constexpr std::size_t kRatios = 32;

} // namespace

InclusionScan::InclusionScan(std::span<const float> mean, std::span<const float> logVar)
    : m_mean(mean.begin(), mean.end()), m_logVar(logVar.begin(), logVar.end())
{
    m_variance.reserve(m_logVar.size());
    for (const double value : m_logVar)
        m_variance.push_back(std::exp(value));
}

double InclusionScan::of(const std::uint16_t* mean, std::span<const std::uint16_t> logVar) const
{
    double sum = 0;
    const std::size_t dim = m_mean.size();
    for (std::size_t from = 0; from < dim; from += kRatios) {
        double ratios = 1;
        const std::size_t to = std::min(dim, from + kRatios);
        for (std::size_t d = from; d < to; ++d) {
            const double log = static_cast<double>(index::fromHalf(logVar[d])), v = std::exp(log), q = m_variance[d];
            const double wide = q + 2 * v, narrow = 2 * q + v;
            const double distance = m_mean[d] - static_cast<double>(index::fromHalf(mean[d]));
            ratios *= narrow / wide;
            sum += (log - m_logVar[d]) / 2 + distance * distance * (v - q) / (wide * narrow);
        }
        sum += std::log(ratios) / 2;
    }
    return sum / static_cast<double>(dim);
}

} // namespace prolap::library
