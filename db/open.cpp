#include "db/open.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "db/query.h"

namespace prolap::db {

namespace {

/// PRAGMA application_id of a catalogue: "PrLP".
constexpr std::int64_t kApplicationId = 0x50724c50;

/// Up to this size a whole quick_check is done at each opening (some milliseconds); larger files are looked into.
constexpr std::int64_t kQuickCheckBytes = 4 << 20;

constexpr std::string_view kMagic("SQLite format 3\0", 16);

bool mayWrite(const Path& path)
{
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

Path folderOf(const Path& file)
{
    return file.has_parent_path() ? file.parent_path() : Path(".");
}

/// Why this user cannot write to the catalogue; empty when he can.
std::string whyReadOnly(const Path& file)
{
    const Path folder = folderOf(file);
    for (const Path& place : {file, folder}) {
        if (mayWrite(place))
            continue;
        const bool disk = errno == EROFS;
        return fmt::format("The library {} can only be read: {}. {}", displayText(file),
                           disk ? std::string("its disk is mounted read-only")
                                : fmt::format("you may not write to {}",
                                              place == file ? std::string("the file") : displayText(folder)),
                           disk ? "Mount the disk for writing or copy the library to another one."
                                : "Change the permissions or copy the library to a folder of your own.");
    }
    return {};
}

/// A file: URI of SQLite, in which ?, # and % of the name are escaped.
std::string uriOf(const Path& file, const char* parameters)
{
    const Path absolute = std::filesystem::absolute(file);
    std::string uri = "file:";
    for (const char c : absolute.native()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x21 || byte > 0x7e || std::strchr("?#%", c))
            uri += fmt::format("%{:02X}", byte);
        else
            uri += c;
    }
    return uri + parameters;
}

std::int64_t pragma(Connection& connection, const char* sql)
{
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

std::unique_ptr<Connection> connectReadOnly(const Path& file, const OpenOptions& options, const char* parameters)
{
    auto connection = std::make_unique<Connection>(file, uriOf(file, parameters),
                                                   SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, options.busyTimeout);
    // Closing must leave the file's bytes as they are.
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

std::unique_ptr<Connection> connectWritable(const Path& file, const OpenOptions& options, int moreFlags)
{
    return std::make_unique<Connection>(file, file.native(), SQLITE_OPEN_READWRITE | moreFlags, options.busyTimeout);
}

/// The connection for the first look, which does not write, so that a damaged, foreign or newer file stays as it is.
/// writable: whether this user may write to the file and its folder.
std::unique_ptr<Connection> connectToLook(const Path& file, const OpenOptions& options, bool writable)
{
    auto connection = connectReadOnly(file, options, "?mode=ro");
    try {
        pragma(*connection, "SELECT 1 FROM sqlite_schema LIMIT 1");
    } catch (const Error& error) {
        switch (error.kind()) {
        case ErrorKind::NotFound:
        case ErrorKind::Permission:
        case ErrorKind::ReadOnly:
            // What a killed first start left has to be rolled back by somebody who may write. In a folder where no
            // -shm file can be made, a WAL catalogue opens only as one that nobody writes.
            return writable ? connectWritable(file, options, 0)
                            : connectReadOnly(file, options, "?mode=ro&immutable=1");
        default: // damaged or busy: judged by the caller, who meets it again
            break;
        }
    }
    return connection;
}

[[noreturn]] void throwForeign(const Path& file)
{
    throw Error(
        ErrorKind::BadInput,
        fmt::format("{} is not a ProLAP library. It was left as it is; choose another file.", displayText(file)));
}

/// Whether the file begins as SQLite files do. Errors: Error(BadInput, Permission, NotFound).
/// The first bytes of a file, read through SQLite. To open and close it by other means would take away the locks that
/// this process's other connections hold on it (POSIX drops them all with the first descriptor that is closed); another
/// process would then believe that nobody uses the library and remove its write-ahead log.
std::string startOf(const Path& file)
{
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    std::vector<std::max_align_t> room(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    auto* handle = reinterpret_cast<sqlite3_file*>(room.data());
    const auto name = sqlite3_create_filename(file.c_str(), "", "", 0, nullptr);
    std::string start(kMagic.size(), '\0');
    int flags = 0;
    const int opened =
        name ? vfs->xOpen(vfs, name, handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) : SQLITE_NOMEM;
    if (opened == SQLITE_OK)
        handle->pMethods->xRead(handle, start.data(), static_cast<int>(start.size()), 0); // zeros where it is shorter
    if (handle->pMethods)
        handle->pMethods->xClose(handle);
    sqlite3_free_filename(name);
    if (opened != SQLITE_OK)
        throw Error(ErrorKind::Permission,
                    fmt::format("You may not read the library {}. Check its permissions.", displayText(file)));
    return start;
}

bool isEmptyFile(const Path& file)
{
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        throw Error(errno == ENOENT || errno == ENOTDIR ? ErrorKind::NotFound : ErrorKind::Permission,
                    fmt::format("The library {} cannot be reached: {}.", displayText(file), std::strerror(errno)));
    if (S_ISDIR(status.st_mode))
        throw Error(ErrorKind::BadInput, fmt::format("{} is a folder; a library is one file in it, such as {}.",
                                                     displayText(file), displayText(file / "library.db")));
    if (status.st_size == 0)
        return true;
    if (startOf(file) != kMagic)
        throwForeign(file);
    return false;
}

/// Errors: Error(Corrupt) when a short look shows damage.
void look(Connection& connection)
{
    const auto damaged = [&](const std::string& what) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("The library {} is damaged ({}).", displayText(connection.file()), what));
    };
    const std::int64_t bytes = pragma(connection, "PRAGMA page_count") * pragma(connection, "PRAGMA page_size");
    std::error_code ignored;
    const auto walBytes = std::filesystem::file_size(Path(connection.file()) += "-wal", ignored);
    const auto fileBytes = static_cast<std::int64_t>(std::filesystem::file_size(connection.file()));
    if ((ignored || walBytes == 0) && fileBytes < bytes)
        damaged(fmt::format("{} of {} bytes are there", fileBytes, bytes));
    if (bytes <= kQuickCheckBytes) {
        Query check(connection, "PRAGMA quick_check(1)");
        if (check.step() && check.text(0) != "ok")
            damaged(check.text(0));
        return;
    }
    std::vector<std::string> tables;
    {
        Query names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        while (names.step())
            tables.push_back(names.text(0));
    }
    for (const std::string& table : tables) {
        std::string quoted;
        for (const char c : table)
            quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        const std::string sql = "SELECT * FROM \"" + quoted + "\" LIMIT 1";
        Query(connection, sql.c_str()).run();
    }
}

std::int64_t versionOf(Connection& connection)
{
    return pragma(connection, "PRAGMA user_version");
}

/// A database in which nothing has been made yet: what an interrupted first start leaves.
bool isBlank(Connection& connection)
{
    return pragma(connection, "PRAGMA application_id") == 0 && versionOf(connection) == 0 &&
           pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0;
}

void makeBackup(Connection& connection, std::int64_t version)
{
    const Path target = Path(connection.file()) += fmt::format(".v{}.bak", version);
    // Of this connection alone: several threads and processes may open the same old library at once.
    static std::atomic<int> copies = 0;
    const Path part = Path(target) += fmt::format(".{}-{}.part", ::getpid(), ++copies);
    std::error_code ignored;
    bool old = true;
    try {
        {
            SQLite::Database copy(part.native(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
            SQLite::Backup backup(copy, connection.database());
            while (backup.executeStep(1000) != SQLITE_DONE)
                ;
            copy.exec("PRAGMA journal_mode = DELETE"); // one file, that opens anywhere
            old = copy.execAndGet("PRAGMA user_version").getInt64() == version;
        }
        if (!old) { // brought up to date meanwhile by somebody else, who has made the backup
            std::filesystem::remove(part, ignored);
            return;
        }
        std::filesystem::rename(part, target);
    } catch (const std::exception& exception) {
        std::filesystem::remove(part, ignored);
        throw Error(ErrorKind::DiskFull,
                    fmt::format("The library {} has to be brought up to date, but no backup of it could be written to "
                                "{}: {}. The library was left as it is.",
                                displayText(connection.file()), displayText(target), exception.what()));
    }
    connection.backup = target;
}

/// WAL is refused for a moment while another process opens the same new file.
void useWriteAheadLog(Connection& connection, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        try {
            connection.execute("PRAGMA journal_mode = WAL");
            return;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Busy || std::chrono::steady_clock::now() >= until)
                throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

/// Takes every step that is still to be taken, each in a transaction of its own with its version.
void migrate(Connection& connection, const OpenOptions& options)
{
    for (const Migration& step : options.migrations) {
        // Another process may be doing the same; what counts is the version under the write lock.
        WriteScope scope(connection);
        if (versionOf(connection) >= step.version)
            continue;
        try {
            connection.execute(std::string(step.sql));
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Internal)
                throw;
            throw Error(ErrorKind::Internal,
                        fmt::format("Bringing the library {} to version {} failed and was undone: {}{}",
                                    displayText(connection.file()), step.version, error.what(),
                                    connection.backup.empty() ? std::string()
                                                              : fmt::format(" A copy from before is in {}.",
                                                                            displayText(connection.backup))));
        }
        connection.execute(
            fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}", step.version, kApplicationId));
        scope.commit();
    }
}

std::unique_ptr<Connection> create(const Path& file, const OpenOptions& options)
{
    std::error_code code;
    std::filesystem::create_directories(folderOf(file), code);
    if (code || !mayWrite(folderOf(file)))
        throw Error(errno == EROFS ? ErrorKind::ReadOnly : ErrorKind::Permission,
                    fmt::format("No library can be made in {}: {}. Choose another folder.", displayText(folderOf(file)),
                                code ? code.message() : std::string(std::strerror(errno))));
    auto connection = connectWritable(file, options, SQLITE_OPEN_CREATE);
    connection->configure();
    // Rows with vectors are 2 to 4 KB: larger pages than the usual 4 KB spare most of them an overflow page.
    connection->execute("PRAGMA page_size = 16384");
    useWriteAheadLog(*connection, options.busyTimeout);
    migrate(*connection, options);
    connection->outcome = OpenOutcome::Created;
    return connection;
}

} // namespace

std::unique_ptr<Connection> openConnection(const Path& file, const OpenOptions& options)
{
    const bool write = options.mode == OpenMode::Write;
    try {
        if (isEmptyFile(file)) {
            if (write)
                return create(file, options);
            throwForeign(file);
        }
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::NotFound && write)
            return create(file, options);
        throw;
    }

    const std::string why = whyReadOnly(file);
    auto connection = connectToLook(file, options, write && why.empty());
    const std::int64_t current = options.migrations.empty() ? 0 : options.migrations.back().version;
    std::int64_t version = 0;
    bool blank = false;
    try {
        blank = isBlank(*connection);
        if (!blank && pragma(*connection, "PRAGMA application_id") != kApplicationId)
            throwForeign(file);
        version = versionOf(*connection);
        if (!blank)
            look(*connection);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Corrupt)
            throw;
        const std::string found = error.what();
        connection->outcome = OpenOutcome::Corrupt;
        connection->readOnlyReason =
            fmt::format("The library {} is damaged, so it is only read. Nothing in it was changed. Run `prolap library "
                        "check` to see "
                        "what is wrong; restore a backup of the file, or index your folders into a new library.",
                        displayText(file));
        connection->makeReadOnly(connection->readOnlyReason);
        return connection;
    }
    if (version > current)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("The library {} was written by a newer version of ProLAP Explorer (its format is {}, "
                                "this program knows {}). It was left as it is; update this program to open it.",
                                displayText(file), version, current));
    if (!write || !why.empty()) {
        if (blank)
            throwForeign(file);
        if (version < current)
            throw Error(ErrorKind::Incompatible,
                        fmt::format("The library {} is of an older format ({}, this program uses {}) and can only be "
                                    "brought up to date where it can be written.{}{}",
                                    displayText(file), version, current, why.empty() ? "" : " ", why));
        connection->configure();
        connection->outcome = why.empty() ? OpenOutcome::Current : OpenOutcome::ReadOnly;
        connection->makeReadOnly(
            why.empty() ? fmt::format("The library {} was opened for reading only.", displayText(file)) : why);
        return connection;
    }
    connection.reset();
    if (blank)
        return create(file, options);
    connection = connectWritable(file, options, 0);
    connection->configure();
    if (version < current) {
        makeBackup(*connection, version);
        migrate(*connection, options);
        connection->outcome = OpenOutcome::Migrated;
    }
    return connection;
}

} // namespace prolap::db
