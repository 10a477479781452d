#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/paths.h"

namespace prolap {

/// Writes a file beside its place and moves it there when whole, so that a reader, a full disk or a pulled plug finds
/// the old file or the new one and nothing between. Without commit() nothing is left behind.
///
///     AtomicFile out(path);
///     out.write(bytes);
///     out.commit();
class AtomicFile {
public:
    /// What a commit waits for.
    enum class Safety {
        Disk, ///< the bytes and the name are on the disk
        Name  ///< the name shows the new file: of what can be made again a pulled plug may leave an empty one
    };

    /// Errors, here and below: those of throwWriteError(), with the file.
    explicit AtomicFile(const Path& file, Safety safety = Safety::Disk);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    /// Gives the file its name.
    void commit();

private:
    void flush();
    void put(std::span<const std::byte> bytes);
    [[noreturn]] void fail(int code) const;

    Path m_file;
    Safety m_safety;
    std::string m_temporary;
    std::string m_buffer; ///< small writes, not in the file yet
    int m_descriptor = -1;
};

} // namespace prolap
