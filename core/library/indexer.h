#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/model/embedder.h"
#include "core/paths.h"
#include "core/run_control.h"

namespace prolap::library {

struct IndexOptions {
    std::vector<Path> folders; ///< roots to add and index; empty: every root that the catalogue has
    int decodeThreads = 0;     ///< 0: one a core
    int batchWindows = 8;      ///< windows a model call
};

/// A file that could not be indexed, and why, in one sentence. The run goes on.
struct IndexFailure {
    Path path;
    std::string reason;
};

struct IndexProgress {
    enum class Stage { Scanning, Listening, Finishing };
    Stage stage = Stage::Scanning;
    std::int64_t filesDone = 0;
    std::int64_t filesTotal = 0; ///< 0 while scanning
    double audioSeconds = 0;     ///< of sound listened to in this run
    double rate = 0;             ///< seconds of sound a second, over the last half minute
    double etaSeconds = -1;      ///< negative while it is not known
    Path current;
};

struct IndexReport {
    Outcome outcome = Outcome::Done;
    std::int64_t indexed = 0;   ///< listened to in this run
    std::int64_t unchanged = 0; ///< known by size and time
    std::int64_t moved = 0;     ///< found under another name by content; keeps its data
    std::int64_t missing = 0;   ///< in the catalogue, no longer in an online folder
    std::int64_t failed = 0;
    std::int64_t windows = 0; ///< embedded in this run
    double audioSeconds = 0;
    double seconds = 0;
    std::vector<IndexFailure> failures;
};

/// Called from the indexing threads, one at a time.
struct IndexCallbacks {
    std::function<void(const IndexProgress&)> progress;
    std::function<void(const IndexFailure&)> failure;
    /// New clips or vectors were committed: what reads the catalogue may look again. At most twice a second.
    std::function<void()> changed;
};

/// scan -> probe -> decode and resample -> bounded queue -> batched model -> one writer. Files appear in the catalogue
/// once their header is read; vectors follow. Transactions hold at most one second of work, so that a kill at any
/// moment loses at most one. Running it again goes on where it stopped.
/// Errors: those of the catalogue (read-only, disk full, busy) and of folders that cannot be read, once for each.
/// Threads: one run per catalogue at a time, also across processes (Error(Busy)).
IndexReport indexFolders(const Path& catalogue, const model::Embedder& embedder, const IndexOptions& options,
                         RunControl& control, const IndexCallbacks& callbacks);

} // namespace prolap::library
