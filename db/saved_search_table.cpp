#include "db/saved_search_table.h"

#include <fmt/format.h>

#include "db/list_name.h"
#include "db/query.h"

namespace prolap::db {

namespace {

SavedSearch searchFrom(const Query& row)
{
    return {row.id<SavedSearchId>(0), row.text(1), row.text(2)};
}

/// Name and query as they are stored.
SavedSearch checked(Connection& connection, const SavedSearch& search)
{
    SavedSearch stored{search.id, requiredListName(search.name, "A saved search"), listName(search.query)};
    if (stored.query.empty())
        throw Error(ErrorKind::BadInput, "There is nothing to save: the query is empty.");
    if (Query(connection, "SELECT 1 FROM saved_search WHERE name = ?1 AND id <> ?2", stored.name, stored.id).step())
        throw Error(ErrorKind::BadInput,
                    fmt::format("There is a saved search \"{}\" already; choose another name.", stored.name));
    return stored;
}

} // namespace

std::vector<SavedSearch> SavedSearchTable::all()
{
    Query query(m_catalogue.connection(), "SELECT id, name, query FROM saved_search ORDER BY name");
    std::vector<SavedSearch> all;
    while (query.step())
        all.push_back(searchFrom(query));
    return all;
}

std::optional<SavedSearch> SavedSearchTable::get(SavedSearchId id)
{
    Query query(m_catalogue.connection(), "SELECT id, name, query FROM saved_search WHERE id = ?1", id);
    return query.step() ? std::optional(searchFrom(query)) : std::nullopt;
}

SavedSearchId SavedSearchTable::create(const std::string& name, const std::string& query)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    const SavedSearch stored = checked(connection, {{}, name, query});
    Query(connection, "INSERT INTO saved_search (name, query, created) VALUES (?1, ?2, ?3)", stored.name, stored.query,
          nowMs())
        .run();
    const SavedSearchId id{connection.database().getLastInsertRowid()};
    scope.commit();
    return id;
}

void SavedSearchTable::restore(const SavedSearch& search)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    const SavedSearch stored = checked(connection, search);
    Query(connection,
          "INSERT INTO saved_search (id, name, query, created) VALUES (?1, ?2, ?3, ?4) "
          "ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query",
          stored.id, stored.name, stored.query, nowMs())
        .run();
    scope.commit();
}

void SavedSearchTable::change(const SavedSearch& search)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    const SavedSearch stored = checked(connection, search);
    const int changed = Query(connection, "UPDATE saved_search SET name = ?2, query = ?3 WHERE id = ?1", stored.id,
                              stored.name, stored.query)
                            .run();
    if (changed == 0)
        throw Error(ErrorKind::NotFound,
                    fmt::format("The saved search is no longer in the library {}.", displayText(connection.file())));
    scope.commit();
}

void SavedSearchTable::remove(SavedSearchId id)
{
    Query(m_catalogue.connection(), "DELETE FROM saved_search WHERE id = ?1", id).run();
}

} // namespace prolap::db
