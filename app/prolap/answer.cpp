#include "app/prolap/answer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/prolap/json_values.h"
#include "app/prolap/text.h"

namespace prolap::app {

namespace {

using library::Hit;

std::string matchText(const Hit& hit)
{
    return hit.probability ? fmt::format("{:.0f} %", 100 * *hit.probability) : fmt::format("{:.3f}", hit.similarity);
}

} // namespace

nlohmann::json toJson(const library::SearchResult& result)
{
    auto hits = nlohmann::json::array();
    for (const Hit& hit : result.hits) {
        auto words = nlohmann::json::array();
        for (const std::string& word : hit.words)
            words.push_back(validUtf8(word));
        auto others = nlohmann::json::array();
        for (const library::HitWindow& window : hit.others)
            others.push_back({{"start", window.start}, {"end", window.end}});
        hits.push_back({{"rank", hits.size() + 1},
                        {"path", displayText(hit.path)},
                        {"start", hit.start},
                        {"end", hit.end},
                        {"similarity", jsonNumber(hit.similarity)},
                        {"probability", jsonOrNull(hit.probability)},
                        {"uncertainty", jsonOrNull(hit.uncertainty)},
                        {"inclusion", jsonOrNull(hit.inclusion)},
                        {"words", std::move(words)},
                        {"others", std::move(others)},
                        {"credible", hit.credible}});
    }
    return {{"query", validUtf8(result.query)}, {"model", result.model},   {"encode_ms", result.encodeMs},
            {"search_ms", result.searchMs},     {"hits", std::move(hits)}, {"credible_hits", result.credibleHits}};
}

void printTable(Console& console, const library::SearchResult& result)
{
    if (result.hits.empty())
        return console.note("No clip to rank; has the library been indexed with this model?");
    if (result.credibleHits == 0)
        console.note("Nothing here matches; nearest:");
    Table table({{"", Table::Align::Right},
                 {"match", Table::Align::Right},
                 {"u", Table::Align::Right},
                 {"at", Table::Align::Right},
                 {"file"}});
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const Hit& hit = result.hits[i];
        std::string file = pathLine(hit.path);
        if (!hit.words.empty())
            file += fmt::format("  ({})", oneLine(fmt::format("{}", fmt::join(hit.words, ", "))));
        table.add({std::to_string(i + 1), matchText(hit),
                   hit.uncertainty ? fmt::format("{:.3f}", *hit.uncertainty) : "", placeText(hit.start),
                   std::move(file)});
    }
    const std::vector<std::string> lines = table.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (result.credibleHits > 0 && result.credibleHits < result.hits.size() && i == result.credibleHits + 1)
            console.print("    -- not credible from here on --");
        console.print(lines[i]);
    }
}

} // namespace prolap::app
