#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::test {

/// A 16-bit mono WAV of 16 kHz, in folders that are made as needed.
void writeWav(const Path& file, const std::vector<float>& samples);

/// A steady tone of a band of BandEmbedder: 0 (100 Hz) to 14 (6.7 kHz), with a little noise by seed, so that no two
/// files are the same.
std::vector<float> tone(std::size_t band, double seconds, unsigned seed = 1, float level = 0.5F);
std::vector<float> hiss(double seconds, unsigned seed = 1);

/// "s7.wav"
std::string numbered(unsigned i);

void writeBytes(const Path& file, const std::string& bytes);
std::string readBytes(const Path& file);

/// Starts a program. Returns its process id; 0 when it cannot be started. (QProcess forks, which ThreadSanitizer does
/// not bear in a program with threads.)
int startProgram(const std::vector<std::string>& arguments);
/// Waits for its end. Returns the exit code, or minus the signal that ended it.
int waitForProgram(int process);

/// Runs the ffmpeg command line; false when it is not there or fails.
bool ffmpeg(const std::vector<std::string>& arguments);

} // namespace prolap::test
