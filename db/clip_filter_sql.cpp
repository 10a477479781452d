#include "db/clip_filter_sql.h"

#include <utility>

#include <fmt/format.h>

#include "db/clip_table.h"

namespace prolap::db {

namespace {

/// The containers as one text that instr() looks into: `/wav/flac/`.
std::string containerList(const std::vector<std::string>& containers)
{
    std::string list = "/";
    for (const std::string& container : containers)
        list += container + '/';
    return list;
}

} // namespace

ClipFilterSql::ClipFilterSql(const ClipFilter& filter, int firstParameter) : m_firstParameter(firstParameter)
{
    m_condition = fmt::format("clip.state <> {}", static_cast<int>(ClipState::Failed));
    // What clip_by_name holds comes first: it is decided without another look.
    if (filter.root)
        require("clip.root_id = {}", filter.root->value);
    if (filter.minSeconds)
        require("clip.duration >= {}", *filter.minSeconds);
    if (filter.maxSeconds)
        require("clip.duration <= {}", *filter.maxSeconds);
    if (filter.channels)
        require("clip.channels = {}", std::int64_t(*filter.channels));
    if (filter.minSampleRate)
        require("clip.sample_rate >= {}", std::int64_t(*filter.minSampleRate));
    if (!filter.containers.empty())
        require("instr({}, '/' || clip.container || '/') > 0", containerList(filter.containers));
    if (filter.minRating)
        require("clip.rating >= {}", std::int64_t(*filter.minRating));
    if (filter.favourite)
        require("clip.favourite = {}", std::int64_t(*filter.favourite));
    if (filter.colour)
        require("clip.colour = {}", std::int64_t(static_cast<int>(*filter.colour)));
    for (const std::string& tag : filter.tags)
        require("EXISTS (SELECT 1 FROM clip_tag WHERE clip_id = clip.id AND tag_id = (SELECT id FROM tag WHERE name = "
                "{}))",
                tag);
    if (filter.collection)
        require("EXISTS (SELECT 1 FROM collection_clip WHERE collection_id = {} AND clip_id = clip.id)",
                filter.collection->value);
    if (!filter.category.empty())
        require("EXISTS (SELECT 1 FROM clip_ucs WHERE clip_id = clip.id AND (category = {0} COLLATE NOCASE OR cat_id = "
                "{0} COLLATE NOCASE))",
                filter.category);
}

void ClipFilterSql::require(const char* text, SqlValue value)
{
    const std::string parameter = fmt::format("?{}", m_firstParameter + static_cast<int>(m_values.size()));
    m_condition += " AND " + fmt::format(fmt::runtime(text), parameter);
    m_values.push_back(std::move(value));
}

} // namespace prolap::db
