#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/library/search_service.h"

namespace CLI {
class App;
}

namespace prolap::app {

/// The options by which a search is narrowed.
struct FilterOptions {
    std::size_t limit = 20;
    std::string folder;
    std::optional<double> minSeconds, maxSeconds;
    std::optional<int> channels;
    std::optional<int> minRate;
    std::vector<std::string> formats;
};

void addFilterOptions(CLI::App& command, FilterOptions& options);

/// Searches with the filter. A folder may lie anywhere below a folder of the library. Returns none when stopped.
/// Errors: those of the search; Error(NotFound) for a folder that the library does not have.
std::optional<library::SearchResult> filteredSearch(library::SearchService& service, const Path& catalogue,
                                                    library::SearchRequest request, const FilterOptions& options,
                                                    std::stop_token stop);

} // namespace prolap::app
