#include "core/library/traversal/pair_inclusion.h"

#include <cmath>

namespace prolap::library {

double inclusionMeasure(const GaussianSpan& z1, const GaussianSpan& z2)
{
    // log(v1) + log(v1 + 2 v2) as the logarithm of one product: half the logarithms of a scan over all captions.
    float sum = 0;
    for (std::size_t d = 0; d < z1.mean.size(); ++d) {
        const float v1 = std::exp(z1.logVar[d]), both = v1 + 2 * std::exp(z2.logVar[d]);
        const float apart = z1.mean[d] - z2.mean[d];
        sum -= 0.5F * std::log(v1 * both) + apart * apart / both;
    }
    return z1.mean.empty() ? 0 : static_cast<double>(sum) / static_cast<double>(z1.mean.size());
}

double inclusionOf(const GaussianSpan& z1, const GaussianSpan& z2)
{
    return inclusionMeasure(z1, z2) - inclusionMeasure(z2, z1);
}

} // namespace prolap::library
