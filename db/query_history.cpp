#include "db/query_history.h"

#include "db/list_name.h"
#include "db/query.h"

namespace prolap::db {

void QueryHistory::add(const std::string& query)
{
    const std::string asked = listName(query);
    if (asked.empty())
        return;
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    // Later than all others, even within one millisecond or after the clock was set back.
    Query(connection,
          "INSERT INTO query_history (query, used) "
          "VALUES (?1, max(?2, (SELECT coalesce(max(used), 0) + 1 FROM query_history))) "
          "ON CONFLICT (query) DO UPDATE SET used = excluded.used, times = times + 1",
          asked, nowMs())
        .run();
    Query(
        connection,
        "DELETE FROM query_history WHERE used < (SELECT used FROM query_history ORDER BY used DESC LIMIT 1 OFFSET ?1)",
        kKept - 1)
        .run();
    scope.commit();
}

std::vector<std::string> QueryHistory::latest(std::size_t limit)
{
    Query query(m_catalogue.connection(), "SELECT query FROM query_history ORDER BY used DESC LIMIT ?1",
                static_cast<std::int64_t>(limit));
    std::vector<std::string> queries;
    while (query.step())
        queries.push_back(query.text(0));
    return queries;
}

void QueryHistory::remove(const std::string& query)
{
    Query(m_catalogue.connection(), "DELETE FROM query_history WHERE query = ?1", query).run();
}

void QueryHistory::clear()
{
    Query(m_catalogue.connection(), "DELETE FROM query_history").run();
}

} // namespace prolap::db
