#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/library/folder_scan.h"
#include "core/library/root_plan.h"
#include "db/clip_table.h"

namespace prolap::library {

/// A file that is new at its place or has changed there.
struct FreshFile {
    RootId root;
    FoundFile file;
    Path absolute;
    /// What was known under this name; its hash tells a touched file from a changed one.
    std::optional<db::KnownFile> before;
};

/// What a scan of one root means for the catalogue.
struct FileChanges {
    std::int64_t unchanged = 0;      ///< known by size and time
    std::vector<ClipId> reappeared;  ///< unchanged, but were missing
    std::vector<FreshFile> fresh;    ///< new or changed, by path
    std::vector<db::KnownFile> gone; ///< known, in the part that was scanned, and not there
};

/// known: what the catalogue has of the root, by path bytes.
FileChanges compareFiles(const RootPlan& plan, const ScanResult& scan,
                         const std::unordered_map<std::string, db::KnownFile>& known);

/// Whether a path relative to the root lies in the folder, or is it; everything lies in the empty folder.
bool liesIn(const Path& path, const Path& folder);

} // namespace prolap::library
