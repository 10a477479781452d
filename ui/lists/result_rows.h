#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "core/library/library_view.h"
#include "core/library/search_service.h"

namespace prolap::ui {

/// What the result table lists: clips in order, and for a ranked list why each is there. Made on a worker, then
/// handed over whole and never changed.
struct ResultRows {
    std::vector<ClipId> clips;
    std::vector<library::Hit> hits; ///< one a clip; empty when browsing
    std::size_t credibleHits = 0;
    bool byRank = false; ///< best first, so that the line under the last credible hit means something
    std::unordered_map<ClipId, int> rowOf;
};

using ResultRowsPtr = std::shared_ptr<const ResultRows>;

ResultRowsPtr browsedRows(std::vector<ClipId> clips);
ResultRowsPtr rankedRows(library::SearchResult result);

} // namespace prolap::ui
