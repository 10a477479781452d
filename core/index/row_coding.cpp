#include "core/index/row_coding.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/index/half.h"

namespace prolap::index {

namespace {

/// Rounded up, so that a bound that was computed in double still holds as float.
float upwards(double value)
{
    return std::nextafter(static_cast<float>(value), INFINITY);
}

} // namespace

bool encodeHalves(std::span<const float> vector, std::span<std::uint16_t> halves)
{
    assert(halves.size() >= vector.size());
    std::fill(halves.begin(), halves.end(), std::uint16_t(0));
    for (std::size_t d = 0; d < vector.size(); ++d) {
        halves[d] = toHalf(vector[d]);
        if ((halves[d] & 0x7C00) == 0x7C00)
            return false;
    }
    return true;
}

RowCode encodeCodes(std::span<const std::uint16_t> halves, std::span<std::int8_t> codes)
{
    assert(halves.size() == codes.size());
    float largest = 0;
    for (const std::uint16_t half : halves)
        largest = std::max(largest, std::abs(fromHalf(half)));
    RowCode row;
    row.scale = largest / 127;
    double residual = 0, norm = 0;
    for (std::size_t d = 0; d < halves.size(); ++d) {
        const float value = fromHalf(halves[d]);
        const float code = row.scale > 0 ? std::clamp(std::round(value / row.scale), -127.0F, 127.0F) : 0;
        codes[d] = static_cast<std::int8_t>(code);
        const double decoded = static_cast<double>(row.scale) * code;
        residual += (value - decoded) * (value - decoded);
        norm += decoded * decoded;
    }
    row.residual = upwards(std::sqrt(residual));
    row.norm = upwards(std::sqrt(norm));
    return row;
}

} // namespace prolap::index
