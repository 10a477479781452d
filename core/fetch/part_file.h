#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/fetch/expected_hash.h"
#include "core/paths.h"

namespace prolap::fetch {

/// What a download is a part of, as it was when the download began.
struct PartOrigin {
    std::string url;
    std::string etag;       ///< of the answer that the bytes came with; empty: none
    std::int64_t total = 0; ///< size of the whole; 0: not known
    ExpectedHash hash;      ///< as the server announced it
};

/// A download that is not complete: FILE.part, and FILE.part.json beside it, which says what of. Both outlive the
/// process, and end with finish() or discard(). Errors: those of throwWriteError. One
/// process at a time.
class PartFile {
public:
    /// Opens what is there for `file`; makes nothing yet.
    explicit PartFile(const Path& file);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const Path& path() const { return m_part; }
    std::int64_t size() const { return m_size; }
    /// Nothing while there is no part whose origin is known.
    const std::optional<PartOrigin>& origin() const { return m_origin; }

    /// Begins anew at zero bytes.
    void restart(const PartOrigin& origin);
    /// Appends.
    void write(std::span<const std::byte> bytes);
    /// Brings all bytes to the disk and gives the file its name.
    void finish();
    void discard();

private:
    void open();
    void close();

    Path m_file, m_part, m_note;
    std::optional<PartOrigin> m_origin;
    std::int64_t m_size = 0;
    std::int64_t m_pushed = 0; ///< bytes that the system was asked to bring to the disk
    int m_descriptor = -1;
};

} // namespace prolap::fetch
