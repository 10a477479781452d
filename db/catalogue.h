#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>

#include "core/paths.h"
#include "db/migrations.h"

namespace prolap::db {

class Connection;

/// How a catalogue was found. What cannot be opened at all is an Error instead (see Catalogue).
enum class OpenOutcome {
    Created,  ///< it was not there; a new, empty one was made
    Current,  ///< of this program's version
    Migrated, ///< was older; brought up to date after a backup was made beside it
    ReadOnly, ///< fine, but this user may not write to the file or its folder
    Corrupt,  ///< damaged: opened for reading only, so that what can be read is
};

enum class OpenMode {
    Write, ///< creates a missing catalogue (and its folder), migrates an old one
    Read,  ///< changes nothing; a missing one is Error(NotFound), an old one Error(Incompatible)
};

struct OpenOptions {
    OpenMode mode = OpenMode::Write;
    std::chrono::milliseconds busyTimeout{5000}; ///< how long to wait for another writer before Error(Busy)
    std::span<const Migration> migrations = builtInMigrations();
};

/// A connection to one SQLite catalogue. The tables are reached by the small classes that take it:
///
///     db::Catalogue catalogue("library.db");
///     db::Transaction transaction(catalogue);
///     const RootId root = db::RootTable(catalogue).add("/sounds");
///     const ClipId clip = db::ClipTable(catalogue).list({root, "DoorSlam_03.wav", size, mtimeNs});
///     transaction.commit();
///
/// Errors of every call on a table: Error(Busy) when another process writes for longer than the time-out,
/// Error(ReadOnly, DiskFull, Permission, Corrupt), each with a sentence naming the file and what to do. Once damage is
/// met, this connection writes no more.
/// Threads: a connection belongs to one thread; open one in each. Readers never wait for the writer.
class Catalogue {
public:
    /// Errors: Error(Incompatible) for a newer version (the file is left as it is), Error(BadInput) for a file that is
    /// no catalogue, Error(Busy) when it stays locked, Error(NotFound, Permission, DiskFull).
    explicit Catalogue(const Path& file, const OpenOptions& options = {});
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    const Path& file() const;
    OpenOutcome outcome() const;
    /// Why nothing can be written, with advice; empty when it can.
    const std::string& readOnlyReason() const;
    bool writable() const { return readOnlyReason().empty(); }
    /// The copy made before migrating; empty when there was none.
    const Path& backup() const;

    int schemaVersion() const;
    /// Random, made with the catalogue: tells caches which catalogue they belong to.
    std::string uuid();

    /// A number that changes whenever another connection has committed; cheap (no disk access beyond the WAL index).
    std::int64_t dataVersion();

    /// Moves what the WAL holds into the file and shortens the WAL, as far as no reader is in the way.
    void checkpoint();

    /// Gives the room of what was deleted back to the disk. Writes the whole file anew, so it takes as much room again
    /// meanwhile. Errors: Error(Busy) while another connection reads or writes; Error(DiskFull, ReadOnly).
    void compact();

    /// For the table classes of this folder.
    Connection& connection() { return *m_connection; }

private:
    std::unique_ptr<Connection> m_connection;
};

/// All writes between construction and commit() take place together or, without commit(), not at all. Takes the write
/// lock at once. Not nested. A table's own call outside of a transaction is one by itself.
/// Errors: Error(Busy, ReadOnly).
class Transaction {
public:
    explicit Transaction(Catalogue& catalogue);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

/// All reads between construction and destruction see one state of the catalogue, whatever others commit. Nothing is
/// written meanwhile.
class Snapshot {
public:
    explicit Snapshot(Catalogue& catalogue);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& m_connection;
};

} // namespace prolap::db
