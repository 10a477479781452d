#pragma once

#include <vector>

#include "core/ids.h"
#include "core/library/folder_scan.h"
#include "db/root_table.h"

namespace prolap::library {

/// One root to scan in this run, or a part of it.
struct RootPlan {
    RootId root;
    ScanRequest scan;
};

/// Which roots a run scans. A folder that is not in the library yet becomes a root; one inside a root is scanned as
/// that root's part; a root inside a folder keeps its own files. So no file is in the library twice.
/// folders: as the user gave them; empty: every root.
/// Errors: Error(NotFound, BadInput) for a folder that is neither there nor in the library, before anything is added.
std::vector<RootPlan> planRoots(db::RootTable& roots, const std::vector<Path>& folders);

} // namespace prolap::library
