#pragma once

#include <functional>
#include <vector>

#include "core/library/file_changes.h"
#include "core/library/indexer.h"
#include "core/library/moved_files.h"
#include "db/catalogue.h"

namespace prolap::library {

struct ListingResult {
    std::int64_t moved = 0;     ///< found under another name; keep their data
    std::int64_t unchanged = 0; ///< only their time had changed
};

/// Called after each transaction, with the number of files done so far and the failures in this transaction.
using ListingStep = std::function<void(std::size_t filesDone, const std::vector<IndexFailure>& failures)>;

/// Brings new and changed files into the catalogue with what their headers say, so that they can be seen before they
/// are listened to. Files that were moved are known by their content. Headers are read by `threads` threads; the
/// caller's writes. Stops between two files.
ListingResult listFiles(db::Catalogue& catalogue, const std::vector<FreshFile>& files, MovedFiles& moved, int threads,
                        RunControl& control, const ListingStep& step);

} // namespace prolap::library
