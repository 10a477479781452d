#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace prolap::index {

/// A fast 64-bit sum that changes when bytes change by accident; no protection against intent. seed chains parts.
std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed = 0);

} // namespace prolap::index
