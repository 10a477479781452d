#include "db/half.h"

#include <bit>
#include <cassert>

#ifdef __F16C__
#include <immintrin.h>
#endif

namespace prolap::db {

Half toHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000u;
    const std::uint32_t magnitude = bits & 0x7fffffffu;
    if (magnitude > 0x7f800000u) // NaN: quiet, with the upper bits of its payload
        return static_cast<Half>(sign | 0x7e00u | ((magnitude >> 13) & 0x3ffu));
    if (magnitude >= 0x47800000u) // 65 536 and above
        return static_cast<Half>(sign | 0x7c00u);
    if (magnitude < 0x33000000u) // below 2^-25: nothing is left
        return static_cast<Half>(sign);
    std::uint32_t mantissa, exponent, shift;
    if (magnitude < 0x38800000u) { // below 2^-14: a subnormal half
        mantissa = (magnitude & 0x7fffffu) | 0x800000u;
        exponent = 0;
        shift = 126 - (magnitude >> 23);
    } else {
        mantissa = magnitude & 0x7fffffu;
        exponent = (magnitude >> 23) - 112;
        shift = 13;
    }
    const std::uint32_t kept = mantissa >> shift;
    const std::uint32_t rest = mantissa & ((1u << shift) - 1);
    const std::uint32_t middle = 1u << (shift - 1);
    const bool up = rest > middle || (rest == middle && (kept & 1));
    // A carry out of the mantissa raises the exponent, which is what rounding up to the next power of two means.
    return static_cast<Half>(sign | ((exponent << 10) + kept + (up ? 1 : 0)));
}

float fromHalf(Half half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    std::uint32_t exponent = (half >> 10) & 0x1fu;
    std::uint32_t mantissa = half & 0x3ffu;
    if (exponent == 31)
        return std::bit_cast<float>(sign | 0x7f800000u | (mantissa << 13) | (mantissa ? 0x400000u : 0u));
    if (exponent == 0) {
        if (mantissa == 0)
            return std::bit_cast<float>(sign);
        exponent = 1;
        while (!(mantissa & 0x400u)) {
            mantissa <<= 1;
            --exponent;
        }
        mantissa &= 0x3ffu;
    }
    return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (mantissa << 13));
}

void toHalf(std::span<const float> from, std::span<Half> to)
{
    assert(from.size() == to.size());
    std::size_t i = 0;
#ifdef __F16C__
    for (; i + 8 <= from.size(); i += 8)
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to.data() + i),
                         _mm256_cvtps_ph(_mm256_loadu_ps(from.data() + i), _MM_FROUND_TO_NEAREST_INT));
#endif
    for (; i < from.size(); ++i)
        to[i] = toHalf(from[i]);
}

void fromHalf(std::span<const Half> from, std::span<float> to)
{
    assert(from.size() == to.size());
    std::size_t i = 0;
#ifdef __F16C__
    for (; i + 8 <= from.size(); i += 8)
        _mm256_storeu_ps(to.data() + i,
                         _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from.data() + i))));
#endif
    for (; i < from.size(); ++i)
        to[i] = fromHalf(from[i]);
}

} // namespace prolap::db
