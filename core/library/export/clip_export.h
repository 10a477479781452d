#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/ids.h"
#include "core/library/indexer.h"
#include "core/paths.h"
#include "core/progress.h"

namespace prolap::library {

enum class ExportKind {
    Folder, ///< copies of the files
    Zip,    ///< the files, stored as they are
    Csv,    ///< a table of what is known of them
    Json,   ///< the same
    M3u,    ///< a play list (M3U8)
};

/// What happens to a file that is there already under the name.
enum class Existing { Keep, Replace, Number };

struct ExportRequest {
    ExportKind kind = ExportKind::Folder;
    std::vector<ClipId> clips;
    Path target; ///< a folder, or the file to write
    Existing existing = Existing::Number;
};

struct ExportReport {
    Outcome outcome = Outcome::Done;
    std::int64_t written = 0; ///< clips
    std::int64_t kept = 0;    ///< clips, or the one file, that were there already and stay
    Path target;              ///< as written: the folder, or the file under its number
    std::vector<IndexFailure> failures;
};

/// Exports clips of a catalogue. Two of one name get numbers. A file appears under its name only when it is whole, and
/// a file that cannot be read is a failure of its own and stops nothing. Progress counts clips.
/// Errors: those of the catalogue; Error(NotFound, Permission, DiskFull, ReadOnly, Internal) when the target cannot be
/// written. Threads: reentrant.
ExportReport exportClips(const Path& catalogue, const ExportRequest& request, const ProgressFn& progress,
                         const std::stop_token& stop);

} // namespace prolap::library
