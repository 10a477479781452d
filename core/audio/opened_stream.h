#pragma once

#include "core/audio/file_source.h"
#include "core/audio/probe.h"

namespace prolap::audio {

/// A file whose header was read, and its first audio stream that can be decoded.
struct OpenedStream {
    FileSource source; // before the demuxer, which reads through it until it is closed
    LibavPtr<AVFormatContext> demuxer;
    AVStream* stream = nullptr;
    const AVCodec* codec = nullptr;

    /// Errors: as probe().
    OpenedStream(const Path& file, bool hashing);
};

inline constexpr int kMaxChannels = 64;
inline constexpr int kMinSampleRate = 100;       ///< Hz; slower ones come from damaged headers only
inline constexpr int kMaxSampleRate = 6'144'000; ///< Hz; twice the fastest DSD and ultrasound recorders

} // namespace prolap::audio
