#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/paths.h"

namespace prolap::train {

/// The sound files of a folder, and of some of the folders in it, by their names without extension. Reads the
/// folders once; where several files differ in the extension alone, the first by name stands.
class SoundFolder {
public:
    /// below: names of folders in it that are looked into as well, where they are there.
    /// Errors: Error(NotFound, Permission) for the folder.
    SoundFolder(const Path& folder, const std::vector<std::string>& below);

    /// The file of that stem; empty where there is none.
    Path find(const std::string& stem) const;
    const Path& folder() const { return m_folder; }

private:
    Path m_folder;
    std::unordered_map<std::string, Path> m_files;
};

} // namespace prolap::train
