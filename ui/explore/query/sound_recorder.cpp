#include "ui/explore/query/sound_recorder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

#include <QAudioSource>

#include "core/error.h"
#include "core/paths.h"

namespace prolap::ui {

namespace {

/// One sample of a frame, -1 to 1.
float sampleAt(const char* data, QAudioFormat::SampleFormat format)
{
    switch (format) {
    case QAudioFormat::UInt8:
        return (static_cast<float>(static_cast<unsigned char>(*data)) - 128) / 128;
    case QAudioFormat::Int16: {
        std::int16_t value = 0;
        std::memcpy(&value, data, sizeof value);
        return static_cast<float>(value) / 32768;
    }
    case QAudioFormat::Int32: {
        std::int32_t value = 0;
        std::memcpy(&value, data, sizeof value);
        return static_cast<float>(value) / 2147483648.0F;
    }
    case QAudioFormat::Float: {
        float value = 0;
        std::memcpy(&value, data, sizeof value);
        return std::isfinite(value) ? value : 0;
    }
    default:
        return 0;
    }
}

} // namespace

SoundRecorder::SoundRecorder(QObject* parent) : QObject(parent) {}

SoundRecorder::~SoundRecorder()
{
    release();
}

double SoundRecorder::seconds() const
{
    return m_format.sampleRate() > 0 ? static_cast<double>(m_samples.size()) / m_format.sampleRate() : 0;
}

void SoundRecorder::start(const QAudioDevice& device, double maxSeconds)
{
    release();
    m_samples.clear();
    m_rest.clear();
    if (device.isNull()) {
        fail(tr("There is no microphone. Connect one, or choose another device in the desktop's sound settings."));
        return;
    }
    m_format = device.preferredFormat();
    QAudioFormat plain = m_format;
    plain.setChannelCount(1);
    plain.setSampleFormat(QAudioFormat::Int16);
    if (device.isFormatSupported(plain))
        m_format = plain;
    if (!m_format.isValid()) {
        fail(tr("%1 offers no format that can be recorded. Choose another device.").arg(device.description()));
        return;
    }
    m_most = static_cast<std::size_t>(maxSeconds * m_format.sampleRate());
    m_source = new QAudioSource(device, m_format, this);
    connect(m_source, &QAudioSource::stateChanged, this, [this, name = device.description()](QAudio::State state) {
        if (m_source && state == QAudio::StoppedState && m_source->error() != QAudio::NoError)
            fail(tr("%1 cannot be recorded from. Another program may hold it, or this one may not be allowed to "
                    "listen: see the desktop's privacy and sound settings.")
                     .arg(name));
    });
    m_stream = m_source->start();
    if (!m_source)
        return; // it failed while it started
    if (!m_stream || m_source->error() != QAudio::NoError) {
        fail(tr("%1 cannot be recorded from. Another program may hold it, or this one may not be allowed to listen: "
                "see the desktop's privacy and sound settings.")
                 .arg(device.description()));
        return;
    }
    connect(m_stream, &QIODevice::readyRead, this, &SoundRecorder::take);
}

void SoundRecorder::take()
{
    if (!m_stream)
        return;
    m_rest += m_stream->readAll();
    const int frame = m_format.bytesPerFrame(), sample = m_format.bytesPerSample(), channels = m_format.channelCount();
    float peak = 0;
    qsizetype at = 0;
    for (; at + frame <= m_rest.size() && m_samples.size() < m_most; at += frame) {
        float sum = 0;
        for (int channel = 0; channel < channels; ++channel)
            sum += sampleAt(m_rest.constData() + at + channel * sample, m_format.sampleFormat());
        m_samples.push_back(sum / static_cast<float>(channels));
        peak = std::max(peak, std::abs(m_samples.back()));
    }
    m_rest.remove(0, at);
    Q_EMIT levelChanged(std::min(1.0F, peak));
    if (m_samples.size() >= m_most)
        stop();
}

void SoundRecorder::stop()
{
    if (!m_source)
        return;
    release();
    Q_EMIT levelChanged(0);
    Q_EMIT stopped();
}

void SoundRecorder::fail(const QString& sentence)
{
    release();
    Q_EMIT failed(sentence);
}

void SoundRecorder::release()
{
    if (QAudioSource* source = std::exchange(m_source, nullptr)) {
        source->disconnect(this);
        if (m_stream)
            m_stream->disconnect(this);
        source->stop();
        source->deleteLater();
    }
    m_stream = nullptr;
}

void writeRecording(const std::string& file, const std::vector<float>& samples, int sampleRate)
{
    std::string bytes(44 + samples.size() * 2, '\0');
    const auto put = [&bytes](std::size_t at, std::uint32_t value, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i)
            bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFFU);
    };
    const auto rate = static_cast<std::uint32_t>(sampleRate);
    bytes.replace(0, 4, "RIFF");
    put(4, static_cast<std::uint32_t>(bytes.size() - 8), 4);
    bytes.replace(8, 8, "WAVEfmt ");
    put(16, 16, 4); // size of the format
    put(20, 1, 2);  // PCM
    put(22, 1, 2);  // mono
    put(24, rate, 4);
    put(28, rate * 2, 4);
    put(32, 2, 2);
    put(34, 16, 2);
    bytes.replace(36, 4, "data");
    put(40, static_cast<std::uint32_t>(samples.size() * 2), 4);
    for (std::size_t i = 0; i < samples.size(); ++i)
        put(44 + 2 * i,
            static_cast<std::uint16_t>(
                static_cast<std::int16_t>(std::lround(std::clamp(samples[i], -1.0F, 1.0F) * 32767.0F))),
            2);
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw Error(ErrorKind::DiskFull, "The recording could not be written to " + displayText(Path(file)) +
                                             "; make room on that disk, or choose another folder for temporary files");
}

} // namespace prolap::ui
