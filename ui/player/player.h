#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QObject>
#include <QThread>

#include "ui/player/audio_engine.h"

namespace prolap::ui {

/// Plays one clip at a time. Nothing here waits: orders go to the audio thread, and an order that a newer one has
/// overtaken is skipped, so holding an arrow key down does not queue up sounds.
/// Threads: the GUI thread.
class Player : public QObject {
    Q_OBJECT

public:
    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Chooses the clip that toggle() and seek() mean; stops what plays.
    void load(const Path& file, double startSeconds);
    void play(const Path& file, double startSeconds);
    void toggle();
    void stop();
    /// Plays on from there; while stopped or paused only moves the cursor.
    void seek(double seconds);

    /// What is likely to be heard next, the most likely first: it is opened and decoded ahead.
    void prepare(const std::vector<audio::PlayPoint>& points) { m_preroll->want(points); }
    /// Whether what prepare() named is ready.
    bool prepared() const { return m_preroll->idle(); }

    void setGainDb(double db);           ///< -40 to +12; sounds are clipped at full scale
    void setMatchDb(double db);          ///< on top of the gain, so that clips are equally loud
    void setSpeed(double speed);         ///< as a tape: pitch follows; 1/4 to 4
    void setSemitones(double semitones); ///< pitch alone; -24 to 24
    void setSolo(int channel);           ///< heard alone; -1: all
    /// Bounds playing that begins inside it. None: the whole clip.
    void setRegion(std::optional<std::pair<double, double>> region);
    /// A sound device by its QAudioDevice::id(); empty: the desktop's own choice. Goes on playing there.
    void setOutput(const QByteArray& deviceId);
    void setLoop(bool loop);
    bool loop() const;

    const Path& file() const { return m_file; }
    PlayState state() const { return m_state; }
    double positionSeconds() const { return m_position; }

Q_SIGNALS:
    void loaded();
    void stateChanged(prolap::ui::PlayState state);
    void positionChanged(double seconds);
    /// One sentence, for the status bar.
    void failed(const QString& sentence);

private:
    void start();
    void setState(PlayState state);
    void applyGain();

    const std::shared_ptr<PlaybackControls> m_controls = std::make_shared<PlaybackControls>();
    const std::shared_ptr<std::atomic<int>> m_newest = std::make_shared<std::atomic<int>>(0);
    const std::shared_ptr<audio::Preroll> m_preroll = std::make_shared<audio::Preroll>();
    QThread m_thread;
    AudioEngine* m_engine; ///< lives in m_thread, dies with it
    Path m_file;
    double m_position = 0;
    double m_gainDb = 0, m_matchDb = 0;
    PlayState m_state = PlayState::Stopped;
    bool m_movedWhilePaused = false;
};

} // namespace prolap::ui
