#include "core/audio/decoder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "core/audio/frame_source.h"
#include "core/audio/resampler.h"
#include "core/audio/sample_convert.h"
#include "core/audio/stereo_mix.h"
#include "core/error.h"

namespace prolap::audio {

namespace {

constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kFilterFrames = 4096; // more than the resampler's filter reaches back

std::int64_t framesAt(double seconds, int rate)
{
    constexpr double kFarthest = 1e11; // seconds; keeps the product within 64 bits
    return seconds > 0 ? std::llround(std::min(seconds, kFarthest) * rate) : 0;
}

} // namespace

class Decoder::Impl {
public:
    Impl(const Path& file, const DecodeOptions& options) : m_source(file, false), m_mono(options.mono)
    {
        const int own = m_source.info().sampleRate;
        m_rate = options.sampleRate > 0 ? options.sampleRate : own;
        m_channels = m_mono ? 1 : m_source.info().channels;
        const std::int64_t from = framesAt(options.startSeconds, m_rate);
        m_left =
            options.endSeconds ? std::max<std::int64_t>(framesAt(*options.endSeconds, m_rate) - from, 0) : kEndless;
        if (m_rate == own) {
            m_source.startAt(from);
            return;
        }
        // The resampler starts at an own frame that falls on a frame of the wanted rate, early enough to fill its
        // filter: so it gives what it would have given from the start of the file.
        const std::int64_t unit = own / std::gcd(own, m_rate);
        const std::int64_t ownFrom = static_cast<std::int64_t>(static_cast<double>(from) * own / m_rate);
        const std::int64_t fed =
            std::max<std::int64_t>(ownFrom - kFilterFrames * std::max(1, own / m_rate), 0) / unit * unit;
        m_source.startAt(fed);
        m_skip = from - fed / unit * (m_rate / std::gcd(own, m_rate));
        m_resampler.emplace(own, m_rate, m_channels);
    }

    const AudioInfo& info() const { return m_source.info(); }
    int sampleRate() const { return m_rate; }
    int channels() const { return m_channels; }
    std::string damaged() const { return m_source.damaged(); }
    const FrameSource& source() const { return m_source; }

    std::size_t read(std::span<float> interleaved)
    {
        const auto width = static_cast<std::size_t>(m_channels);
        std::size_t room = interleaved.size() / width;
        std::size_t done = 0;
        while (done < room && m_left > 0) {
            if (m_ready.empty() && !refill())
                break;
            const std::size_t frames = std::min({room - done, m_ready.size() / width,
                                                 static_cast<std::size_t>(std::min<std::int64_t>(m_left, 1 << 30))});
            std::copy_n(m_ready.begin(), frames * width,
                        interleaved.begin() + static_cast<std::ptrdiff_t>(done * width));
            m_ready = m_ready.subspan(frames * width);
            done += frames;
            m_left -= static_cast<std::int64_t>(frames);
        }
        return done;
    }

private:
    /// Puts the next samples into m_ready; false at the end.
    bool refill()
    {
        while (m_ready.empty() && !m_ended) {
            m_ready = m_source.next();
            m_ended = m_ready.empty();
            if (m_mono && m_source.info().channels > 1) {
                mixToMono(m_ready, m_source.info().channels, m_mixed);
                m_ready = m_mixed;
            }
            if (m_resampler) {
                m_resampled.clear();
                m_resampler->push(m_ready, m_resampled);
                if (m_ended)
                    m_resampler->finish(m_resampled);
                m_ready = m_resampled;
            }
            const auto width = static_cast<std::size_t>(m_channels);
            const auto dropped = std::min<std::int64_t>(m_skip, static_cast<std::int64_t>(m_ready.size() / width));
            m_skip -= dropped;
            m_ready = m_ready.subspan(static_cast<std::size_t>(dropped) * width);
        }
        return !m_ready.empty();
    }

    FrameSource m_source;
    bool m_mono;
    int m_rate = 0;
    int m_channels = 0;
    std::int64_t m_left = kEndless; ///< frames to deliver
    std::int64_t m_skip = 0;        ///< resampled frames to drop before the first delivered
    bool m_ended = false;
    std::optional<Resampler> m_resampler;
    std::vector<float> m_mixed, m_resampled;
    std::span<const float> m_ready;
};

Decoder::Decoder(const Path& file, const DecodeOptions& options) : m_impl(std::make_unique<Impl>(file, options)) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

const AudioInfo& Decoder::info() const
{
    return m_impl->info();
}

int Decoder::sampleRate() const
{
    return m_impl->sampleRate();
}

int Decoder::channels() const
{
    return m_impl->channels();
}

std::vector<ChannelGains> Decoder::stereoMix() const
{
    return audio::stereoMix(m_impl->source().layout(), info().channels);
}

std::vector<std::string> Decoder::channelNames() const
{
    return audio::channelNames(m_impl->source().layout(), info().channels);
}

std::uint32_t Decoder::channelMask() const
{
    const AVChannelLayout& layout = m_impl->source().layout();
    return layout.order == AV_CHANNEL_ORDER_NATIVE ? static_cast<std::uint32_t>(layout.u.mask) : 0;
}

std::size_t Decoder::read(std::span<float> interleaved)
{
    return m_impl->read(interleaved);
}

std::string Decoder::damaged() const
{
    return m_impl->damaged();
}

} // namespace prolap::audio
