#include "core/traversal/most_inclusive.h"

#include <algorithm>
#include <future>
#include <limits>
#include <vector>

#include "core/index/half.h"
#include "core/traversal/inclusion_bounds.h"

namespace prolap::traversal {

namespace {

constexpr std::size_t kWorthAThread = 4096; ///< rows
constexpr std::size_t kBetweenLooks = 1024; ///< rows, at the stop token

std::vector<float> floats(const std::uint16_t* halves, std::size_t count)
{
    std::vector<float> values(count);
    std::ranges::transform(halves, halves + count, values.begin(), index::fromHalf);
    return values;
}

std::vector<float> floats(const float* values, std::size_t count)
{
    return {values, values + count};
}

} // namespace

template <typename T>
std::optional<std::size_t> mostInclusive(const GaussianSpan& subject, const GaussianRows<T>& rows,
                                         const std::stop_token& stop)
{
    const InclusionBounds bounds(subject);
    std::vector<BoundedMeasure> measures(rows.count);
    const auto some = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && (i % kBetweenLooks || !stop.stop_requested()); ++i)
            measures[i] = bounds.of(rows.means + i * rows.meanStride, rows.logVars + i * rows.logVarStride);
    };
    if (rows.count < kWorthAThread) {
        some(0, rows.count);
    } else {
        auto second = std::async(std::launch::async, [&] { some(rows.count / 2, rows.count); });
        some(0, rows.count / 2);
        second.get();
    }
    double atLeast = -std::numeric_limits<double>::infinity();
    for (const BoundedMeasure& each : measures)
        if (const double low = each.value - each.error; low > atLeast)
            atLeast = low;
    std::optional<std::size_t> best;
    double greatest = 0;
    for (std::size_t i = 0; i < rows.count; ++i) {
        if (i % kBetweenLooks == 0 && stop.stop_requested())
            return std::nullopt;
        if (measures[i].value + measures[i].error < atLeast)
            continue;
        const std::vector<float> mean = floats(rows.means + i * rows.meanStride, subject.mean.size());
        const std::vector<float> logVar = floats(rows.logVars + i * rows.logVarStride, subject.mean.size());
        const double measure = inclusionMeasure(subject, {mean, logVar});
        if (!best || measure > greatest) {
            best = i;
            greatest = measure;
        }
    }
    return stop.stop_requested() ? std::nullopt : best;
}

template std::optional<std::size_t> mostInclusive(const GaussianSpan&, const GaussianRows<float>&,
                                                  const std::stop_token&);
template std::optional<std::size_t> mostInclusive(const GaussianSpan&, const GaussianRows<std::uint16_t>&,
                                                  const std::stop_token&);

} // namespace prolap::traversal
