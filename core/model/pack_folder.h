#pragma once

#include <span>
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
    /// Copies the files of a tokenizer of that kind (as the config names it) that lie in another folder.
    void copyTokenizerFiles(const Path& from, std::string_view kind);
    void commit();

private:
    Path m_pack, m_folder;
};

/// Names of the files that a tokenizer of that kind may consist of.
std::span<const char* const> tokenizerFiles(std::string_view kind);

} // namespace prolap::model
