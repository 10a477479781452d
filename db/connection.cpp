#include "db/connection.h"

#include <sqlite3.h>

#include "db/clip_ucs.h"
#include "db/folder_function.h"
#include "db/fts.h"
#include "db/sqlite_error.h"

namespace prolap::db {

namespace {

/// The system's error behind SQLite's: the connection's own, or what its file or its WAL met last.
int systemErrorOf(sqlite3* handle)
{
    int error = sqlite3_system_errno(handle);
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        sqlite3_file* file = nullptr;
        if (error == 0 && sqlite3_file_control(handle, "main", which, &file) == SQLITE_OK && file && file->pMethods)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error;
}

SQLite::Database openDatabase(const Path& file, const std::string& name, int flags, int busyTimeoutMs)
{
    try {
        return SQLite::Database(name, flags, busyTimeoutMs);
    } catch (const SQLite::Exception& exception) {
        throw sqliteError(exception.getExtendedErrorCode(), errno, exception.what(), file, {});
    }
}

} // namespace

Connection::Connection(const Path& file, const std::string& name, int flags, std::chrono::milliseconds busyTimeout)
    : m_file(file), m_database(openDatabase(file, name, flags, static_cast<int>(busyTimeout.count())))
{
    registerWordFunctions(handle());
    registerUcsFunction(handle());
    registerFolderFunction(handle());
}

void Connection::configure()
{
    // Libraries come from other people too: nothing in a schema may call what is not harmless.
    execute("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;"
            "PRAGMA secure_delete = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;"
            "PRAGMA journal_size_limit = 67108864;");
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

void Connection::execute(const char* sql)
{
    try {
        m_database.exec(sql);
    } catch (const SQLite::Exception& exception) {
        rethrow(exception);
    }
}

void Connection::rethrow(const SQLite::Exception& exception)
{
    const Error error = sqliteError(exception.getExtendedErrorCode(), systemErrorOf(handle()), exception.what(), m_file,
                                    readOnlyReason);
    if (error.kind() == ErrorKind::Corrupt)
        makeReadOnly(error.what());
    // In a damaged catalogue a table that cannot be found is damage as well.
    if (error.kind() == ErrorKind::Internal && outcome == OpenOutcome::Corrupt)
        throw Error(ErrorKind::Corrupt, readOnlyReason);
    throw error;
}

void Connection::makeReadOnly(const std::string& reason)
{
    if (readOnlyReason.empty())
        readOnlyReason = reason;
    sqlite3_exec(handle(), "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
}

std::unique_ptr<SQLite::Statement> Connection::take(const char* sql)
{
    if (const auto found = m_statements.find(std::string_view(sql)); found != m_statements.end() && found->second)
        return std::move(found->second);
    try {
        return std::make_unique<SQLite::Statement>(m_database, sql);
    } catch (const SQLite::Exception& exception) {
        rethrow(exception);
    }
}

void Connection::giveBack(const char* sql, std::unique_ptr<SQLite::Statement> statement)
{
    statement->tryReset();
    m_statements.insert_or_assign(sql, std::move(statement));
}

WriteScope::WriteScope(Connection& connection) : m_connection(connection), m_nested(connection.inTransaction())
{
    m_connection.execute(m_nested ? "SAVEPOINT scope" : "BEGIN IMMEDIATE");
}

WriteScope::~WriteScope()
{
    // SQLite may have rolled back by itself already (disk full, input/output error).
    if (m_open && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), m_nested ? "ROLLBACK TO scope; RELEASE scope" : "ROLLBACK", nullptr,
                     nullptr, nullptr);
}

void WriteScope::commit()
{
    m_connection.execute(m_nested ? "RELEASE scope" : "COMMIT");
    m_open = false;
}

std::int64_t nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace prolap::db
