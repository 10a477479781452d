#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>

#include "core/traversal/pair_inclusion.h"

namespace prolap::traversal {

/// N Gaussians, row after row. T: float, or std::uint16_t for half precision.
template <typename T> struct GaussianRows {
    const T* means = nullptr;
    std::size_t meanStride = 0;
    const T* logVars = nullptr;
    std::size_t logVarStride = 0;
    std::size_t count = 0;
};

/// The row with the greatest H(subject, row) by inclusionMeasure(), of equals the first: the root `inclusive`.
/// All rows are measured quickly with a bound on the error (inclusion_bounds.h), and those that may be the greatest
/// exactly, so the answer is that of measuring all exactly. None when stopped, and when there are no rows.
/// Threads: reentrant; many rows are measured by two.
template <typename T>
std::optional<std::size_t> mostInclusive(const GaussianSpan& subject, const GaussianRows<T>& rows,
                                         const std::stop_token& stop = {});

} // namespace prolap::traversal
