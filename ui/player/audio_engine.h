#pragma once

#include <atomic>
#include <memory>

#include <QAudioDevice>
#include <QAudioSink>
#include <QObject>
#include <QTimer>

#include "ui/player/clip_stream.h"

namespace prolap::ui {

enum class PlayState { Stopped, Playing, Paused };

/// The part of the player that lives in the audio thread: it opens files and the sound device, both of which may
/// take their time. Talk to it through Player.
class AudioEngine : public QObject {
    Q_OBJECT

public:
    AudioEngine(std::shared_ptr<PlaybackControls> controls, std::shared_ptr<std::atomic<int>> newest,
                std::shared_ptr<audio::Preroll> preroll);
    ~AudioEngine() override;

    // Each on the audio thread. number: an order is skipped when a newer one has been given.
    void play(int number, const Path& file, double startSeconds);
    void pause();
    void resume();
    void stop();
    /// Looks for a sound device, and says so when there is none.
    void findDevice();
    /// By its QAudioDevice::id(); empty, or one that is not there: the desktop's own choice. From the next play on.
    void setDevice(const QByteArray& id) { m_deviceId = id; }

Q_SIGNALS:
    /// number: of the order to play that it is about; the end of the last clip is not taken for the end of the next.
    void stateChanged(int number, prolap::ui::PlayState state);
    void positionChanged(int number, double seconds);
    void failed(const QString& sentence);

private:
    void sinkStateChanged(QAudio::State state);
    void tick();
    void feed(); ///< fills the sink's buffer
    void finish();
    void close();
    double positionSeconds() const;
    qint64 heldBytes() const; ///< of the clip, written and not heard yet
    QAudioDevice device() const;

    const std::shared_ptr<PlaybackControls> m_controls;
    const std::shared_ptr<std::atomic<int>> m_newest;
    const std::shared_ptr<audio::Preroll> m_preroll;
    QByteArray m_deviceId;
    int m_number = 0;
    std::unique_ptr<ClipStream> m_stream;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice* m_out = nullptr; ///< the sink's
    QByteArray m_pending;       ///< read from the stream and not written yet
    bool m_silent = false;      ///< the clip is over and silence follows it
    qint64 m_silentBytes = 0;   ///< written of it
    QTimer m_tick, m_feed, m_end;
};

} // namespace prolap::ui
