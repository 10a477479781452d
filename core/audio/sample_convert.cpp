#include "core/audio/sample_convert.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace prolap::audio {

namespace {

float toFloat(std::uint8_t sample)
{
    return static_cast<float>(sample - 128) * (1.0F / 128);
}
float toFloat(std::int16_t sample)
{
    return static_cast<float>(sample) * (1.0F / 32768);
}
float toFloat(std::int32_t sample)
{
    return static_cast<float>(sample) * (1.0F / 2147483648.0F);
}
float toFloat(std::int64_t sample)
{
    return static_cast<float>(static_cast<double>(sample) * (1.0 / 9223372036854775808.0));
}
float toFloat(float sample)
{
    // By its bits, so that the loop runs in vector registers.
    const auto bits = std::bit_cast<std::uint32_t>(sample);
    const float finite = (bits & 0x7F800000U) == 0x7F800000U ? 0.0F : sample;
    return std::min(std::max(finite, -kLargestSample), kLargestSample);
}
float toFloat(double sample)
{
    constexpr double kLargest = kLargestSample;
    const auto bits = std::bit_cast<std::uint64_t>(sample);
    const double finite = (bits & 0x7FF0000000000000U) == 0x7FF0000000000000U ? 0.0 : sample;
    return static_cast<float>(std::min(std::max(finite, -kLargest), kLargest));
}

template <typename T> void convertPacked(const AVFrame& frame, float* out, std::size_t samples)
{
    const auto* in = reinterpret_cast<const T*>(frame.extended_data[0]);
    for (std::size_t i = 0; i < samples; ++i)
        out[i] = toFloat(in[i]);
}

template <typename T> void convertPlanar(const AVFrame& frame, float* out, std::size_t frames, std::size_t channels)
{
    if (channels == 2) {
        const auto* left = reinterpret_cast<const T*>(frame.extended_data[0]);
        const auto* right = reinterpret_cast<const T*>(frame.extended_data[1]);
        for (std::size_t i = 0; i < frames; ++i) {
            out[2 * i] = toFloat(left[i]);
            out[2 * i + 1] = toFloat(right[i]);
        }
        return;
    }
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto* in = reinterpret_cast<const T*>(frame.extended_data[channel]);
        for (std::size_t i = 0; i < frames; ++i)
            out[i * channels + channel] = toFloat(in[i]);
    }
}

bool convert(const AVFrame& frame, float* out, std::size_t frames, std::size_t channels)
{
    switch (frame.format) {
    case AV_SAMPLE_FMT_U8:
        convertPacked<std::uint8_t>(frame, out, frames * channels);
        return true;
    case AV_SAMPLE_FMT_S16:
        convertPacked<std::int16_t>(frame, out, frames * channels);
        return true;
    case AV_SAMPLE_FMT_S32:
        convertPacked<std::int32_t>(frame, out, frames * channels);
        return true;
    case AV_SAMPLE_FMT_S64:
        convertPacked<std::int64_t>(frame, out, frames * channels);
        return true;
    case AV_SAMPLE_FMT_FLT:
        convertPacked<float>(frame, out, frames * channels);
        return true;
    case AV_SAMPLE_FMT_DBL:
        convertPacked<double>(frame, out, frames * channels);
        return true;
    case AV_SAMPLE_FMT_U8P:
        convertPlanar<std::uint8_t>(frame, out, frames, channels);
        return true;
    case AV_SAMPLE_FMT_S16P:
        convertPlanar<std::int16_t>(frame, out, frames, channels);
        return true;
    case AV_SAMPLE_FMT_S32P:
        convertPlanar<std::int32_t>(frame, out, frames, channels);
        return true;
    case AV_SAMPLE_FMT_S64P:
        convertPlanar<std::int64_t>(frame, out, frames, channels);
        return true;
    case AV_SAMPLE_FMT_FLTP:
        convertPlanar<float>(frame, out, frames, channels);
        return true;
    case AV_SAMPLE_FMT_DBLP:
        convertPlanar<double>(frame, out, frames, channels);
        return true;
    default:
        return false;
    }
}

} // namespace

bool appendInterleaved(const AVFrame& frame, int channels, std::vector<float>& out)
{
    const auto frames = static_cast<std::size_t>(frame.nb_samples);
    const auto own = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    const auto wanted = static_cast<std::size_t>(channels);
    const std::size_t before = out.size();
    if (own == wanted) {
        out.resize(before + frames * own);
        return convert(frame, out.data() + before, frames, own);
    }
    std::vector<float> other(frames * own), mono;
    if (own == 0 || !convert(frame, other.data(), frames, own))
        return false;
    mixToMono(other, static_cast<int>(own), mono);
    for (const float sample : mono)
        out.insert(out.end(), wanted, sample);
    return true;
}

void mixToMono(std::span<const float> interleaved, int channels, std::vector<float>& mono)
{
    const auto width = static_cast<std::size_t>(channels);
    const std::size_t frames = interleaved.size() / width;
    mono.resize(frames);
    if (channels == 1) {
        std::copy(interleaved.begin(), interleaved.end(), mono.begin());
    } else if (channels == 2) {
        for (std::size_t i = 0; i < frames; ++i)
            mono[i] = (interleaved[2 * i] + interleaved[2 * i + 1]) * 0.5F;
    } else {
        const float share = 1.0F / static_cast<float>(channels);
        for (std::size_t i = 0; i < frames; ++i) {
            float sum = 0;
            for (std::size_t channel = 0; channel < width; ++channel)
                sum += interleaved[i * width + channel];
            mono[i] = sum * share;
        }
    }
}

} // namespace prolap::audio
