#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/index/top_k.h"

namespace prolap::index {

/// The score of every row, exact as topK() gives it: for orders that no single inner product has. Rows that are not
/// allowed score minus infinity. query.k and query.bonus count for nothing. None when stopped. Errors: as topK().
std::optional<std::vector<float>> allScores(const MatrixView& matrix, const RowGroups* groups, const TopKQuery& query,
                                            std::stop_token stop = {});

} // namespace prolap::index
