#include "app/prolap/filter_options.h"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/error.h"
#include "core/library/library_view.h"

namespace prolap::app {

namespace {

bool liesIn(const Path& path, const Path& folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

Path folderPath(const std::string& typed)
{
    std::error_code unreadable;
    Path path = std::filesystem::weakly_canonical(typed, unreadable); // as the library keeps its folders
    if (unreadable)
        path = std::filesystem::absolute(typed).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

RootId rootOf(const Path& catalogue, const Path& folder)
{
    library::LibraryView view(catalogue, {});
    for (const library::RootSummary& root : view.roots()) {
        if (liesIn(folder, root.path))
            return root.id;
    }
    throw Error(ErrorKind::NotFound,
                fmt::format("The folder {} is in none of the library's folders; `prolap library info` lists them.",
                            displayText(folder)));
}

} // namespace

void addFilterOptions(CLI::App& command, FilterOptions& options)
{
    const std::string group = "Filters";
    command.add_option("--limit", options.limit, "How many clips to list")
        ->type_name("K")
        ->check(CLI::Range(std::size_t(1), std::size_t(1'000'000)))
        ->capture_default_str();
    command.add_option("--folder", options.folder, "Only clips in this folder and below")
        ->type_name("DIR")
        ->group(group);
    command.add_option("--min-seconds", options.minSeconds, "Only clips at least this long")
        ->check(CLI::NonNegativeNumber)
        ->type_name("S")
        ->group(group);
    command.add_option("--max-seconds", options.maxSeconds, "Only clips at most this long")
        ->check(CLI::NonNegativeNumber)
        ->type_name("S")
        ->group(group);
    command.add_option("--channels", options.channels, "Only clips of so many channels")
        ->check(CLI::Range(1, 64))
        ->type_name("N")
        ->group(group);
    command.add_option("--min-rate", options.minRate, "Only clips of at least this sample rate")
        ->check(CLI::PositiveNumber)
        ->type_name("HZ")
        ->group(group);
    command.add_option("--format", options.formats, "Only these formats: wav, flac, ogg, ...; may be repeated")
        ->type_name("NAME")
        ->group(group)
        ->expected(1)
        ->take_all();
}

std::optional<library::SearchResult> filteredSearch(library::SearchService& service, const Path& catalogue,
                                                    library::SearchRequest request, const FilterOptions& options,
                                                    std::stop_token stop)
{
    request.limit = options.limit;
    // Both the query's operators and these must hold.
    library::SearchFilter& filter = request.filter;
    if (options.minSeconds)
        filter.minSeconds = std::max(filter.minSeconds.value_or(0), *options.minSeconds);
    if (options.maxSeconds)
        filter.maxSeconds = std::min(filter.maxSeconds.value_or(*options.maxSeconds), *options.maxSeconds);
    if (options.channels)
        filter.channels = options.channels;
    if (options.minRate)
        filter.minSampleRate = std::max(filter.minSampleRate.value_or(0), *options.minRate);
    if (!options.formats.empty())
        filter.formats = options.formats;
    if (options.folder.empty())
        return service.search(request, stop);

    const Path folder = folderPath(options.folder);
    request.filter.root = rootOf(catalogue, folder);
    // The service narrows by root; what lies deeper is picked from the whole root's list.
    request.limit = std::max<std::size_t>(service.windowCount(), options.limit);
    auto result = service.search(request, stop);
    if (!result)
        return result;
    std::erase_if(result->hits, [&](const library::Hit& hit) { return !liesIn(hit.path, folder); });
    if (result->hits.size() > options.limit)
        result->hits.resize(options.limit);
    result->credibleHits = static_cast<std::size_t>(
        std::count_if(result->hits.begin(), result->hits.end(), [](const library::Hit& hit) { return hit.credible; }));
    return result;
}

} // namespace prolap::app
