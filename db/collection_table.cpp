#include "db/collection_table.h"

#include <fmt/format.h>

#include "db/clip_table.h"
#include "db/list_name.h"
#include "db/query.h"

namespace prolap::db {

namespace {

constexpr const char* kSelect = "SELECT id, name, (SELECT count(*) FROM collection_clip JOIN clip ON clip.id = clip_id "
                                "WHERE collection_id = collection.id AND clip.state <> 2) FROM collection ";

Collection collectionFrom(const Query& row)
{
    return {row.id<CollectionId>(0), row.text(1), row.integer(2)};
}

void requireFree(Connection& connection, const std::string& name, CollectionId but)
{
    if (Query(connection, "SELECT 1 FROM collection WHERE name = ?1 AND id <> ?2", name, but).step())
        throw Error(ErrorKind::BadInput,
                    fmt::format("There is a collection \"{}\" already; choose another name.", name));
}

void requireThere(Connection& connection, CollectionId id)
{
    if (!Query(connection, "SELECT 1 FROM collection WHERE id = ?1", id).step())
        throw Error(ErrorKind::NotFound,
                    fmt::format("The collection is no longer in the library {}.", displayText(connection.file())));
}

void append(Connection& connection, CollectionId id, std::span<const ClipId> clips, std::vector<ClipId>* added)
{
    Query last(connection, "SELECT coalesce(max(position), 0) FROM collection_clip WHERE collection_id = ?1", id);
    last.step();
    std::int64_t position = last.integer(0);
    for (const ClipId clip : clips) {
        const int changed = Query(connection,
                                  "INSERT INTO collection_clip (collection_id, clip_id, position) SELECT ?1, id, ?3 "
                                  "FROM clip WHERE id = ?2 ON CONFLICT DO NOTHING",
                                  id, clip, position + 1)
                                .run();
        if (changed > 0) {
            ++position;
            if (added)
                added->push_back(clip);
        }
    }
}

} // namespace

std::vector<Collection> CollectionTable::all()
{
    static const std::string sql = std::string(kSelect) + "ORDER BY name";
    Query query(m_catalogue.connection(), sql.c_str());
    std::vector<Collection> all;
    while (query.step())
        all.push_back(collectionFrom(query));
    return all;
}

std::optional<Collection> CollectionTable::find(const std::string& name)
{
    static const std::string sql = std::string(kSelect) + "WHERE name = ?1";
    const std::string trimmed = listName(name);
    Query query(m_catalogue.connection(), sql.c_str(), trimmed);
    return query.step() ? std::optional(collectionFrom(query)) : std::nullopt;
}

std::optional<Collection> CollectionTable::get(CollectionId id)
{
    static const std::string sql = std::string(kSelect) + "WHERE id = ?1";
    Query query(m_catalogue.connection(), sql.c_str(), id);
    return query.step() ? std::optional(collectionFrom(query)) : std::nullopt;
}

CollectionId CollectionTable::create(const std::string& name)
{
    Connection& connection = m_catalogue.connection();
    const std::string trimmed = requiredListName(name, "A collection");
    WriteScope scope(connection);
    requireFree(connection, trimmed, {});
    Query(connection, "INSERT INTO collection (name, created) VALUES (?1, ?2)", trimmed, nowMs()).run();
    const CollectionId id{connection.database().getLastInsertRowid()};
    scope.commit();
    return id;
}

void CollectionTable::restore(CollectionId id, const std::string& name, std::span<const ClipId> clips)
{
    Connection& connection = m_catalogue.connection();
    const std::string trimmed = requiredListName(name, "A collection");
    WriteScope scope(connection);
    requireFree(connection, trimmed, id);
    Query(connection, "INSERT INTO collection (id, name, created) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", id,
          trimmed, nowMs())
        .run();
    append(connection, id, clips, nullptr);
    scope.commit();
}

void CollectionTable::rename(CollectionId id, const std::string& name)
{
    Connection& connection = m_catalogue.connection();
    const std::string trimmed = requiredListName(name, "A collection");
    WriteScope scope(connection);
    requireThere(connection, id);
    requireFree(connection, trimmed, id);
    Query(connection, "UPDATE collection SET name = ?2 WHERE id = ?1", id, trimmed).run();
    scope.commit();
}

void CollectionTable::remove(CollectionId id)
{
    Query(m_catalogue.connection(), "DELETE FROM collection WHERE id = ?1", id).run();
}

std::vector<ClipId> CollectionTable::clips(CollectionId id)
{
    Query query(m_catalogue.connection(),
                "SELECT clip_id FROM collection_clip WHERE collection_id = ?1 ORDER BY position, clip_id", id);
    std::vector<ClipId> clips;
    while (query.step())
        clips.push_back(query.id<ClipId>(0));
    return clips;
}

std::vector<std::string> CollectionTable::namesOf(ClipId clip)
{
    Query query(m_catalogue.connection(),
                "SELECT name FROM collection JOIN collection_clip ON collection_id = id WHERE clip_id = ?1 "
                "ORDER BY name",
                clip);
    std::vector<std::string> names;
    while (query.step())
        names.push_back(query.text(0));
    return names;
}

std::vector<ClipId> CollectionTable::add(CollectionId id, std::span<const ClipId> clips)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    requireThere(connection, id);
    std::vector<ClipId> added;
    append(connection, id, clips, &added);
    scope.commit();
    return added;
}

void CollectionTable::take(CollectionId id, std::span<const ClipId> clips)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    for (const ClipId clip : clips)
        Query(connection, "DELETE FROM collection_clip WHERE collection_id = ?1 AND clip_id = ?2", id, clip).run();
    scope.commit();
}

void CollectionTable::setClips(CollectionId id, std::span<const ClipId> clips)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    requireThere(connection, id);
    Query(connection, "DELETE FROM collection_clip WHERE collection_id = ?1", id).run();
    append(connection, id, clips, nullptr);
    scope.commit();
}

} // namespace prolap::db
