#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/index/matrix.h"
#include "core/index/row_groups.h"

namespace prolap::index {

struct TopKQuery {
    std::span<const float> vector = {}; ///< [dim], finite
    float biasWeight = 1;               ///< score = vector . row + biasWeight * row's bias
    std::size_t k = 100;
    /// One byte a group, 0: its rows are left out. Empty: every row counts. Without groups: one byte a row.
    std::span<const std::uint8_t> allowed = {};
    int threads = 0; ///< 0: as many as cores, fewer for little work
    /// Added to the score of a group's rows, finite, one a group (without groups: a row). Empty: nothing.
    std::span<const float> bonus = {};
};

struct ScoredRow {
    std::size_t row = 0;
    float score = 0;

    bool operator==(const ScoredRow&) const = default;
};

/// The k best rows, best first; with groups, the best row of each of the k best groups. Exact: the inner products are
/// those of the stored half-precision vectors, added in double; equal scores are ordered by row. Fewer than k where
/// there are not enough. None when stopped (asked about every millisecond of work).
///
/// How: a first pass scores every row from its 8-bit codes, together with a bound on what the codes leave out
/// (Cauchy-Schwarz); only rows whose upper bound reaches the k-th best lower bound are scored exactly. The first pass
/// reads half the memory of half-precision vectors, and memory is what a search waits for.
///
/// groups: null, or extended to the view. Errors: Error(Incompatible) if the sizes disagree, Error(BadInput) for a
/// query with NaN or infinities. Threads: reentrant.
std::optional<std::vector<ScoredRow>> topK(const MatrixView& matrix, const RowGroups* groups, const TopKQuery& query,
                                           std::stop_token stop = {});

} // namespace prolap::index
