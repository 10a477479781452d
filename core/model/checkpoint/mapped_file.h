#pragma once

#include <cstddef>
#include <span>

#include "core/paths.h"

namespace prolap::checkpoint {

/// A file's bytes, read-only in memory. The file must not shrink while it is mapped: the system then ends a program
/// that reads the lost part.
class MappedFile {
public:
    /// Errors: Error(NotFound, Permission, BadInput when it is no regular file, Internal) with the file.
    explicit MappedFile(const Path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    std::span<const std::byte> m_bytes;
};

} // namespace prolap::checkpoint
