#pragma once

#include <cstdint>
#include <span>

#include "core/index/matrix_layout.h"

namespace prolap::index {

/// Half-precision values of a row. Shapes: vector [dim]; halves [stride], padding 0. False when a value does not fit.
bool encodeHalves(std::span<const float> vector, std::span<std::uint16_t> halves);

/// 8-bit codes of what encodeHalves stored, with bounds that hold for the stored values.
/// Shapes: halves [stride]; codes [stride]. bias is left 0.
RowCode encodeCodes(std::span<const std::uint16_t> halves, std::span<std::int8_t> codes);

} // namespace prolap::index
