#include "core/index/half.h"

#include <bit>

namespace prolap::index {

std::uint16_t toHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16) & 0x8000);
    const std::uint32_t magnitude = bits & 0x7FFFFFFF;
    if (magnitude > 0x7F800000)
        return static_cast<std::uint16_t>(sign | 0x7E00);
    if (magnitude >= 0x477FF000) // rounds to 65536 or more
        return static_cast<std::uint16_t>(sign | 0x7C00);
    if (magnitude < 0x38800000) { // subnormal in half: the adder rounds to a multiple of 2^-24
        const float rounded = std::bit_cast<float>(magnitude) + 0.5F;
        return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(rounded) - 0x3F000000));
    }
    const std::uint32_t odd = (magnitude >> 13) & 1;
    return static_cast<std::uint16_t>(sign | ((magnitude - 0x38000000 + 0x0FFF + odd) >> 13));
}

float fromHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1F;
    const std::uint32_t fraction = half & 0x03FF;
    if (exponent == 0) {
        const float value = static_cast<float>(fraction) * 0x1p-24F;
        return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) | sign);
    }
    const std::uint32_t biased = exponent == 31 ? 0xFFU : exponent + 112;
    return std::bit_cast<float>(sign | (biased << 23) | (fraction << 13));
}

} // namespace prolap::index
