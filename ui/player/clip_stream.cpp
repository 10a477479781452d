#include "ui/player/clip_stream.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ui/text.h"

namespace prolap::ui {

namespace {

constexpr std::size_t kBlockFrames = 1024;
constexpr double kEdgeFade = 0.005;  ///< seconds, at the region's edges
constexpr double kStartFade = 0.002; ///< seconds, where playing begins inside the clip

float playable(float sample, float gain)
{
    return std::isfinite(sample) ? std::clamp(sample * gain, -1.0f, 1.0f) : 0.0f;
}

} // namespace

ClipStream::ClipStream(std::unique_ptr<audio::OpenedClip> clip, const QAudioFormat& format,
                       std::shared_ptr<PlaybackControls> controls)
    : m_format(format), m_controls(std::move(controls)), m_clip(std::move(clip))
{
    m_rate = m_clip->decoder->sampleRate();
    m_mix = m_clip->decoder->stereoMix();
    m_durationSeconds = m_clip->decoder->info().durationSeconds;
    m_position = std::llround(m_clip->point.startSeconds * m_rate);
    m_fadeInLeft = m_position > 0 ? static_cast<qint64>(kStartFade * m_rate) : 0;
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ClipStream::ClipStream(const Path& file, double startSeconds, const QAudioFormat& format,
                       std::shared_ptr<PlaybackControls> controls)
    : ClipStream(audio::OpenedClip::open({file, startSeconds}, 0), format, std::move(controls))
{
}

double ClipStream::ratio() const
{
    return static_cast<double>(m_rate) / m_format.sampleRate() *
           static_cast<double>(std::clamp(m_controls->speed.load(), 0.25f, 4.0f));
}

bool ClipStream::bounded() const
{
    const double start = m_controls->regionStart.load(), end = m_controls->regionEnd.load();
    const auto first = std::llround(start * m_rate), last = std::llround(end * m_rate);
    return last > first && m_position >= first && m_position < last;
}

void ClipStream::reopen(double startSeconds)
{
    const Path file = m_clip->point.file;
    m_clip = audio::OpenedClip::open({file, startSeconds}, 0);
    m_headRead = 0;
    m_position = std::llround(startSeconds * m_rate);
}

double ClipStream::positionSeconds(double behind) const
{
    double held = (behind + static_cast<double>(m_out.size() - m_outRead) / 2) * ratio();
    if (m_pitch)
        held += static_cast<double>(m_pitch->heldFrames()) * ratio();
    if (m_varispeed)
        held += audio::Varispeed::kReach;
    const double position = (static_cast<double>(m_position) - held) / m_rate;
    if (!m_controls->loop.load())
        return std::max(0.0, position);
    // Just after a loop's turn what is heard is still its end.
    const double start = m_controls->regionStart.load(), end = m_controls->regionEnd.load();
    const bool region = end > start && static_cast<double>(m_position) / m_rate >= start &&
                        static_cast<double>(m_position) / m_rate <= end && m_heardSomething;
    if (region && m_turned && position < start)
        return std::max(start, position + (end - start));
    return position < 0 ? std::max(0.0, position + m_durationSeconds) : position;
}

qint64 ClipStream::bytesAvailable() const
{
    return m_ended ? 0 : m_format.bytesForFrames(m_format.sampleRate()) + QIODevice::bytesAvailable();
}

bool ClipStream::readSource()
{
    const auto width = static_cast<std::size_t>(m_clip->decoder->channels());
    std::size_t frames = kBlockFrames;
    const bool region = bounded();
    if (region)
        frames = std::min(frames,
                          static_cast<std::size_t>(std::llround(m_controls->regionEnd.load() * m_rate) - m_position));
    m_block.resize(frames * width);
    std::size_t got = 0;
    if (m_headRead < m_clip->head.size()) {
        got = std::min(frames, (m_clip->head.size() - m_headRead) / width);
        std::copy_n(m_clip->head.begin() + static_cast<std::ptrdiff_t>(m_headRead), got * width, m_block.begin());
        m_headRead += got * width;
    } else {
        got = m_clip->decoder->read(m_block);
    }
    const int solo = m_controls->solo.load();
    m_stereo.assign(2 * got, 0.0f);
    for (std::size_t f = 0; f < got; ++f)
        for (std::size_t c = 0; c < width; ++c) {
            const float sample = m_block[f * width + c];
            const bool alone = solo >= 0 && static_cast<std::size_t>(solo) < width;
            m_stereo[2 * f] += sample * (alone ? (static_cast<std::size_t>(solo) == c ? 1.0f : 0.0f) : m_mix[c].left);
            m_stereo[2 * f + 1] +=
                sample * (alone ? (static_cast<std::size_t>(solo) == c ? 1.0f : 0.0f) : m_mix[c].right);
        }
    fade();
    m_position += static_cast<qint64>(got);
    m_heardSomething |= got > 0;
    const bool clipEnded = got == 0;
    const bool regionEnded = region && !bounded();
    if (!clipEnded && !regionEnded)
        return true;
    if (m_controls->loop.load() && m_heardSomething) {
        const double start = m_controls->regionStart.load(), end = m_controls->regionEnd.load();
        const bool turnsToRegion = end > start && (regionEnded || m_position > std::llround(start * m_rate));
        reopen(turnsToRegion ? start : 0);
        m_turned = true;
        return true;
    }
    m_sourceEnded = true;
    if (clipEnded)
        m_problem = shown(m_clip->decoder->damaged());
    return got > 0;
}

void ClipStream::fade()
{
    const double start = m_controls->regionStart.load() * m_rate, end = m_controls->regionEnd.load() * m_rate;
    const double length = std::min(kEdgeFade * m_rate, (end - start) / 2);
    const bool region = bounded();
    const qint64 total = std::max<qint64>(1, static_cast<qint64>(kStartFade * m_rate));
    for (std::size_t f = 0; f < m_stereo.size() / 2; ++f) {
        double gain = 1;
        const auto at = static_cast<double>(m_position + static_cast<qint64>(f));
        if (region && length > 0)
            gain = std::clamp(std::min((at - start) / length, (end - at) / length), 0.0, 1.0);
        if (m_fadeInLeft > 0)
            gain = std::min(gain, 1 - static_cast<double>(m_fadeInLeft--) / static_cast<double>(total));
        m_stereo[2 * f] *= static_cast<float>(gain);
        m_stereo[2 * f + 1] *= static_cast<float>(gain);
    }
}

void ClipStream::bend(bool last)
{
    const double step = ratio();
    if (!m_varispeed && step != 1.0)
        m_varispeed.emplace(m_recent); // what was heard before, so that there is no seam
    const double semitones = static_cast<double>(m_controls->semitones.load());
    std::vector<float>* speeded = &m_stereo;
    if (m_varispeed) {
        m_speeded.clear();
        m_varispeed->push(m_stereo, step, m_speeded);
        if (last)
            m_varispeed->finish(step, m_speeded);
        speeded = &m_speeded;
    } else {
        const std::size_t keep = std::min(m_stereo.size(), 2 * audio::Varispeed::kReach);
        if (keep > 0)
            m_recent.assign(m_stereo.end() - static_cast<std::ptrdiff_t>(keep), m_stereo.end());
    }
    if (semitones != 0 && !m_pitch)
        m_pitch = std::make_unique<audio::PitchShifter>(m_format.sampleRate());
    if (!m_pitch) {
        m_out.insert(m_out.end(), speeded->begin(), speeded->end());
        return;
    }
    m_pitch->setSemitones(semitones);
    m_pitch->push(*speeded, m_out);
    if (last || semitones == 0) {
        m_pitch->finish(m_out);
        m_pitch.reset();
    }
}

bool ClipStream::fill()
{
    if (m_drained)
        return false;
    if (m_outRead > 0) {
        m_out.erase(m_out.begin(), m_out.begin() + static_cast<std::ptrdiff_t>(m_outRead));
        m_outRead = 0;
    }
    m_stereo.clear();
    if (!m_sourceEnded)
        readSource();
    m_drained = m_sourceEnded;
    bend(m_drained);
    return true;
}

qint64 ClipStream::readData(char* data, qint64 maxSize)
{
    const std::size_t frameBytes = static_cast<std::size_t>(m_format.bytesPerFrame());
    const std::size_t wanted = static_cast<std::size_t>(maxSize) / frameBytes * 2;
    std::size_t written = 0; // samples
    try {
        while (written < wanted && !m_ended) {
            if (m_outRead == m_out.size()) {
                if (!fill())
                    m_ended = true;
                continue;
            }
            const float gain = m_controls->gain.load();
            const std::size_t count = std::min(wanted - written, m_out.size() - m_outRead);
            char* out = data + written / 2 * frameBytes;
            if (m_format.sampleFormat() == QAudioFormat::Float) {
                for (std::size_t i = 0; i < count; ++i) {
                    const float sample = playable(m_out[m_outRead + i], gain);
                    std::memcpy(out + i * sizeof(sample), &sample, sizeof(sample));
                }
            } else {
                for (std::size_t i = 0; i < count; ++i) {
                    const auto sample =
                        static_cast<std::int16_t>(std::lround(playable(m_out[m_outRead + i], gain) * 32767.0f));
                    std::memcpy(out + i * sizeof(sample), &sample, sizeof(sample));
                }
            }
            m_outRead += count;
            written += count;
        }
    } catch (const std::exception& error) { // the file vanished, or its disk did
        m_ended = true;
        m_problem = QString::fromUtf8(error.what());
    }
    return static_cast<qint64>(written / 2 * frameBytes);
}

qint64 ClipStream::writeData(const char*, qint64)
{
    return -1;
}

} // namespace prolap::ui
