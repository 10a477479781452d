#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace prolap::ui {

/// Speed and pitch, in a popup of the player.
class TapePanel : public QWidget {
    Q_OBJECT

public:
    explicit TapePanel(QWidget* parent = nullptr);

    /// As a tape: pitch follows. 1/4 to 4, by steps of a semitone.
    double speed() const;
    double semitones() const;
    bool plain() const { return speed() == 1 && semitones() == 0; }
    void reset();

    QSlider* speedSlider() const { return m_speed; }
    QSlider* pitchSlider() const { return m_pitch; }

Q_SIGNALS:
    void changed();

private:
    void show();

    QSlider *m_speed, *m_pitch;
    QLabel *m_speedText, *m_pitchText;
};

} // namespace prolap::ui
