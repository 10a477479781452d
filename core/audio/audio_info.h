#pragma once

#include "core/audio/opened_stream.h"

namespace prolap::audio {

/// What the header of an opened file says.
AudioInfo describe(const OpenedStream& opened);

/// The length in seconds that the header promises for the audio alone, whether the file holds it or not; 0 where it
/// promises none (guesses by bit rate are no promise).
double promisedSeconds(const OpenedStream& opened);

bool isOggVorbis(const OpenedStream& opened);

/// Whether that length is exact to the sample while the last packets decode to more (MP4 edit lists, Vorbis granules).
bool promisesExactEnd(const OpenedStream& opened);

} // namespace prolap::audio
