#pragma once

#include "core/library/query/query.h"
#include "core/library/search_service.h"

namespace prolap::library {

/// A query as the search takes it. Ages count from now, days in the user's time zone.
SearchRequest searchRequest(const Query& query);

/// What clips shall be to what is described.
Relation relationOf(const Query& query);

/// What of it narrows a list.
SearchFilter searchFilter(const Query& query);

} // namespace prolap::library
