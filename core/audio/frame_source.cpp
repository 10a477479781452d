#include "core/audio/frame_source.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

extern "C" {
#include <libavutil/intreadwrite.h>
}

#include "core/audio/audio_info.h"
#include "core/audio/sample_convert.h"
#include "core/error.h"

namespace prolap::audio {

namespace {
constexpr int kMostErrorsInARow = 100'000; // of packets that give no sample: a demuxer that runs in circles
// Packets pad the last samples by less than this many frames; where more follow, the header is wrong.
constexpr std::int64_t kMostPadding = 8192;
constexpr double kToleratedShortfallSeconds = 0.1;
constexpr double kPrerollSeconds = 1.0; // codecs need some packets before their output is what it would have been

/// Whether a time stamp is there and small enough to count with; damaged files have any.
bool isTime(std::int64_t ticks)
{
    constexpr std::int64_t kFarthest = std::int64_t{1} << 60;
    return ticks > -kFarthest && ticks < kFarthest;
}

/// Frames at the start of this one that belong to no one, where the decoder leaves that to us.
std::uint32_t manualSkip(const AVFrame& frame)
{
    const AVFrameSideData* data = av_frame_get_side_data(&frame, AV_FRAME_DATA_SKIP_SAMPLES);
    return data && data->size >= 4 ? AV_RL32(data->data) : 0;
}

} // namespace

FrameSource::FrameSource(const Path& file, bool hashing) : m_path(file), m_hashing(hashing)
{
    open();
    m_promisedSeconds = promisedSeconds(*m_opened);
}

void FrameSource::open()
{
    m_decoder.reset();
    m_opened.emplace(m_path, m_hashing);
    m_packet.reset(av_packet_alloc());
    m_frame.reset(av_frame_alloc());
    m_decoder.reset(avcodec_alloc_context3(m_opened->codec));
    if (!m_packet || !m_frame || !m_decoder)
        throw Error(ErrorKind::OutOfMemory, displayText(m_path) + " cannot be read: there is no memory left.");
    int code = avcodec_parameters_to_context(m_decoder.get(), m_opened->stream->codecpar);
    m_decoder->pkt_timebase = m_opened->stream->time_base; // encoder delay is cut by it
    m_decoder->thread_count = 1;                           // files are decoded side by side instead
    if (isOggVorbis(*m_opened))
        m_decoder->flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL; // libav 5.1 cuts 128 samples too many off many files' ends
    if (code >= 0)
        code = avcodec_open2(m_decoder.get(), m_opened->codec, nullptr);
    if (code < 0)
        throw Error(ErrorKind::Unsupported, displayText(m_path) + " holds audio that cannot be decoded (codec " +
                                                m_opened->codec->name + ": " + libavErrorText(code) + ").");
    m_info = describe(*m_opened);
    m_draining = false;
    m_position = m_skip = 0;
    m_exactEnd.reset();
    m_damagedPackets = m_firstDamage = m_readFailure = 0;
    m_frameWaits = receive();
    if (m_frameWaits) {
        m_info.sampleRate = m_frame->sample_rate;
        m_info.channels = m_frame->ch_layout.nb_channels;
        m_originTicks = isOggVorbis(*m_opened) ? m_opened->stream->start_time : m_frame->pts;
    }
    if (promisesExactEnd(*m_opened) && m_info.durationSeconds > 0)
        m_exactEnd = std::llround(m_info.durationSeconds * m_info.sampleRate);
    if (m_info.channels < 1 || m_info.channels > kMaxChannels || m_info.sampleRate < kMinSampleRate ||
        m_info.sampleRate > kMaxSampleRate)
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} holds no audio that can be read (it decodes to {} channels at {} Hz).",
                                displayText(m_path), m_info.channels, m_info.sampleRate));
}

void FrameSource::noteDamage(int code)
{
    ++m_damagedPackets;
    if (m_firstDamage == 0)
        m_firstDamage = code;
}

/// Decodes the next frame with samples into m_frame; false at the end.
bool FrameSource::receive()
{
    for (int errors = 0; errors < kMostErrorsInARow;) {
        const int received = avcodec_receive_frame(m_decoder.get(), m_frame.get());
        if (received == 0) {
            if (m_frame->nb_samples > 0 && m_frame->sample_rate > 0)
                return true;
            ++errors;
            continue;
        }
        if (received == AVERROR_EOF)
            return false;
        if (received != AVERROR(EAGAIN)) {
            noteDamage(received);
            ++errors;
        }
        if (m_draining)
            return false;
        const int read = av_read_frame(m_opened->demuxer.get(), m_packet.get());
        if (read < 0) {
            if (read == AVERROR(EAGAIN)) {
                ++errors;
                continue;
            }
            if (read != AVERROR_EOF)
                m_readFailure = read;
            m_draining = true;
            avcodec_send_packet(m_decoder.get(), nullptr);
            continue;
        }
        if (m_packet->stream_index == m_opened->stream->index) {
            m_packetAt = m_packet->pos;
            const int sent = avcodec_send_packet(m_decoder.get(), m_packet.get());
            if (sent < 0 && sent != AVERROR(EAGAIN)) {
                noteDamage(sent);
                ++errors;
            }
        }
        av_packet_unref(m_packet.get());
    }
    return false;
}

void FrameSource::startAt(std::int64_t frame)
{
    if (frame <= 0)
        return;
    const auto preroll = static_cast<std::int64_t>(kPrerollSeconds * m_info.sampleRate);
    if (frame > 2 * preroll && !seekNear(frame))
        open(); // the demuxer may be anywhere: decode from the start
    m_skip = frame - m_position;
}

