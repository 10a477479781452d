#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/library/organise/edit.h"
#include "core/progress.h"

namespace prolap::library {

struct LabelExportReport {
    Outcome outcome = Outcome::Done;
    std::int64_t clips = 0;
};

/// Writes what users say of clips as a CSV file (UTF-8, RFC 4180), one clip a row:
/// path, tags, rating, favourite, colour, note, caption_1 to caption_4 and who said them (source_1 to source_4),
/// collections and the place in each. Lists stand in one cell, separated by `; `; see core/library/organise/csv_text.h.
/// The file appears whole or not at all. clips: which; empty: every clip, failed ones too.
/// Errors: Error(Permission, DiskFull, NotFound) with the file.
LabelExportReport exportLabels(const Path& catalogue, const Path& file, std::span<const ClipId> clips,
                               std::stop_token stop = {}, const ProgressFn& progress = {});

struct LabelImportOptions {
    bool merge = false; ///< tags, captions and collections join what is there, and empty cells change nothing;
                        ///< otherwise a clip becomes as its row says
};

struct LabelImportReport {
    Outcome outcome = Outcome::Done;
    std::int64_t rows = 0;
    std::int64_t changed = 0;          ///< clips
    std::vector<std::string> unknown;  ///< rows whose clip the library does not have: their paths
    std::vector<std::string> problems; ///< rows that cannot be read, one sentence each with the line
    Edit edit;                         ///< to take it back
};

/// Reads such a file. Columns may be left out or stand in any order; only `path` must be there. A column that is left
/// out changes nothing. Clips are found by their paths. One transaction: all or nothing.
/// Errors: Error(NotFound, Permission) with the file; Error(BadInput) when there is no path column; Error(Corrupt) for
/// a file that is no CSV.
LabelImportReport importLabels(const Path& catalogue, const Path& file, const LabelImportOptions& options = {},
                               std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace prolap::library
