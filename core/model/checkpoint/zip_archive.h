#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cstddef>

namespace prolap::checkpoint {

/// The entries of a ZIP file in memory, as PyTorch writes it: stored, not compressed, not encrypted. Nothing is
/// unpacked and no entry's name is ever used as a path.
class ZipArchive {
public:
    struct Entry {
        std::string name;
        std::span<const std::byte> bytes;
    };

    /// Whether the bytes begin as a ZIP file does.
    static bool startsAs(std::span<const std::byte> file);

    /// file: must outlive the archive; fileName: what messages call it. Checks every entry: stored, inside the file, no
    /// two of one name, none in another's bytes. ZIP64 fields are read.
    /// Errors: Error(Corrupt), Error(Unsupported) for compressed or encrypted entries.
    ZipArchive(std::span<const std::byte> file, const std::string& fileName);

    /// Sorted by name.
    const std::vector<Entry>& entries() const { return m_entries; }
    /// The entry of that name, or nullptr.
    const Entry* find(std::string_view name) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace prolap::checkpoint
