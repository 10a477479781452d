#include "db/label_table.h"

#include <fmt/format.h>

#include "db/clip_words.h"
#include "db/query.h"

namespace prolap::db {

namespace {

void requireClip(Connection& connection, ClipId clip)
{
    if (!Query(connection, "SELECT 1 FROM clip WHERE id = ?1", clip).step())
        throw Error(ErrorKind::NotFound,
                    fmt::format("The clip is no longer in the library {}.", displayText(connection.file())));
}

std::string trimmed(const std::string& text)
{
    const std::string valid = validUtf8(text);
    constexpr const char* kBlanks = " \t\r\n";
    const auto first = valid.find_first_not_of(kBlanks);
    return first == std::string::npos ? std::string()
                                      : valid.substr(first, valid.find_last_not_of(kBlanks) - first + 1);
}

} // namespace

void LabelTable::addTag(ClipId clip, const std::string& tag)
{
    const std::string name = trimmed(tag);
    if (name.empty())
        throw Error(ErrorKind::BadInput, "A tag needs at least one letter.");
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    requireClip(connection, clip);
    Query(connection, "INSERT INTO tag (name) VALUES (?1) ON CONFLICT DO NOTHING", name).run();
    Query(connection,
          "INSERT INTO clip_tag (clip_id, tag_id) SELECT ?1, id FROM tag WHERE name = ?2 ON CONFLICT DO NOTHING", clip,
          name)
        .run();
    refreshWords(connection, clip);
    scope.commit();
}

void LabelTable::removeTag(ClipId clip, const std::string& tag)
{
    const std::string name = trimmed(tag);
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    Query(connection, "DELETE FROM clip_tag WHERE clip_id = ?1 AND tag_id = (SELECT id FROM tag WHERE name = ?2)", clip,
          name)
        .run();
    Query(connection, "DELETE FROM tag WHERE name = ?1 AND NOT EXISTS (SELECT 1 FROM clip_tag WHERE tag_id = tag.id)",
          name)
        .run();
    refreshWords(connection, clip);
    scope.commit();
}

std::vector<std::string> LabelTable::tags(ClipId clip)
{
    Query query(m_catalogue.connection(),
                "SELECT tag.name FROM clip_tag JOIN tag ON tag.id = clip_tag.tag_id WHERE clip_tag.clip_id = ?1 "
                "ORDER BY tag.name",
                clip);
    std::vector<std::string> names;
    while (query.step())
        names.push_back(query.text(0));
    return names;
}

std::vector<std::pair<std::string, std::int64_t>> LabelTable::allTags()
{
    Query query(m_catalogue.connection(),
                "SELECT tag.name, count(*) FROM clip_tag JOIN tag ON tag.id = clip_tag.tag_id GROUP BY tag.id "
                "ORDER BY tag.name");
    std::vector<std::pair<std::string, std::int64_t>> all;
    while (query.step())
        all.emplace_back(query.text(0), query.integer(1));
    return all;
}

std::vector<ClipId> LabelTable::labelled()
{
    Query query(m_catalogue.connection(),
                "SELECT id FROM clip WHERE state <> 2 AND (EXISTS (SELECT 1 FROM clip_tag WHERE clip_id = clip.id) "
                "OR EXISTS (SELECT 1 FROM caption WHERE clip_id = clip.id)) ORDER BY id");
    std::vector<ClipId> ids;
    while (query.step())
        ids.push_back(query.id<ClipId>(0));
    return ids;
}

void LabelTable::setCaptions(ClipId clip, const std::vector<Caption>& captions)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    requireClip(connection, clip);
    Query(connection, "DELETE FROM caption WHERE clip_id = ?1", clip).run();
    for (const Caption& caption : captions) {
        if (caption.level < 1 || caption.level > 4)
            throw Error(ErrorKind::BadInput, fmt::format("A caption's level is 1 to 4; {} was given for \"{}\".",
                                                         caption.level, validUtf8(caption.text)));
        const std::string source = validUtf8(caption.source);
        const std::string text = validUtf8(caption.text);
        Query(connection, "INSERT INTO caption (clip_id, level, source, text) VALUES (?1, ?2, ?3, ?4)", clip,
              caption.level, source, text)
            .run();
    }
    refreshWords(connection, clip);
    scope.commit();
}

std::vector<Caption> LabelTable::captions(ClipId clip)
{
    Query query(m_catalogue.connection(),
                "SELECT level, text, source FROM caption WHERE clip_id = ?1 ORDER BY level, id", clip);
    std::vector<Caption> all;
    while (query.step())
        all.push_back({static_cast<int>(query.integer(0)), query.text(1), query.text(2)});
    return all;
}

std::vector<std::string> LabelTable::captionTexts()
{
    Query query(m_catalogue.connection(), "SELECT DISTINCT text FROM caption WHERE text <> '' ORDER BY text");
    std::vector<std::string> texts;
    while (query.step())
        texts.push_back(query.text(0));
    return texts;
}

} // namespace prolap::db
