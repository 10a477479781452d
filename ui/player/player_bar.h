#pragma once

#include <memory>
#include <optional>

#include <QFrame>

#include "core/audio/clip_reader.h"
#include "ui/player/player.h"

class QLabel;
class QSlider;
class QToolButton;

namespace prolap::ui {

class WaveformView;

/// The player at the bottom of a page: play, loop, waveform, time and gain.
class PlayerBar : public QFrame {
    Q_OBJECT

public:
    explicit PlayerBar(Player* player, QWidget* parent = nullptr);

    /// What is shown of the clip that the player has.
    void setClip(const QString& name, double durationSeconds, std::optional<std::pair<double, double>> hitWindow);
    void setWaveform(std::shared_ptr<const audio::Waveform> waveform);

    WaveformView* waveform() const { return m_waveform; }
    QSlider* gain() const { return m_gain; }
    int gainDb() const;
    void setGainDb(int db);
    void setLoop(bool loop);
    /// Moves by a twentieth of the clip, at most five seconds.
    void seekBy(int direction);

Q_SIGNALS:
    void playWanted();
    void loopToggled(bool loop);

private:
    void showState(PlayState state);
    void showPosition(double seconds);

    Player* const m_player;
    QToolButton* m_play;
    QToolButton* m_loop;
    WaveformView* m_waveform;
    QLabel* m_name;
    QLabel* m_time;
    QSlider* m_gain;
    QLabel* m_gainText;
};

} // namespace prolap::ui
