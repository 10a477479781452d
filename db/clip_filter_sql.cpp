#include "db/clip_filter_sql.h"

#include <utility>

#include <fmt/format.h>

#include "core/paths.h"
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

/// The clips whose path meets a condition over `whole`, found in one pass over an index.
std::string inFolder(const std::string& condition)
{
    return "clip.id IN (SELECT id FROM (SELECT other.id, CAST(root.path AS TEXT) || '/' || CAST(other.path AS TEXT) AS "
           "whole FROM root CROSS JOIN clip AS other ON other.root_id = root.id) WHERE " +
           condition + ")";
}

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// A phrase in the columns that people write.
std::string phraseMatch(const std::string& phrase)
{
    std::string quoted;
    for (const char c : validUtf8(phrase)) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return "{name tags captions} : \"" + quoted + '"';
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
    if (filter.minChannels)
        require("clip.channels >= {}", std::int64_t(*filter.minChannels));
    if (filter.maxChannels)
        require("clip.channels <= {}", std::int64_t(*filter.maxChannels));
    if (filter.maxSampleRate)
        require("clip.sample_rate <= {}", std::int64_t(*filter.maxSampleRate));
    if (!filter.notContainers.empty())
        require("instr({}, '/' || clip.container || '/') = 0", containerList(filter.notContainers));
    if (filter.maxRating)
        require("clip.rating <= {}", std::int64_t(*filter.maxRating));
    if (!filter.colours.empty()) {
        std::vector<std::string> labels;
        for (const ColourLabel colour : filter.colours)
            labels.push_back(std::to_string(static_cast<int>(colour)));
        require("instr({}, '/' || clip.colour || '/') > 0", containerList(labels));
    }
    if (filter.addedFromMs)
        require("clip.added >= {}", *filter.addedFromMs);
    if (filter.addedBeforeMs)
        require("clip.added < {}", *filter.addedBeforeMs);
    if (!filter.presence.empty()) {
        const std::string offline = "clip.root_id IN (SELECT id FROM root WHERE online = 0 OR NOT is_folder(path))";
        std::string any;
        for (const ClipPresence presence : filter.presence)
            any += (any.empty() ? "" : " OR ") + (presence == ClipPresence::Offline ? offline
                                                  : presence == ClipPresence::Missing
                                                      ? "clip.missing = 1 AND NOT " + offline
                                                      : "clip.missing = 0 AND NOT " + offline);
        m_condition += " AND (" + any + ")";
    }
    for (const std::string& tag : filter.notTags)
        require("NOT EXISTS (SELECT 1 FROM clip_tag WHERE clip_id = clip.id AND tag_id = (SELECT id FROM tag WHERE "
                "name = {}))",
                tag);
    for (const std::string& name : filter.collections)
        require("EXISTS (SELECT 1 FROM collection_clip WHERE clip_id = clip.id AND collection_id = (SELECT id FROM "
                "collection WHERE name = {}))",
                name);
    // What follows is not in the index over names: each is one pass over another index or table.
    for (const std::string& phrase : filter.phrases)
        require("clip.id IN (SELECT rowid FROM clip_words WHERE clip_words MATCH {})", phraseMatch(phrase));
    for (const std::string& phrase : filter.notPhrases)
        require("clip.id NOT IN (SELECT rowid FROM clip_words WHERE clip_words MATCH {})", phraseMatch(phrase));
    requireFolders(filter.folders, true);
    requireFolders(filter.notFolders, false);
    if (filter.minLufs)
        require("clip.id IN (SELECT id FROM clip WHERE lufs >= {})", *filter.minLufs);
    if (filter.maxLufs)
        require("clip.id IN (SELECT id FROM clip WHERE lufs <= {})", *filter.maxLufs);
    m_looksAtAll = !filter.phrases.empty() || !filter.notPhrases.empty() || !filter.folders.empty() ||
                   !filter.notFolders.empty() || filter.minLufs || filter.maxLufs;
}

void ClipFilterSql::requireFolders(const std::vector<std::string>& folders, bool inside)
{
    std::string any;
    for (const std::string& folder : folders) {
        const bool absolute = folder.front() == '/';
        const std::string needle = absolute ? fmt::format("{}/", folder) : fmt::format("/{}/", lower(folder));
        const std::string parameter = addValue(folder == "/" ? folder : needle);
        any += fmt::format("{}{} {}", any.empty() ? "" : " OR ",
                           absolute ? "instr(whole, " + parameter + ")" : "instr(lower(whole), " + parameter + ")",
                           absolute ? "= 1" : "> 0");
    }
    if (!any.empty())
        m_condition += std::string(" AND ") + (inside ? "" : "NOT ") + inFolder(any);
}

std::string ClipFilterSql::addValue(SqlValue value)
{
    const std::string parameter = fmt::format("?{}", m_firstParameter + static_cast<int>(m_values.size()));
    m_values.push_back(std::move(value));
    return parameter;
}

void ClipFilterSql::require(const char* text, SqlValue value)
{
    m_condition += " AND " + fmt::format(fmt::runtime(text), addValue(std::move(value)));
}

} // namespace prolap::db
