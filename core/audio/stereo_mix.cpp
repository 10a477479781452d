#include "core/audio/stereo_mix.h"

#include <algorithm>
#include <array>

extern "C" {
#include <libavutil/channel_layout.h>
}

namespace prolap::audio {

namespace {

constexpr float kMinus3dB = 0.70710678f;

ChannelGains gainsOf(AVChannel channel)
{
    switch (channel) {
    case AV_CHAN_FRONT_LEFT:
    case AV_CHAN_STEREO_LEFT:
    case AV_CHAN_WIDE_LEFT:
        return {1, 0};
    case AV_CHAN_FRONT_RIGHT:
    case AV_CHAN_STEREO_RIGHT:
    case AV_CHAN_WIDE_RIGHT:
        return {0, 1};
    case AV_CHAN_FRONT_LEFT_OF_CENTER:
        return {kMinus3dB, 0.35f};
    case AV_CHAN_FRONT_RIGHT_OF_CENTER:
        return {0.35f, kMinus3dB};
    case AV_CHAN_FRONT_CENTER:
    case AV_CHAN_TOP_FRONT_CENTER:
        return {kMinus3dB, kMinus3dB};
    case AV_CHAN_BACK_LEFT:
    case AV_CHAN_SIDE_LEFT:
    case AV_CHAN_SURROUND_DIRECT_LEFT:
    case AV_CHAN_TOP_FRONT_LEFT:
    case AV_CHAN_TOP_BACK_LEFT:
    case AV_CHAN_TOP_SIDE_LEFT:
        return {kMinus3dB, 0};
    case AV_CHAN_BACK_RIGHT:
    case AV_CHAN_SIDE_RIGHT:
    case AV_CHAN_SURROUND_DIRECT_RIGHT:
    case AV_CHAN_TOP_FRONT_RIGHT:
    case AV_CHAN_TOP_BACK_RIGHT:
    case AV_CHAN_TOP_SIDE_RIGHT:
        return {0, kMinus3dB};
    case AV_CHAN_BACK_CENTER:
    case AV_CHAN_TOP_CENTER:
    case AV_CHAN_TOP_BACK_CENTER:
        return {0.5f, 0.5f};
    default: // low-frequency effects, and what is not meant for ears
        return {};
    }
}

bool placesKnown(const AVChannelLayout& layout, int channels)
{
    return layout.nb_channels == channels &&
           (layout.order == AV_CHANNEL_ORDER_NATIVE || layout.order == AV_CHANNEL_ORDER_CUSTOM);
}

} // namespace

std::vector<ChannelGains> stereoMix(const AVChannelLayout& layout, int channels)
{
    std::vector<ChannelGains> mix(static_cast<std::size_t>(channels));
    if (channels == 1)
        return {{1, 1}};
    if (layout.order == AV_CHANNEL_ORDER_AMBISONIC) {
        mix.front() = {1, 1};
        return mix;
    }
    float left = 0, right = 0;
    if (placesKnown(layout, channels)) {
        for (int c = 0; c < channels; ++c) {
            ChannelGains& gains = mix[static_cast<std::size_t>(c)];
            gains = gainsOf(av_channel_layout_channel_from_index(&layout, static_cast<unsigned>(c)));
            left += gains.left;
            right += gains.right;
        }
    }
    if (left == 0 && right == 0) {
        for (int c = 0; c < channels; ++c)
            (c % 2 == 0 ? mix[static_cast<std::size_t>(c)].left : mix[static_cast<std::size_t>(c)].right) = 1;
        left = static_cast<float>((channels + 1) / 2);
        right = static_cast<float>(channels / 2);
    }
    const float scale = 1.0f / std::max({1.0f, left, right}); // the same for both: the middle stays in the middle
    for (ChannelGains& gains : mix) {
        gains.left *= scale;
        gains.right *= scale;
    }
    return mix;
}

std::vector<std::string> channelNames(const AVChannelLayout& layout, int channels)
{
    std::vector<std::string> names;
    for (int c = 0; c < channels; ++c) {
        std::array<char, 32> name{};
        const bool known = placesKnown(layout, channels) &&
                           av_channel_name(name.data(), name.size(),
                                           av_channel_layout_channel_from_index(&layout, static_cast<unsigned>(c))) > 0;
        names.push_back(known ? std::string(name.data()) : std::to_string(c + 1));
    }
    return names;
}

} // namespace prolap::audio
