#pragma once

#include <string>
#include <string_view>

#include "core/paths.h"

namespace prolap::model {

/// Makes a pack folder beside its place and moves it there when complete. Without commit() nothing is left behind.
class PackFolderWriter {
public:
    /// Errors: Error(BadInput) when something that is no pack lies at that place; Error(NotFound, Permission, ReadOnly,
    /// DiskFull) for the folder above it.
    explicit PackFolderWriter(const Path& pack);
    ~PackFolderWriter();
    PackFolderWriter(const PackFolderWriter&) = delete;
    PackFolderWriter& operator=(const PackFolderWriter&) = delete;

    /// The unfinished folder.
    const Path& folder() const { return m_folder; }
    void writeText(const char* name, std::string_view text);
    /// Copies the tokenizer files that lie in another folder.
    void copyTokenizerFiles(const Path& from);
    void commit();

private:
    Path m_pack, m_folder;
};

} // namespace prolap::model
