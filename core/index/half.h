#pragma once

#include <cstdint>

namespace prolap::index {

/// IEEE 754 binary16, rounded to nearest, ties to even. Beyond +-65504 it becomes infinite; NaN stays NaN.
std::uint16_t toHalf(float value);

/// Exact.
float fromHalf(std::uint16_t half);

} // namespace prolap::index
