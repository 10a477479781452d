#include "core/library/query/query_request.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <limits>

namespace prolap::library {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The smallest and the largest number that a range lets through.
std::optional<double> lowest(const QueryRange& range)
{
    return range.least && range.above ? std::nextafter(*range.least, kInfinity) : range.least;
}

std::optional<double> highest(const QueryRange& range)
{
    return range.most && range.below ? std::nextafter(*range.most, -kInfinity) : range.most;
}

std::optional<int> lowestInt(const QueryRange& range)
{
    if (!range.least)
        return std::nullopt;
    return static_cast<int>(range.above ? std::floor(*range.least) + 1 : std::ceil(*range.least));
}

std::optional<int> highestInt(const QueryRange& range)
{
    if (!range.most)
        return std::nullopt;
    return static_cast<int>(range.below ? std::ceil(*range.most) - 1 : std::floor(*range.most));
}

std::int64_t milliseconds(std::chrono::system_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

/// The beginning of a day where the user is.
std::int64_t midnightMs(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    std::tm local{};
    local.tm_year = static_cast<int>(date.year()) - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    local.tm_isdst = -1;
    return static_cast<std::int64_t>(std::mktime(&local)) * 1000;
}

std::vector<std::string> homeExpanded(std::vector<std::string> folders)
{
    const char* home = std::getenv("HOME");
    for (std::string& folder : folders)
        if (home && (folder == "~" || folder.starts_with("~/")))
            folder = home + folder.substr(1);
    return folders;
}

} // namespace

SearchFilter searchFilter(const Query& query)
{
    SearchFilter filter;
    filter.minSeconds = lowest(query.seconds);
    filter.maxSeconds = highest(query.seconds);
    filter.minChannels = lowestInt(query.channels);
    filter.maxChannels = highestInt(query.channels);
    filter.minSampleRate = lowestInt(query.sampleRate);
    filter.maxSampleRate = highestInt(query.sampleRate);
    filter.minLufs = lowest(query.lufs);
    filter.maxLufs = highest(query.lufs);
    filter.minRating = lowestInt(query.rating);
    filter.maxRating = highestInt(query.rating);
    filter.favourite = query.favourite;
    for (const std::string& name : query.colours)
        if (const auto colour = colourOf(name))
            filter.colours.push_back(*colour);
    for (const std::string& name : query.states)
        if (const auto presence = presenceOf(name))
            filter.presence.push_back(*presence);
    filter.collections = query.collections;
    filter.tags = query.tags;
    filter.notTags = query.notTags;
    filter.formats = query.formats;
    filter.notFormats = query.notFormats;
    filter.folders = homeExpanded(query.folders);
    filter.notFolders = homeExpanded(query.notFolders);
    filter.phrases = query.phrases;
    filter.notPhrases = query.notPhrases;
    const auto now = std::chrono::system_clock::now();
    if (query.added.withinSeconds)
        // By the minute, so that the same question stays the same for a while.
        filter.addedFromMs = milliseconds(
            std::chrono::floor<std::chrono::minutes>(now - std::chrono::seconds(*query.added.withinSeconds)));
    if (query.added.from)
        filter.addedFromMs = std::max(filter.addedFromMs.value_or(0), midnightMs(*query.added.from));
    if (query.added.to)
        filter.addedBeforeMs = midnightMs(*query.added.to + std::chrono::days(1));
    return filter;
}

Relation relationOf(const Query& query)
{
    const auto name = std::find(kRelationNames.begin(), kRelationNames.end(), query.relation);
    return name == kRelationNames.end() ? Relation::SoundsLike : static_cast<Relation>(name - kRelationNames.begin());
}

SearchRequest searchRequest(const Query& query)
{
    SearchRequest request;
    if (!query.captions.empty()) {
        request.caption = query.captions.front();
        request.mixed.assign(query.captions.begin() + 1, query.captions.end());
    }
    request.away = query.away;
    request.relation = relationOf(query);
    request.generality = query.generality.value_or(0);
    request.filter = searchFilter(query);
    return request;
}

} // namespace prolap::library
