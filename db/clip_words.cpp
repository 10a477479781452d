#include "db/clip_words.h"

#include "db/clip_table.h"
#include "db/query.h"
#include "db/word_index.h"

namespace prolap::db {

namespace {

/// Some files carry whole web pages in their tags; what comes later says nothing about the sound.
constexpr std::size_t kMaxDescriptionBytes = 4096;

std::string joined(Connection& connection, const char* sql, ClipId clip)
{
    std::string all;
    Query query(connection, sql, clip);
    while (query.step()) {
        if (!all.empty())
            all += '\n';
        all += query.text(0);
    }
    return all;
}

} // namespace

void refreshWords(Connection& connection, ClipId clip)
{
    Query(connection, "DELETE FROM clip_words WHERE rowid = ?1", clip).run();
    std::string name, folder, description;
    {
        Query query(connection, "SELECT name, path, description FROM clip WHERE id = ?1 AND state <> ?2", clip,
                    static_cast<int>(ClipState::Failed));
        if (!query.step())
            return;
        // The ending is left out: a word that every clip has finds nothing.
        name = withWordParts(displayText(Path(query.text(0)).stem()));
        folder = withWordParts(displayText(Path(query.text(1)).parent_path()));
        description = query.text(2);
    }
    const std::string fileTags =
        joined(connection, "SELECT value FROM clip_file_tag WHERE clip_id = ?1 ORDER BY position", clip);
    description += '\n';
    description += fileTags;
    if (description.size() > kMaxDescriptionBytes)
        description = validUtf8(std::string_view(description).substr(0, kMaxDescriptionBytes));
    // Categories of the Universal Category System count as tags.
    const std::string tags = joined(connection,
                                    "SELECT * FROM (SELECT tag.name FROM clip_tag JOIN tag ON tag.id = clip_tag.tag_id "
                                    "WHERE clip_tag.clip_id = ?1 ORDER BY tag.name) "
                                    "UNION ALL SELECT category || ' ' || subcategory FROM clip_ucs WHERE clip_id = ?1",
                                    clip);
    const std::string captions =
        joined(connection, "SELECT text FROM caption WHERE clip_id = ?1 ORDER BY level, id", clip);
    Query(connection,
          "INSERT INTO clip_words (rowid, name, tags, captions, folder, description) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
          clip, name, tags, captions, folder, description)
        .run();
}

} // namespace prolap::db
