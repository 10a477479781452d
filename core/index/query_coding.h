#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace prolap::index {

/// A query in 16-bit codes beside its exact values, and what the codes leave out.
struct QueryCode {
    std::vector<float> values;       ///< [stride], padding 0
    std::vector<std::int16_t> codes; ///< [stride]; the query is about scale * codes
    double scale = 0;
    double norm = 0;     ///< |query|
    double residual = 0; ///< |query - scale * codes|
};

QueryCode encodeQuery(std::span<const float> query, std::size_t stride);

} // namespace prolap::index
