#include "db/catalogue.h"

#include <cassert>

#include <sqlite3.h>

#include "db/connection.h"
#include "db/open.h"
#include "db/query.h"

namespace prolap::db {

Catalogue::Catalogue(const Path& file, const OpenOptions& options) : m_connection(openConnection(file, options)) {}

Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

const Path& Catalogue::file() const
{
    return m_connection->file();
}

OpenOutcome Catalogue::outcome() const
{
    return m_connection->outcome;
}

const std::string& Catalogue::readOnlyReason() const
{
    return m_connection->readOnlyReason;
}

const Path& Catalogue::backup() const
{
    return m_connection->backup;
}

int Catalogue::schemaVersion() const
{
    Query query(*m_connection, "PRAGMA user_version");
    query.step();
    return static_cast<int>(query.integer(0));
}

std::string Catalogue::uuid()
{
    Query query(*m_connection, "SELECT uuid FROM catalogue");
    return query.step() ? query.text(0) : std::string();
}

std::int64_t Catalogue::dataVersion()
{
    Query query(*m_connection, "PRAGMA data_version");
    query.step();
    return query.integer(0);
}

void Catalogue::checkpoint()
{
    m_connection->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

void Catalogue::compact()
{
    m_connection->execute("VACUUM");
    checkpoint();
}

Transaction::Transaction(Catalogue& catalogue) : m_connection(catalogue.connection())
{
    assert(!m_connection.inTransaction());
    m_connection.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself already (disk full, input/output error).
    if (m_open && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_connection.execute("COMMIT");
    m_open = false;
}

Snapshot::Snapshot(Catalogue& catalogue) : m_connection(catalogue.connection())
{
    assert(!m_connection.inTransaction());
    m_connection.execute("BEGIN");
    // A transaction begins to see at its first read.
    m_connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1");
}

Snapshot::~Snapshot()
{
    sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace prolap::db
