#pragma once

#include <span>
#include <string_view>

#include "core/paths.h"

namespace prolap::checkpoint {

/// Writes a file beside its place and moves it there when whole, so that a reader, a full disk or a pulled plug finds
/// the old file or the new one and nothing between. Without commit() nothing is left behind.
///
///     AtomicFile out(path);
///     out.write(bytes);
///     out.commit();
class AtomicFile {
public:
    /// Errors, here and below: Error(NotFound for the folder, Permission, DiskFull, ReadOnly, Internal) with the file.
    explicit AtomicFile(const Path& file);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    /// Brings the bytes to the disk and gives the file its name.
    void commit();

private:
    [[noreturn]] void fail(int code) const;

    Path m_file;
    std::string m_temporary;
    int m_descriptor = -1;
};

} // namespace prolap::checkpoint
