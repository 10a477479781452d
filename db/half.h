#pragma once

#include <cstdint>
#include <span>

namespace prolap::db {

/// IEEE 754 binary16, as the catalogue stores vectors.
using Half = std::uint16_t;

/// Nearest half, ties to even; beyond 65 504 infinity; NaN stays NaN.
Half toHalf(float value);
float fromHalf(Half half);

/// Whole vectors. Shapes: from [N], to [N].
void toHalf(std::span<const float> from, std::span<Half> to);
void fromHalf(std::span<const Half> from, std::span<float> to);

} // namespace prolap::db
