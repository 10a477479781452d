#include "ui/player/audio_engine.h"

#include <algorithm>

#include <QAudioDevice>
#include <QMediaDevices>

namespace prolap::ui {

namespace {

constexpr int kTickMs = 33;

/// The file's own rate where the device takes it, else the device's.
QAudioFormat formatFor(const QAudioDevice& device, int fileRate)
{
    QAudioFormat format;
    format.setChannelCount(2);
    for (const int rate : {fileRate, device.preferredFormat().sampleRate()}) {
        format.setSampleRate(rate);
        for (const auto sample : {QAudioFormat::Float, QAudioFormat::Int16}) {
            format.setSampleFormat(sample);
            if (device.isFormatSupported(format))
                return format;
        }
    }
    return {};
}

QString noDevice()
{
    return AudioEngine::tr("No sound device was found: clips cannot be heard until one is connected.");
}

} // namespace

AudioEngine::AudioEngine(std::shared_ptr<PlaybackControls> controls, std::shared_ptr<std::atomic<int>> newest)
    : m_controls(std::move(controls)), m_newest(std::move(newest)), m_tick(this), m_end(this)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &AudioEngine::tick);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &AudioEngine::finish);
}

AudioEngine::~AudioEngine() = default;

void AudioEngine::findDevice()
{
    if (QMediaDevices::defaultAudioOutput().isNull())
        Q_EMIT failed(noDevice());
}

void AudioEngine::play(int number, const Path& file, double startSeconds)
{
    if (number != m_newest->load())
        return; // the selection has moved on
    close();
    m_number = number;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QString problem = device.isNull() ? noDevice() : QString();
    try {
        if (problem.isEmpty()) {
            const QAudioFormat format = formatFor(device, audio::probe(file).sampleRate);
            if (format.isValid()) {
                m_stream = std::make_unique<ClipStream>(file, startSeconds, format, m_controls);
                m_sink = std::make_unique<QAudioSink>(device, format);
                connect(m_sink.get(), &QAudioSink::stateChanged, this, &AudioEngine::sinkStateChanged);
                // The sink's own buffer size: a small explicit one stalls PulseAudio under Qt 6.4.2.
                m_sink->start(m_stream.get());
                if (m_sink->state() == QAudio::StoppedState)
                    problem = tr("The sound device %1 could not be opened.").arg(device.description());
            } else {
                problem = tr("The sound device %1 takes neither 16 bit nor float stereo.").arg(device.description());
            }
        }
    } catch (const std::exception& error) {
        problem = QString::fromUtf8(error.what());
    }
    if (!problem.isEmpty()) {
        stop();
        Q_EMIT failed(problem);
        return;
    }
    m_tick.start();
    Q_EMIT stateChanged(m_number, PlayState::Playing);
}

void AudioEngine::pause()
{
    if (!m_sink)
        return;
    m_tick.stop();
    m_end.stop();
    tick();
    m_sink->suspend();
    Q_EMIT stateChanged(m_number, PlayState::Paused);
}

void AudioEngine::resume()
{
    if (!m_sink)
        return;
    m_sink->resume();
    m_tick.start();
    Q_EMIT stateChanged(m_number, PlayState::Playing);
    if (m_stream->ended())
        finish();
}

void AudioEngine::stop()
{
    close();
    Q_EMIT stateChanged(m_number, PlayState::Stopped);
}

void AudioEngine::close()
{
    m_tick.stop();
    m_end.stop();
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->reset();
    }
    m_sink.reset();
    m_stream.reset();
}

void AudioEngine::sinkStateChanged(QAudio::State state)
{
    if (state == QAudio::IdleState && m_stream && m_stream->ended() && !m_end.isActive()) {
        // The sink is idle once it has read everything; what it holds is still to be heard.
        const double held = std::max(0.0, m_stream->positionSeconds() - positionSeconds());
        m_end.start(static_cast<int>(held * 1000) + 100);
    } else if (state == QAudio::StoppedState && m_sink && m_sink->error() == QAudio::FatalError) {
        Q_EMIT failed(tr("The sound device went away."));
        // Not from inside the sink's own signal.
        QMetaObject::invokeMethod(this, &AudioEngine::stop, Qt::QueuedConnection);
    }
}

double AudioEngine::positionSeconds() const
{
    const QAudioFormat format = m_sink->format();
    const qint64 held = std::max<qint64>(0, m_sink->bufferSize() - m_sink->bytesFree());
    const double position =
        m_stream->positionSeconds() - static_cast<double>(format.durationForBytes(static_cast<qint32>(held))) / 1e6;
    // Just after a loop's turn the sink still plays the end of the clip.
    return position < 0 && m_controls->loop.load() ? std::max(0.0, position + m_stream->durationSeconds())
                                                   : std::max(0.0, position);
}

void AudioEngine::tick()
{
    if (m_sink && m_stream)
        Q_EMIT positionChanged(m_number, positionSeconds());
}

void AudioEngine::finish()
{
    const QString problem = m_stream ? m_stream->problem() : QString();
    stop();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
}

} // namespace prolap::ui
