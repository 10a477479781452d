#include "core/traversal/pair_inclusion.h"

#include <cmath>

namespace prolap::traversal {

double inclusionMeasure(const GaussianSpan& z1, const GaussianSpan& z2)
{
    double sum = 0;
    for (std::size_t d = 0; d < z1.mean.size(); ++d) {
        const double l1 = static_cast<double>(z1.logVar[d]);
        const double both = std::exp(l1) + 2 * std::exp(static_cast<double>(z2.logVar[d]));
        const double apart = static_cast<double>(z1.mean[d]) - static_cast<double>(z2.mean[d]);
        sum -= .5 * (l1 + std::log(both)) + apart * apart / both;
    }
    return z1.mean.empty() ? 0 : sum / static_cast<double>(z1.mean.size());
}

double inclusionOf(const GaussianSpan& z1, const GaussianSpan& z2)
{
    return inclusionMeasure(z1, z2) - inclusionMeasure(z2, z1);
}

} // namespace prolap::traversal
