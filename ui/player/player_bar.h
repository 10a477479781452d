#pragma once

#include <memory>
#include <optional>

#include <QFrame>

#include "core/audio/clip_reader.h"
#include "ui/player/player.h"
#include "ui/player/sound_axis.h"

class QLabel;
class QScrollBar;
class QSlider;
class QToolButton;

namespace prolap::ui {

class WaveformView;

/// What the player shows of a clip.
struct PlayerClip {
    QString name; ///< empty: none
    Path file;    ///< empty while it is not known
    double durationSeconds = 0;
    int sampleRate = 0;                       ///< Hz; 0 while it is not known
    std::optional<double> integratedLufs;     ///< as listened to
    std::optional<SoundAxis::Span> hitWindow; ///< the part that matched, in seconds
};

/// The player at the bottom of a page: play, loop, waveform, time and gain.
class PlayerBar : public QFrame {
    Q_OBJECT

public:
    explicit PlayerBar(Player* player, QWidget* parent = nullptr);

    /// What is shown of the clip that the player has.
    void setClip(const PlayerClip& clip);
    const PlayerClip& clip() const { return m_clip; }
    void setWaveform(std::shared_ptr<const audio::Waveform> waveform);

    WaveformView* waveform() const { return m_waveform; }
    SoundAxis* axis() const { return m_axis; }
    /// The part of the clip that the user has marked, in seconds; none when nothing is.
    std::optional<SoundAxis::Span> region() const { return m_axis->region(); }
    QSlider* gain() const { return m_gain; }
    int gainDb() const;
    void setGainDb(int db);
    void setLoop(bool loop);
    /// Moves by a twentieth of the clip, at most five seconds.
    void seekBy(int direction);

Q_SIGNALS:
    void playWanted();
    void loopToggled(bool loop);
    /// region() is another one.
    void regionChanged();

private:
    void showState(PlayState state);
    void showPosition(double seconds);
    void showScroll();

    Player* const m_player;
    SoundAxis* const m_axis;
    PlayerClip m_clip;
    QToolButton* m_play;
    QToolButton* m_loop;
    WaveformView* m_waveform;
    QScrollBar* m_scroll; ///< of a zoomed view
    QLabel* m_name;
    QLabel* m_time;
    QSlider* m_gain;
    QLabel* m_gainText;
};

} // namespace prolap::ui
