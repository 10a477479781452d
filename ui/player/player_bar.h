#pragma once

#include <memory>
#include <optional>

#include <QFrame>

#include "core/audio/clip_reader.h"
#include "ui/jobs/job.h"
#include "ui/player/player.h"
#include "ui/player/sound_axis.h"

class QLabel;
class QScrollBar;
class QSettings;
class QSlider;
class QToolButton;

namespace prolap::ui {

class PlayerMenu;
class RegionFiles;
class SpectrogramView;
class TapePanel;
class WaveformView;

/// What the player shows of a clip.
struct PlayerClip {
    QString name; ///< empty: none
    Path file;    ///< empty while it is not known
    double durationSeconds = 0;
    int sampleRate = 0;                             ///< Hz; 0 while it is not known
    std::optional<double> integratedLufs;           ///< as listened to
    std::optional<SoundAxis::Span> hitWindow;       ///< the part that matched best, in seconds
    std::vector<SoundAxis::Span> otherWindows = {}; ///< other parts that match
};

enum class PlayerView { Waveform, Spectrogram, Both };

/// The player at the bottom of a page: play, loop, waveform and spectrogram, time, speed and pitch, gain.
class PlayerBar : public QFrame {
    Q_OBJECT

public:
    explicit PlayerBar(Player* player, QWidget* parent = nullptr);

    /// What is shown of the clip that the player has.
    void setClip(const PlayerClip& clip);
    const PlayerClip& clip() const { return m_clip; }
    void setWaveform(std::shared_ptr<const audio::Waveform> waveform);

    WaveformView* waveform() const { return m_waveform; }
    SpectrogramView* spectrogram() const { return m_spectrogram; }
    TapePanel* tape() const { return m_tape; }
    PlayerMenu* menu() const { return m_menu; }
    RegionFiles* regionFiles() const { return m_regionFiles; }
    SoundAxis* axis() const { return m_axis; }
    /// The part of the clip that the user has marked, in seconds; none when nothing is.
    std::optional<SoundAxis::Span> region() const { return m_axis->region(); }
    QSlider* gain() const { return m_gain; }
    int gainDb() const;
    void setGainDb(int db);
    void setLoop(bool loop);
    PlayerView view() const { return m_view; }
    void setView(PlayerView view);
    void showNextView();
    /// Whether clips are played equally loud, by their loudness as listened to.
    bool matching() const;
    void setMatching(bool on);
    /// What equal loudness adds to the gain for the clip that is shown, in dB.
    double matchDb() const;
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);
    /// Moves by a twentieth of the clip, at most five seconds.
    void seekBy(int direction);

Q_SIGNALS:
    void playWanted();
    void loopToggled(bool loop);
    /// region() is another one.
    void regionChanged();
    /// The grip of the region was pulled: it is to be dragged out as a file.
    void dragOutWanted();

private:
    void showState(PlayState state);
    void showPosition(double seconds);
    void showScroll();
    void applyMatch();
    void applyTape();
    void readChannels();

    Player* const m_player;
    SoundAxis* const m_axis;
    PlayerClip m_clip;
    QToolButton* m_play;
    QToolButton* m_loop;
    WaveformView* m_waveform;
    SpectrogramView* m_spectrogram;
    QToolButton *m_viewButton, *m_match, *m_tapeButton, *m_more;
    TapePanel* m_tape;
    PlayerMenu* m_menu;
    RegionFiles* m_regionFiles = nullptr;
    PlayerView m_view = PlayerView::Waveform;
    Job m_channelsJob;
    float m_loudest = 1;  ///< of the waveform
    QScrollBar* m_scroll; ///< of a zoomed view
    QLabel* m_name;
    QLabel* m_time;
    QSlider* m_gain;
    QLabel* m_gainText;
};

} // namespace prolap::ui
