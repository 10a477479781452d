#include "core/audio/loudness.h"

#include <cmath>

namespace prolap::audio {

namespace {

channel roleOf(AVChannel place)
{
    switch (place) {
    case AV_CHAN_LOW_FREQUENCY:
    case AV_CHAN_LOW_FREQUENCY_2:
        return EBUR128_UNUSED;
    case AV_CHAN_FRONT_LEFT:
    case AV_CHAN_STEREO_LEFT:
        return EBUR128_LEFT;
    case AV_CHAN_FRONT_RIGHT:
    case AV_CHAN_STEREO_RIGHT:
        return EBUR128_RIGHT;
    case AV_CHAN_SIDE_LEFT:
        return EBUR128_LEFT_SURROUND;
    case AV_CHAN_SIDE_RIGHT:
        return EBUR128_RIGHT_SURROUND;
    case AV_CHAN_BACK_LEFT:
        return EBUR128_LEFT_SURROUND;
    case AV_CHAN_BACK_RIGHT:
        return EBUR128_RIGHT_SURROUND;
    default:
        return EBUR128_CENTER;
    }
}

} // namespace

void LoudnessMeter::Deleter::operator()(ebur128_state* state) const
{
    ebur128_destroy(&state);
}

LoudnessMeter::LoudnessMeter(const AVChannelLayout& layout, int channels, int sampleRate)
    : m_state(ebur128_init(static_cast<unsigned>(channels), static_cast<unsigned long>(sampleRate), EBUR128_MODE_I)),
      m_channels(static_cast<std::size_t>(channels))
{
    if (!m_state)
        return;
    for (int i = 0; i < channels; ++i) {
        const bool placed = layout.order != AV_CHANNEL_ORDER_UNSPEC && layout.nb_channels == channels;
        const auto index = static_cast<unsigned>(i);
        ebur128_set_channel(m_state.get(), index,
                            placed ? roleOf(av_channel_layout_channel_from_index(&layout, index)) : EBUR128_CENTER);
    }
}

void LoudnessMeter::add(std::span<const float> interleaved)
{
    if (m_state && ebur128_add_frames_float(m_state.get(), interleaved.data(), interleaved.size() / m_channels) != 0)
        m_state.reset();
}

std::optional<double> LoudnessMeter::integratedLufs() const
{
    double lufs = 0;
    if (!m_state || ebur128_loudness_global(m_state.get(), &lufs) != EBUR128_SUCCESS || !std::isfinite(lufs))
        return {};
    return lufs;
}

} // namespace prolap::audio
