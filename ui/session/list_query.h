#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <QString>

#include "core/library/library_view.h"
#include "core/library/search_service.h"
#include "ui/lists/result_model.h"
#include "ui/lists/result_rows.h"

namespace prolap::ui {

/// What the table shall list. Without a caption and a sound: every clip that passes the filter.
struct ListRequest {
    QString caption;                           ///< as typed, with its operators
    QString asked;                             ///< in the words that name the list
    std::optional<ClipId> like;                ///< an indexed clip whose likes are wanted
    std::optional<library::SoundRegion> sound; ///< or any file
    double captionWeight = 0;                  ///< of the words beside a sound; 0: they do not count, 1: they alone do
    library::Relation relation = library::Relation::SoundsLike;
    double generality = 0;        ///< -1 to 1
    library::SearchFilter filter; ///< beside the caption's own
    int sortColumn = -1;          ///< ResultModel::Column; -1: best first, or by name when browsing
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    bool ranks() const;
    /// Whether the other is the same question, in whatever order.
    bool asksTheSameAs(const ListRequest& other) const;
};

struct ListAnswer {
    ListRequest request;
    ResultRowsPtr rows;
    double encodeMs = 0, searchMs = 0; ///< of a ranked list
};

/// What of a request narrows the list, typed and chosen.
library::SearchFilter listFilter(const ListRequest& request);

/// How many clips a ranked list holds at most.
inline constexpr std::size_t kRankedRows = 500;

/// Searches or browses, and sorts. service may be null when request.ranks() is false.
/// None when stopped. Errors: those of the catalogue and of the service. Threads: a worker.
std::optional<ListAnswer> fetchList(const Path& catalogue, const std::string& modelId, library::SearchService* service,
                                    const ListRequest& request, std::stop_token stop);

} // namespace prolap::ui
