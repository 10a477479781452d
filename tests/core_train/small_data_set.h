#pragma once

#include <string>

#include "core/paths.h"

namespace prolap::test {

/// Writes a sine of the given pitch as 16-bit WAV at 16 kHz.
void writeTone(const Path& file, double hertz, double seconds);

/// Writes a file of the given content.
void writeText(const Path& file, const std::string& text);

/// Eighteen tones of three pitches with captions of two levels and labels, 12 to train on, 6 to validate on, as
/// folder/manifest.csv. Returns that path.
Path writeToneDataSet(const Path& folder);

/// An encoders pack with a CNN and a BERT of random weights, small enough for tests; its tokenizer knows the words of
/// writeToneDataSet().
void writeSmallEncoders(const Path& pack);

/// A recipe for both, a few epochs long. changes: JSON merged into it.
void writeSmallRecipe(const Path& file, const std::string& changes = "{}");

} // namespace prolap::test