bool FrameSource::seekNear(std::int64_t frame)
{
    if (!m_frameWaits || !isTime(m_originTicks))
        return false;
    // Only pages tell the time in Ogg, and some are long.
    for (const double secondsBefore : {1.0, 8.0, 40.0})
        if (landBefore(frame, secondsBefore * kPrerollSeconds))
            return true;
    return false;
}

/// Goes where the samples from this frame on will be what they are in the whole decode, and sets m_position.
bool FrameSource::landBefore(std::int64_t frame, double secondsBefore)
{
    const AVRational samples{1, m_info.sampleRate};
    const AVRational ticks = m_opened->stream->time_base;
    const auto before = static_cast<std::int64_t>(secondsBefore * m_info.sampleRate);
    const std::int64_t target = m_originTicks + av_rescale_q(std::max<std::int64_t>(frame - before, 0), samples, ticks);
    if (av_seek_frame(m_opened->demuxer.get(), m_opened->stream->index, target, AVSEEK_FLAG_BACKWARD) < 0)
        return false;
    avcodec_flush_buffers(m_decoder.get());
    m_draining = false;
    const bool vorbis = isOggVorbis(*m_opened);
    if (!receive() || (vorbis && !reachCertainTime()) || !isTime(m_frame->pts))
        return false;
    m_position = av_rescale_q(m_frame->pts - m_originTicks, ticks, samples);
    const auto preroll = static_cast<std::int64_t>(kPrerollSeconds / 2 * m_info.sampleRate);
    return m_position >= 0 && m_position <= frame - (vorbis ? 0 : preroll);
}

/// libav 5.1 numbers the packets of an Ogg Vorbis page wrongly where block sizes change. The packet that follows the
/// end of a page has the right number; it may be the last that starts in that page or the first of the next, so both
/// must agree.
bool FrameSource::reachCertainTime()
{
    std::int64_t page = m_packetAt;
    while (isTime(m_frame->pts)) {
        const std::int64_t expected = m_frame->pts + m_frame->nb_samples;
        if (!receive())
            return false;
        if (m_packetAt != page && m_frame->pts == expected)
            return true;
        page = m_packetAt;
    }
    return false;
}

void FrameSource::dropStart(std::uint32_t frames)
{
    const std::size_t samples = std::size_t{frames} * static_cast<std::size_t>(m_info.channels);
    m_block.erase(m_block.begin(), m_block.begin() + static_cast<std::ptrdiff_t>(std::min(samples, m_block.size())));
}

/// Puts the next decoded frame's samples into m_block; false at the end.
bool FrameSource::decodeMore()
{
    m_block.clear();
    while (m_frameWaits || receive()) {
        m_frameWaits = false;
        const bool sameRate = m_frame->sample_rate == m_info.sampleRate;
        if (sameRate && appendInterleaved(*m_frame, m_info.channels, m_block)) {
            dropStart(manualSkip(*m_frame));
            return true;
        }
        m_rateChanged = m_rateChanged || !sameRate;
        m_block.clear();
    }
    return false;
}

/// Of m_block, what does not lie behind the stated end.
void FrameSource::holdPadding()
{
    if (!m_exactEnd)
        return;
    const auto width = static_cast<std::size_t>(m_info.channels);
    const auto frames = static_cast<std::int64_t>(m_block.size() / width);
    const std::int64_t kept = std::clamp<std::int64_t>(*m_exactEnd - m_position, 0, frames);
    const auto split = m_block.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(kept) * width);
    m_padding.insert(m_padding.end(), split, m_block.end());
    m_block.erase(split, m_block.end());
    if (static_cast<std::int64_t>(m_padding.size() / width) > kMostPadding) {
        m_block.insert(m_block.end(), m_padding.begin(), m_padding.end());
        m_padding.clear();
        m_exactEnd.reset();
    }
}

std::span<const float> FrameSource::next()
{
    while (decodeMore()) {
        holdPadding();
        const auto width = static_cast<std::size_t>(m_info.channels);
        const auto frames = static_cast<std::int64_t>(m_block.size() / width);
        m_position += frames;
        const std::int64_t dropped = std::min(m_skip, frames);
        m_skip -= dropped;
        if (dropped < frames)
            return std::span<const float>(m_block).subspan(static_cast<std::size_t>(dropped) * width);
    }
    m_atEnd = true;
    return {};
}

std::string FrameSource::damaged() const
{
    std::string reasons;
    const auto add = [&](const std::string& reason) { reasons += (reasons.empty() ? "" : "; ") + reason; };
    if (const std::string trouble = m_opened->source.trouble(); !trouble.empty())
        add(trouble);
    else if (m_readFailure != 0)
        add("reading stopped before its end (" + libavErrorText(m_readFailure) + ")");
    const double seconds = static_cast<double>(m_position) / m_info.sampleRate;
    if (m_atEnd && seconds + kToleratedShortfallSeconds < m_promisedSeconds)
        add(fmt::format("it ends after {:.2f} s of the {:.2f} s that its header states", seconds, m_promisedSeconds));
    if (m_damagedPackets > 0)
        add(fmt::format("{} damaged {} left out ({})", m_damagedPackets,
                        m_damagedPackets == 1 ? "packet was" : "packets were", libavErrorText(m_firstDamage)));
    if (m_rateChanged)
        add("a part with another sample rate was left out");
    return reasons.empty() ? reasons : displayText(m_path) + " is damaged: " + reasons + ".";
}

} // namespace prolap::audio
