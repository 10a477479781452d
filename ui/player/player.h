#pragma once

#include <atomic>
#include <memory>

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

    void setGainDb(double db); ///< -40 to +12; sounds are clipped at full scale
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

    const std::shared_ptr<PlaybackControls> m_controls = std::make_shared<PlaybackControls>();
    const std::shared_ptr<std::atomic<int>> m_newest = std::make_shared<std::atomic<int>>(0);
    QThread m_thread;
    AudioEngine* m_engine; ///< lives in m_thread, dies with it
    Path m_file;
    double m_position = 0;
    PlayState m_state = PlayState::Stopped;
    bool m_movedWhilePaused = false;
};

} // namespace prolap::ui
