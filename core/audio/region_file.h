#pragma once

#include <stop_token>

#include "core/paths.h"

namespace prolap::audio {

/// Writes [start, end) of a sound file, in seconds, as a wave file with the source's rate, channels and bit depth (24
/// bits for lossy sources). A broadcast extension chunk is carried over, its time reference moved to the start; its
/// loudness, which is not the part's, is left open. Returns whether it was written: false when stopped, or when the
/// part holds no sample; then no file is left. Errors: those of Decoder and WavWriter. Threads: reentrant.
bool writeRegion(const Path& source, double start, double end, const Path& file, const std::stop_token& stop);

} // namespace prolap::audio
