#pragma once

#include <vector>

#include <QString>

#include "core/paths.h"

namespace prolap::test {

/// Noise that is louder, then softer: nothing in it repeats, so that it can be found again in a recording.
std::vector<float> noise(int seed, double seconds, int sampleRate);
std::vector<float> tone(double hertz, double seconds, int sampleRate);

/// A mono wav file of 16 bits.
void writeWav(const Path& file, const std::vector<float>& samples, int sampleRate);

/// Encodes a wav by the ffmpeg program into whatever the new name's ending says.
void encode(const Path& wav, const Path& file);

} // namespace prolap::test
