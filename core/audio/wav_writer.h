#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::audio {

/// How samples are stored in a wave file.
struct WavFormat {
    int sampleRate = 44100;
    int channels = 1;
    int bits = 16;                 ///< 8, 16, 24 or 32
    bool floatSamples = false;     ///< then bits is 32
    std::uint32_t channelMask = 0; ///< which places; 0: not stated
    std::string bext;              ///< contents of a broadcast extension chunk (EBU Tech 3285); empty: none
};

/// Writes a wave file that appears under its name only when it is whole; a large one becomes RF64 (EBU Tech 3306).
/// Integers are exact for sources of up to 24 bits. Threads: one at a time.
class WavWriter {
public:
    /// Errors: Error(NotFound, Permission, DiskFull, ReadOnly, Internal), here and later, with the file.
    WavWriter(const Path& file, const WavFormat& format);
    /// Takes away what finish() did not complete.
    ~WavWriter();
    WavWriter(const WavWriter&) = delete;
    WavWriter& operator=(const WavWriter&) = delete;

    void write(std::span<const float> interleaved);
    void finish();

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    void put(const void* bytes, std::size_t size);
    void writeHeader();
    [[noreturn]] void fail() const;

    const Path m_file, m_part;
    const WavFormat m_format;
    std::unique_ptr<std::FILE, Close> m_stream;
    std::uint64_t m_dataBytes = 0;
    std::vector<unsigned char> m_bytes;
};

} // namespace prolap::audio
