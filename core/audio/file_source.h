#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include "core/audio/libav.h"
#include "core/content_hash.h"
#include "core/paths.h"

namespace prolap::audio {

/// A regular file as libav's input. libav never opens a path itself: names that look like URLs, pipes that would
/// block and play lists that name other files cannot lead it elsewhere.
class FileSource {
public:
    /// With hashing, the bytes that libav reads anyway are summed on their way.
    /// Errors: Error(NotFound, Permission, Unsupported, Corrupt when empty, Internal) with the file.
    FileSource(const Path& file, bool hashing);
    ~FileSource();
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    AVIOContext* io() const { return m_io.get(); }
    std::int64_t size() const { return m_size; } ///< bytes, when it was opened

    /// Shows libav only what lies behind this position. Before it reads.
    void beginAt(std::int64_t position) { m_begin = m_position = position; }

    /// Fills the buffer from a position without disturbing libav. Returns the number of bytes.
    std::size_t readAt(std::int64_t position, void* buffer, std::size_t size) const;

    /// Reads what libav skipped and ends the sum; empty when stopped. Only with hashing, once.
    std::string finishHash(std::stop_token stop);

    /// What went wrong with the file while it was read, as a sentence's end ("it grew or shrank ..."); else empty.
    std::string trouble() const;

private:
    static int readPacket(void* self, std::uint8_t* buffer, int size);
    static std::int64_t seek(void* self, std::int64_t offset, int whence);
    void hash(std::int64_t from, const std::uint8_t* bytes, std::size_t count);

    int m_descriptor = -1;
    std::int64_t m_size = 0;
    std::int64_t m_modified = 0; ///< ns
    std::int64_t m_begin = 0;
    std::int64_t m_position = 0; ///< in the file
    std::int64_t m_hashedTo = 0;
    int m_readError = 0; ///< errno
    std::unique_ptr<ContentHash> m_hash;
    LibavPtr<AVIOContext> m_io;
};

} // namespace prolap::audio
