#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/paths.h"

namespace prolap::audio {

/// What the header of a file says, without decoding it.
struct AudioInfo {
    double durationSeconds = 0; ///< encoder delay and padding taken off where the file states them; 0 if unknown
    int sampleRate = 0;         ///< Hz
    int channels = 0;
    int bitDepth = 0; ///< bits per sample as stored; 0 for lossy codecs
    bool floatSamples = false;
    std::string codec;                                     ///< FFmpeg's name: `pcm_s24le`, `flac`, `vorbis`
    std::string container;                                 ///< short, to show: `wav`, `flac`, `ogg`, `mp4`
    std::vector<std::pair<std::string, std::string>> tags; ///< as stored, valid UTF-8, lower-case keys
    std::string bwfDescription;                            ///< of the `bext` chunk, empty if none
};

/// Reads the header of an audio file, or of the first audio stream of a video.
/// Only regular files are read: a pipe or a folder is Unsupported, and so is a video without audio.
/// Errors: Error(NotFound, Permission, Unsupported, Corrupt, Internal) with the file and the reason. Threads:
/// reentrant.
AudioInfo probe(const Path& file);

} // namespace prolap::audio
