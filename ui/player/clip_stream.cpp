#include "ui/player/clip_stream.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ui/text.h"

namespace prolap::ui {

namespace {

/// Even channels left, odd ones right, each side averaged; a single channel goes to both.
void toStereo(std::span<const float> in, int channels, std::span<float> out)
{
    const std::size_t n = static_cast<std::size_t>(channels);
    const float left = 1.0f / static_cast<float>((n + 1) / 2), right = n > 1 ? 1.0f / static_cast<float>(n / 2) : 1.0f;
    for (std::size_t f = 0; f < out.size() / 2; ++f) {
        float sums[2] = {0, 0};
        for (std::size_t c = 0; c < n; ++c)
            sums[c % 2] += in[f * n + c];
        out[2 * f] = sums[0] * left;
        out[2 * f + 1] = n > 1 ? sums[1] * right : sums[0];
    }
}

float playable(float sample, float gain)
{
    return std::isfinite(sample) ? std::clamp(sample * gain, -1.0f, 1.0f) : 0.0f;
}

} // namespace

ClipStream::ClipStream(const Path& file, double startSeconds, const QAudioFormat& format,
                       std::shared_ptr<PlaybackControls> controls)
    : m_file(file), m_format(format), m_controls(std::move(controls))
{
    reopen(startSeconds);
    m_durationSeconds = m_decoder->info().durationSeconds;
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void ClipStream::reopen(double startSeconds)
{
    audio::DecodeOptions options;
    options.sampleRate = m_format.sampleRate();
    options.startSeconds = startSeconds;
    m_decoder = std::make_unique<audio::Decoder>(m_file, options);
    m_startSeconds = startSeconds;
    m_framesSinceStart = 0;
}

double ClipStream::positionSeconds() const
{
    return m_startSeconds + static_cast<double>(m_framesSinceStart) / m_format.sampleRate();
}

qint64 ClipStream::bytesAvailable() const
{
    return m_ended ? 0 : m_format.bytesForFrames(m_format.sampleRate()) + QIODevice::bytesAvailable();
}

std::size_t ClipStream::decode(std::size_t frames)
{
    const int channels = m_decoder->channels();
    m_interleaved.resize(frames * static_cast<std::size_t>(channels));
    const std::size_t got = m_decoder->read(m_interleaved);
    m_stereo.resize(got * 2);
    toStereo(m_interleaved, channels, m_stereo);
    m_framesSinceStart += static_cast<qint64>(got);
    return got;
}

qint64 ClipStream::readData(char* data, qint64 maxSize)
{
    const std::size_t frameBytes = static_cast<std::size_t>(m_format.bytesPerFrame());
    const std::size_t wanted = static_cast<std::size_t>(maxSize) / frameBytes;
    std::size_t written = 0;
    try {
        while (written < wanted && !m_ended) {
            const std::size_t got = decode(wanted - written);
            if (got == 0) {
                const bool heardSomething = m_framesSinceStart > 0;
                if (m_controls->loop.load() && heardSomething) {
                    reopen(0);
                    continue;
                }
                m_ended = true;
                m_problem = shown(m_decoder->damaged());
                break;
            }
            const float gain = m_controls->gain.load();
            char* out = data + written * frameBytes;
            if (m_format.sampleFormat() == QAudioFormat::Float) {
                for (float& sample : m_stereo)
                    sample = playable(sample, gain);
                std::memcpy(out, m_stereo.data(), m_stereo.size() * sizeof(float));
            } else {
                for (std::size_t i = 0; i < m_stereo.size(); ++i) {
                    const auto sample = static_cast<std::int16_t>(std::lround(playable(m_stereo[i], gain) * 32767.0f));
                    std::memcpy(out + i * sizeof(sample), &sample, sizeof(sample));
                }
            }
            written += got;
        }
    } catch (const std::exception& error) { // the file vanished, or its disk did
        m_ended = true;
        m_problem = QString::fromUtf8(error.what());
    }
    return static_cast<qint64>(written * frameBytes);
}

qint64 ClipStream::writeData(const char*, qint64)
{
    return -1;
}

} // namespace prolap::ui
