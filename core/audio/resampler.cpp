#include "core/audio/resampler.h"

#include <algorithm>

extern "C" {
#include <libavutil/opt.h>
}

#include "core/error.h"

namespace prolap::audio {

namespace {

constexpr std::size_t kLargestPush = 65536; // frames; bounds what libswresample buffers

/// The last one used on a thread: clips of one rate follow one another, and the filter takes as long to make as a
/// second of sound to resample.
struct Spare {
    int inRate = 0, outRate = 0, channels = 0;
    LibavPtr<SwrContext> context;
};
thread_local Spare t_spare; // NOLINT: a cache

LibavPtr<SwrContext> takeSpare(int inRate, int outRate, int channels)
{
    if (t_spare.inRate != inRate || t_spare.outRate != outRate || t_spare.channels != channels)
        return {};
    return std::move(t_spare.context);
}

} // namespace

Resampler::Resampler(int inRate, int outRate, int channels)
    : m_context(takeSpare(inRate, outRate, channels)),
      m_inRate(inRate),
      m_outRate(outRate),
      m_channels(static_cast<std::size_t>(channels))
{
    int code = 0;
    if (!m_context) {
        AVChannelLayout layout{};
        layout.order = AV_CHANNEL_ORDER_UNSPEC; // channels pass as they are
        layout.nb_channels = channels;
        SwrContext* context = nullptr;
        code = swr_alloc_set_opts2(&context, &layout, AV_SAMPLE_FMT_FLT, outRate, &layout, AV_SAMPLE_FMT_FLT, inRate, 0,
                                   nullptr);
        m_context.reset(context);
    }
    if (code >= 0) {
        av_opt_set_int(m_context.get(), "filter_size", 64, 0);
        av_opt_set_double(m_context.get(), "cutoff", 0.95, 0);
        code = swr_init(m_context.get()); // a spare one forgets its samples and keeps its filter
    }
    if (code < 0)
        throw Error(ErrorKind::Internal, "Sound of " + std::to_string(inRate) + " Hz cannot be brought to " +
                                             std::to_string(outRate) + " Hz: " + libavErrorText(code) + ".");
}

Resampler::~Resampler()
{
    if (m_context)
        t_spare = {m_inRate, m_outRate, static_cast<int>(m_channels), std::move(m_context)};
}

std::size_t Resampler::convert(const float* in, std::size_t frames, std::vector<float>& out)
{
    const int room = swr_get_out_samples(m_context.get(), static_cast<int>(frames));
    const std::size_t before = out.size();
    out.resize(before + static_cast<std::size_t>(std::max(room, 0)) * m_channels);
    auto* outBytes = reinterpret_cast<std::uint8_t*>(out.data() + before);
    const auto* inBytes = reinterpret_cast<const std::uint8_t*>(in);
    const int done = swr_convert(m_context.get(), &outBytes, room, in ? &inBytes : nullptr, static_cast<int>(frames));
    if (done < 0)
        throw Error(ErrorKind::Internal, "Sound of " + std::to_string(m_inRate) + " Hz cannot be brought to " +
                                             std::to_string(m_outRate) + " Hz: " + libavErrorText(done) + ".");
    out.resize(before + static_cast<std::size_t>(done) * m_channels);
    m_out += done;
    return static_cast<std::size_t>(done);
}

void Resampler::push(std::span<const float> interleaved, std::vector<float>& out)
{
    while (!interleaved.empty()) {
        const std::size_t frames = std::min(interleaved.size() / m_channels, kLargestPush);
        convert(interleaved.data(), frames, out);
        m_in += static_cast<std::int64_t>(frames);
        interleaved = interleaved.subspan(frames * m_channels);
    }
}

void Resampler::finish(std::vector<float>& out)
{
    while (convert(nullptr, 0, out) > 0) {
    }
    const std::int64_t whole = (m_in * m_outRate + m_inRate / 2) / m_inRate;
    const auto channels = static_cast<std::int64_t>(m_channels);
    const std::int64_t size = static_cast<std::int64_t>(out.size()) + (whole - m_out) * channels;
    out.resize(static_cast<std::size_t>(std::max<std::int64_t>(size, 0)));
    m_out = whole;
}

} // namespace prolap::audio
