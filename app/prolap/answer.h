#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/prolap/console.h"
#include "core/library/search_service.h"

namespace prolap::app {

/// A ranked list as its JSON document.
nlohmann::json toJson(const library::SearchResult& result);

/// A ranked list as a table, the line drawn where nothing is credible any more.
void printTable(Console& console, const library::SearchResult& result);

} // namespace prolap::app
