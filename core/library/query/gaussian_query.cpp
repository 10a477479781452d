#include "core/library/query/gaussian_query.h"

#include <cmath>
#include <vector>

namespace prolap::library {

namespace {

/// mean and variance as a Gaussian whose mean has length 1. fallback: for a mean that is nothing.
model::Embeddings scaledToOne(const std::vector<double>& mean, const std::vector<double>& variance,
                              std::span<const float> fallback)
{
    double squares = 0;
    for (const double value : mean)
        squares += value * value;
    const bool nothing = squares < 1e-12;
    const double length = nothing ? 1 : std::sqrt(squares);
    model::Embeddings result{1, mean.size(), std::vector<float>(mean.size()), {}};
    for (std::size_t d = 0; d < mean.size(); ++d)
        result.mean[d] = nothing ? fallback[d] : static_cast<float>(mean[d] / length);
    for (const double value : variance)
        result.logVar.push_back(static_cast<float>(std::log(std::max(value, 1e-30) / (length * length))));
    return result;
}

} // namespace

model::Embeddings mixtureOf(const model::Embeddings& parts, std::span<const double> weights)
{
    const std::size_t dim = parts.dim;
    double total = 0;
    for (const double weight : weights)
        total += weight;
    std::vector<double> mean(dim), variance(parts.logVar.empty() ? 0 : dim);
    for (std::size_t i = 0; i < parts.count; ++i) {
        const double weight = weights[i] / total;
        for (std::size_t d = 0; d < dim; ++d)
            mean[d] += weight * static_cast<double>(parts.meanOf(i)[d]);
        for (std::size_t d = 0; d < variance.size(); ++d) {
            const double mu = static_cast<double>(parts.meanOf(i)[d]);
            variance[d] += weight * (std::exp(static_cast<double>(parts.logVarOf(i)[d])) + mu * mu);
        }
    }
    for (std::size_t d = 0; d < variance.size(); ++d)
        variance[d] -= mean[d] * mean[d];
    return scaledToOne(mean, variance, parts.meanOf(0));
}

model::Embeddings pushedAway(const model::Embeddings& query, const model::Embeddings& away)
{
    const std::size_t dim = away.dim;
    std::vector<double> mean(dim), variance(away.logVar.empty() ? 0 : dim);
    for (std::size_t d = 0; d < dim && query.count > 0; ++d)
        mean[d] = static_cast<double>(query.mean[d]);
    for (std::size_t d = 0; d < variance.size() && query.count > 0; ++d)
        variance[d] = std::exp(static_cast<double>(query.logVar[d]));
    for (std::size_t j = 0; j < away.count; ++j) {
        for (std::size_t d = 0; d < dim; ++d)
            mean[d] -= kPushAway * static_cast<double>(away.meanOf(j)[d]);
        for (std::size_t d = 0; d < variance.size(); ++d)
            variance[d] += kPushAway * kPushAway * std::exp(static_cast<double>(away.logVarOf(j)[d]));
    }
    return scaledToOne(mean, variance, query.count > 0 ? query.meanOf(0) : away.meanOf(0));
}

} // namespace prolap::library
