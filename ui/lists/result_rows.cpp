#include "ui/lists/result_rows.h"

namespace prolap::ui {

namespace {

ResultRowsPtr numbered(std::shared_ptr<ResultRows> rows)
{
    rows->rowOf.reserve(rows->clips.size());
    for (std::size_t i = 0; i < rows->clips.size(); ++i)
        rows->rowOf.emplace(rows->clips[i], static_cast<int>(i));
    return rows;
}

} // namespace

ResultRowsPtr browsedRows(std::vector<ClipId> clips)
{
    auto rows = std::make_shared<ResultRows>();
    rows->clips = std::move(clips);
    return numbered(std::move(rows));
}

ResultRowsPtr rankedRows(library::SearchResult result)
{
    auto rows = std::make_shared<ResultRows>();
    rows->clips.reserve(result.hits.size());
    for (const library::Hit& hit : result.hits)
        rows->clips.push_back(hit.clip);
    rows->hits = std::move(result.hits);
    rows->credibleHits = result.credibleHits;
    rows->byRank = true;
    return numbered(std::move(rows));
}

} // namespace prolap::ui
