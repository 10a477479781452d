#pragma once

#include <span>
#include <vector>

#include "core/audio/libav.h"

namespace prolap::audio {

/// Appends a decoded frame, whatever its sample format, as interleaved floats of nominal range +-1. NaN and infinities
/// become 0; what lies beyond +-kLargestSample (only damage does) becomes that. A frame with another number of
/// channels than wanted gives the mean of its channels in each.
/// Returns false for a sample format that holds no PCM samples.
bool appendInterleaved(const AVFrame& frame, int channels, std::vector<float>& out);

inline constexpr float kLargestSample = 1e6F; ///< 120 dB over full scale

/// Writes the mean of the channels: interleaved [frames x channels] -> mono [frames].
void mixToMono(std::span<const float> interleaved, int channels, std::vector<float>& mono);

} // namespace prolap::audio
