#pragma once

#include <string>
#include <vector>

#include "core/audio/decoder.h"
#include "core/audio/libav.h"

namespace prolap::audio {

/// One entry a channel. Places that the layout names are mixed by ITU-R BS.775 (centre and surrounds at -3 dB, no
/// low-frequency effects) and then scaled so that no side can exceed full scale; ambisonics give their omnidirectional
/// channel; channels without a known place go left and right by turns, each side averaged; one channel goes to both.
std::vector<ChannelGains> stereoMix(const AVChannelLayout& layout, int channels);

/// Short names, as `FL` or, without a known place, `3`.
std::vector<std::string> channelNames(const AVChannelLayout& layout, int channels);

} // namespace prolap::audio
