#include "ui/player/audio_engine.h"

#include <algorithm>

#include <QAudioDevice>
#include <QMediaDevices>

namespace prolap::ui {

namespace {

constexpr int kTickMs = 33;
constexpr int kFeedMs = 10;
constexpr int kTailMs = 30; ///< the device's own delay, beyond what the sink counts

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

AudioEngine::AudioEngine(std::shared_ptr<PlaybackControls> controls, std::shared_ptr<std::atomic<int>> newest,
                         std::shared_ptr<audio::Preroll> preroll)
    : m_controls(std::move(controls)),
      m_newest(std::move(newest)),
      m_preroll(std::move(preroll)),
      m_tick(this),
      m_feed(this),
      m_end(this)
{
    m_feed.setInterval(kFeedMs);
    m_feed.setTimerType(Qt::PreciseTimer);
    connect(&m_feed, &QTimer::timeout, this, &AudioEngine::feed);
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
    const QAudioDevice device = this->device();
    QString problem = device.isNull() ? noDevice() : QString();
    try {
        if (problem.isEmpty()) {
            std::unique_ptr<audio::OpenedClip> clip = m_preroll->take({file, startSeconds});
            if (!clip)
                clip = audio::OpenedClip::open({file, startSeconds}, 0);
            const QAudioFormat format = formatFor(device, clip->decoder->sampleRate());
            if (format.isValid()) {
                m_stream = std::make_unique<ClipStream>(std::move(clip), format, m_controls);
                m_sink = std::make_unique<QAudioSink>(device, format);
                connect(m_sink.get(), &QAudioSink::stateChanged, this, &AudioEngine::sinkStateChanged);
                // Written by hand: under Qt 6.4.2 a sink that reads by itself fills its buffer by whole periods, and
                // PulseAudio may wait for the rest of it for ever.
                m_out = m_sink->start();
                if (!m_out || m_sink->state() == QAudio::StoppedState)
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
    feed();
    m_feed.start();
    m_tick.start();
    Q_EMIT stateChanged(m_number, PlayState::Playing);
}

void AudioEngine::feed()
{
    if (!m_out || !m_sink)
        return;
    const qint64 frame = m_sink->format().bytesPerFrame();
    while (true) {
        const qint64 room = m_sink->bytesFree() / frame * frame;
        if (room <= 0)
            break;
        if (m_pending.isEmpty()) {
            m_pending.resize(room);
            const qint64 got = m_stream->ended() ? 0 : std::max<qint64>(0, m_stream->read(m_pending.data(), room));
            m_pending.truncate(got);
            if (m_pending.isEmpty()) { // a full buffer of silence: a clip that is shorter than it is begun all the same
                m_pending = QByteArray(room, '\0');
                m_silent = true;
            }
        }
        const qint64 written = m_out->write(m_pending.constData(), std::min<qint64>(room, m_pending.size()));
        if (written <= 0)
            break;
        m_pending.remove(0, written);
        if (m_silent)
            m_silentBytes += written;
    }
    if (m_silent && !m_end.isActive())
        m_end.start(static_cast<int>(m_sink->format().durationForBytes(static_cast<qint32>(heldBytes())) / 1000) +
                    kTailMs);
}

qint64 AudioEngine::heldBytes() const
{
    return std::max<qint64>(0, m_sink->bufferSize() - m_sink->bytesFree() - m_silentBytes);
}

void AudioEngine::pause()
{
    if (!m_sink)
        return;
    m_tick.stop();
    m_feed.stop();
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
    m_feed.start();
    Q_EMIT stateChanged(m_number, PlayState::Playing);
}

void AudioEngine::stop()
{
    close();
    Q_EMIT stateChanged(m_number, PlayState::Stopped);
}

void AudioEngine::close()
{
    m_tick.stop();
    m_feed.stop();
    m_end.stop();
    m_out = nullptr; // the sink's own
    m_pending.clear();
    m_silent = false;
    m_silentBytes = 0;
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->reset();
    }
    m_sink.reset();
    m_stream.reset();
}

void AudioEngine::sinkStateChanged(QAudio::State state)
{
    if (state == QAudio::StoppedState && m_sink && m_sink->error() == QAudio::FatalError) {
        Q_EMIT failed(tr("The sound device went away."));
        // Not from inside the sink's own signal.
        QMetaObject::invokeMethod(this, &AudioEngine::stop, Qt::QueuedConnection);
    }
}

QAudioDevice AudioEngine::device() const
{
    if (!m_deviceId.isEmpty())
        for (const QAudioDevice& device : QMediaDevices::audioOutputs())
            if (device.id() == m_deviceId)
                return device;
    return QMediaDevices::defaultAudioOutput();
}

double AudioEngine::positionSeconds() const
{
    return m_stream->positionSeconds(
        m_sink->format().framesForBytes(static_cast<qint32>(heldBytes() + m_pending.size())));
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
