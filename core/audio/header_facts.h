#pragma once

#include <cstdint>
#include <optional>

#include "core/audio/file_source.h"

namespace prolap::audio {

// Two facts that headers state and libav does not tell.

/// Samples a channel of encoder delay and padding in an MP3 file, as its LAME extension of the Xing/Info frame states
/// them; 0 without one.
int mp3PaddingSamples(const FileSource& source);

/// Bytes of samples that a RIFF, RF64 or BW64 wave file's `data` chunk promises; none where it leaves them open (as
/// recorders and pipes do, with 0 or 0xFFFFFFFF) or has no such chunk.
std::optional<std::int64_t> wavDataBytes(const FileSource& source);

} // namespace prolap::audio
