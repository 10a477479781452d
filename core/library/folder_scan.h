#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/library/indexer.h"
#include "core/paths.h"
#include "core/run_control.h"

namespace prolap::library {

struct FoundFile {
    Path path; ///< relative to the root, in bytes
    std::int64_t size = 0;
    std::int64_t mtimeNs = 0; ///< since 1970
};

struct ScanRequest {
    Path root;            ///< absolute
    Path below;           ///< relative to the root: only what lies in there; empty: everything
    std::set<Path> apart; ///< absolute folders that are roots of their own: left out
};

struct ScanResult {
    bool reachable = true; ///< false: the folder to scan is not there
    bool empty = true;     ///< nothing lies in the folder, not even other files
    bool stopped = false;
    std::vector<FoundFile> files; ///< by path
    std::vector<Path> unreadable; ///< folders relative to the root: what was known in there may still be there
    std::vector<IndexFailure> failures;
};

/// Finds the sound files of a folder and those below it. Hidden files and folders (a leading dot) are left out.
/// Symbolic links are followed, each folder is entered once, so that loops end. onFound is called with the number found
/// so far.
ScanResult scanFolder(const ScanRequest& request, RunControl& control, const std::function<void(std::size_t)>& onFound);

/// Size and time of a file as a scan sees them; none when it is not there.
std::optional<FoundFile> statFile(const Path& absolute, const Path& relative);

} // namespace prolap::library
