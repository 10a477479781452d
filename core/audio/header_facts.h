#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/audio/file_source.h"

namespace prolap::audio {

// Facts that headers state and libav does not tell, or not apart from others.

/// Samples a channel of encoder delay and padding in an MP3 file, as its LAME extension of the Xing/Info frame states
/// them; 0 without one.
int mp3PaddingSamples(const FileSource& source);

/// Bytes of samples that a RIFF, RF64 or BW64 wave file's `data` chunk promises; none where it leaves them open (as
/// recorders and pipes do, with 0 or 0xFFFFFFFF) or has no such chunk.
std::optional<std::int64_t> wavDataBytes(const FileSource& source);

/// The description in the `bext` chunk of a broadcast wave file (EBU Tech 3285), as valid UTF-8; empty without one.
std::string bwfDescription(const FileSource& source);

/// That chunk as it is stored, at most 1 MiB of it; empty without one.
std::string bwfChunk(const FileSource& source);

/// Where the Ogg stream starts in a wave file that holds one (as old editors wrote them, codec tags 0x674F to 0x6771),
/// which libav cannot decode as a wave file; 0 in any other file.
std::int64_t oggStreamInWav(const FileSource& source);

} // namespace prolap::audio
