#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include "core/error.h"
#include "core/paths.h"
#include "db/catalogue.h"

namespace prolap::db {

/// A SQLite connection with its prepared statements and what is known of its file. Private to this folder.
class Connection {
public:
    /// flags: of SQLite. name: file name or URI.
    Connection(const Path& file, const std::string& name, int flags, std::chrono::milliseconds busyTimeout);

    /// The settings that every connection works with. They look into the file, so a damaged one goes without.
    void configure();

    const Path& file() const { return m_file; }
    sqlite3* handle() const { return m_database.getHandle(); }
    SQLite::Database& database() { return m_database; }
    bool inTransaction() const;

    /// Runs a script. Errors: as Error.
    void execute(const char* sql);
    void execute(const std::string& sql) { execute(sql.c_str()); }

    /// Rethrows a SQLiteCpp exception as the Error that it stands for. Damage makes the connection read-only.
    [[noreturn]] void rethrow(const SQLite::Exception& exception);
    /// Writes nothing any more. reason: a sentence with advice.
    void makeReadOnly(const std::string& reason);

    /// A cached statement, free to use; made when it is not there or its twin is in use.
    std::unique_ptr<SQLite::Statement> take(const char* sql);
    void giveBack(const char* sql, std::unique_ptr<SQLite::Statement> statement);

    OpenOutcome outcome = OpenOutcome::Current;
    std::string readOnlyReason;
    Path backup;

private:
    Path m_file;
    SQLite::Database m_database;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> m_statements;
};

/// A write of several statements: a transaction by itself, or a part of the one that is open. Rolled back unless
/// committed.
class WriteScope {
public:
    explicit WriteScope(Connection& connection);
    ~WriteScope();
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;

    void commit();

private:
    Connection& m_connection;
    bool m_nested;
    bool m_open = true;
};

/// Milliseconds since 1970.
std::int64_t nowMs();

} // namespace prolap::db
