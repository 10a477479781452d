#include "core/index/query_coding.h"

#include <algorithm>
#include <cmath>

#include "core/index/kernels.h"

namespace prolap::index {

QueryCode encodeQuery(std::span<const float> query, std::size_t stride)
{
    QueryCode code;
    code.values.assign(stride, 0.0F);
    code.codes.assign(stride, 0);
    std::copy(query.begin(), query.end(), code.values.begin());
    double largest = 0;
    for (const float value : query)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    code.scale = largest / kLargestQueryCode;
    double norm = 0, residual = 0;
    for (std::size_t d = 0; d < query.size(); ++d) {
        const double value = query[d];
        const double step = code.scale > 0 ? std::round(value / code.scale) : 0;
        code.codes[d] = static_cast<std::int16_t>(
            std::clamp(step, -static_cast<double>(kLargestQueryCode), static_cast<double>(kLargestQueryCode)));
        const double left = value - code.scale * code.codes[d];
        norm += value * value;
        residual += left * left;
    }
    code.norm = std::sqrt(norm);
    code.residual = std::sqrt(residual);
    return code;
}

} // namespace prolap::index
