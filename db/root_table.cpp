#include "db/root_table.h"

#include <fmt/format.h>

#include "db/clip_table.h"
#include "db/query.h"
#include "db/vector_changes.h"

namespace prolap::db {

RootId RootTable::add(const Path& path)
{
    Connection& connection = m_catalogue.connection();
    if (const auto known = find(path))
        return *known;
    WriteScope scope(connection);
    Query insert(connection,
                 "INSERT INTO root (path, added) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET path = path "
                 "RETURNING id",
                 Bytes(path.native()), nowMs());
    insert.step();
    const auto id = insert.id<RootId>(0);
    insert.run();
    scope.commit();
    return id;
}

std::vector<Root> RootTable::all()
{
    Query query(m_catalogue.connection(),
                "SELECT id, path, online, added, "
                "(SELECT count(*) FROM clip WHERE clip.root_id = root.id AND clip.state <> ?1) FROM root ORDER BY path",
                static_cast<int>(ClipState::Failed));
    std::vector<Root> roots;
    while (query.step())
        roots.push_back(
            {query.id<RootId>(0), Path(query.text(1)), query.integer(2) != 0, query.integer(4), query.integer(3)});
    return roots;
}

std::optional<RootId> RootTable::find(const Path& path)
{
    Query query(m_catalogue.connection(), "SELECT id FROM root WHERE path = ?1", Bytes(path.native()));
    return query.step() ? std::optional(query.id<RootId>(0)) : std::nullopt;
}

void RootTable::setOnline(RootId id, bool online)
{
    Query(m_catalogue.connection(), "UPDATE root SET online = ?2 WHERE id = ?1 AND online <> ?2", id, online).run();
}

void RootTable::relocate(RootId id, const Path& path)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    if (const auto other = find(path); other && *other != id)
        throw Error(
            ErrorKind::BadInput,
            fmt::format("The folder {} is already in the library; remove one of the two first.", displayText(path)));
    Query(connection, "UPDATE root SET path = ?2 WHERE id = ?1", id, Bytes(path.native())).run();
    scope.commit();
}

void RootTable::remove(RootId id)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    noteWindowsRemoved(connection);
    Query(connection, "DELETE FROM clip_words WHERE rowid IN (SELECT id FROM clip WHERE root_id = ?1)", id).run();
    Query(connection, "DELETE FROM root WHERE id = ?1", id).run();
    scope.commit();
}

} // namespace prolap::db
