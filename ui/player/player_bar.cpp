#include "ui/player/player_bar.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include "core/audio/decoder.h"
#include "ui/player/player_menu.h"
#include "ui/player/region_files.h"
#include "ui/player/spectrogram_view.h"
#include "ui/player/tape_panel.h"
#include "ui/player/waveform_view.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kScrollSteps = 10000; ///< of the scroll bar over the whole clip
constexpr int kWaveformHeight = 112, kSpectrogramHeight = 164, kBothHeight = 232; ///< of the bar, at least

} // namespace

PlayerBar::PlayerBar(Player* player, QWidget* parent)
    : QFrame(parent),
      m_player(player),
      m_axis(new SoundAxis(this)),
      m_play(new QToolButton),
      m_loop(new QToolButton),
      m_waveform(new WaveformView(m_axis)),
      m_spectrogram(new SpectrogramView(m_axis)),
      m_viewButton(new QToolButton),
      m_match(new QToolButton),
      m_tapeButton(new QToolButton),
      m_more(new QToolButton),
      m_tape(new TapePanel),
      m_menu(new PlayerMenu(this)),
      m_scroll(new QScrollBar(Qt::Horizontal)),
      m_name(new QLabel),
      m_time(new QLabel),
      m_gain(new QSlider(Qt::Horizontal)),
      m_gainText(new QLabel)
{
    for (QToolButton* button : {m_play, m_loop}) {
        button->setMinimumSize(kHitArea + kSpaceControls, kHitArea + kSpaceControls);
        button->setIconSize(QSize(20, 20));
        button->setEnabled(false);
    }
    m_loop->setIcon(icon("loop"));
    m_loop->setCheckable(true);
    m_loop->setEnabled(true);
    m_loop->setToolTip(tr("Play over and over (L)"));
    m_loop->setAccessibleName(tr("Loop"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setMinimumWidth(1);
    m_time->setProperty("dim", true);
    m_time->setAccessibleName(tr("Time"));
    m_gain->setRange(-40, 12);
    m_gain->setPageStep(6);
    m_gain->setFixedWidth(112);
    m_gain->setToolTip(tr("Gain. Louder than 0 dB may be cut off at full scale."));
    m_gain->setAccessibleName(tr("Gain in dB"));
    m_gainText->setProperty("dim", true);
    m_gainText->setFixedWidth(m_gainText->fontMetrics().horizontalAdvance(QStringLiteral("−40 dB ")) + kSpaceInner);
    m_gainText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_waveform->setHint(tr("Choose a clip to hear it"));
    m_scroll->setAccessibleName(tr("Part of the clip in sight"));
    m_scroll->setToolTip(tr("Scroll along the clip (Shift and the wheel)"));
    m_scroll->hide();

    m_viewButton->setIcon(icon("view-waveform"));
    m_match->setIcon(icon("loudness"));
    m_match->setCheckable(true);
    m_match->setAccessibleName(tr("Equal loudness"));
    m_match->setToolTip(tr("Play every clip equally loud (E)"));
    m_tapeButton->setIcon(icon("tape"));
    m_tapeButton->setAccessibleName(tr("Speed and pitch"));
    m_tapeButton->setToolTip(tr("Speed and pitch"));
    m_tapeButton->setPopupMode(QToolButton::InstantPopup);
    auto* tapeMenu = new QMenu(this);
    auto* tapeAction = new QWidgetAction(tapeMenu);
    tapeAction->setDefaultWidget(m_tape);
    tapeMenu->addAction(tapeAction);
    m_tapeButton->setMenu(tapeMenu);
    m_more->setIcon(icon("settings"));
    m_more->setAccessibleName(tr("Player settings"));
    m_more->setToolTip(tr("Sound device, channels, loudness, spectrogram"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    for (QToolButton* button : {m_viewButton, m_match, m_tapeButton, m_more}) {
        button->setMinimumSize(kHitArea, kHitArea);
        button->setIconSize(QSize(16, 16));
    }

    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kSpaceInner);
    buttons->addStretch();
    buttons->addWidget(m_play);
    buttons->addWidget(m_loop);
    buttons->addStretch();
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceControls);
    line->addWidget(m_name, 1);
    line->addWidget(m_time);
    line->addSpacing(kSpaceControls);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(kSpaceInner);
    for (QToolButton* button : {m_viewButton, m_match, m_tapeButton, m_more})
        tools->addWidget(button);
    line->addLayout(tools);
    line->addSpacing(kSpaceControls);
    line->addWidget(m_gain);
    line->addWidget(m_gainText);
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpaceInner);
    right->addLayout(line);
    right->addWidget(m_waveform, 2);
    right->addWidget(m_spectrogram, 3);
    right->addWidget(m_scroll);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(buttons);
    layout->addLayout(right, 1);
    connect(m_play, &QToolButton::clicked, this, &PlayerBar::playWanted);
    connect(m_loop, &QToolButton::toggled, this, [this](bool on) {
        m_player->setLoop(on);
        Q_EMIT loopToggled(on);
    });
    connect(m_gain, &QSlider::valueChanged, this, [this](int db) {
        m_player->setGainDb(db);
        m_gainText->setText(tr("%1 dB").arg(db < 0 ? QStringLiteral("−%1").arg(-db) : QString::number(db)));
    });
    for (SoundView* view : {static_cast<SoundView*>(m_waveform), static_cast<SoundView*>(m_spectrogram)}) {
        connect(view, &SoundView::seekWanted, m_player, &Player::seek);
        connect(view, &SoundView::dragOutWanted, this, &PlayerBar::dragOutWanted);
    }
    connect(m_viewButton, &QToolButton::clicked, this, &PlayerBar::showNextView);
    connect(m_match, &QToolButton::toggled, this, &PlayerBar::applyMatch);
    connect(m_tape, &TapePanel::changed, this, &PlayerBar::applyTape);
    connect(m_menu, &PlayerMenu::outputChanged, m_player, &Player::setOutput);
    connect(m_menu, &PlayerMenu::soloChanged, m_player, &Player::setSolo);
    connect(m_menu, &PlayerMenu::targetChanged, this, &PlayerBar::applyMatch);
    connect(m_menu, &PlayerMenu::rangeChanged, m_spectrogram, &SpectrogramView::setRangeDb);
    connect(m_axis, &SoundAxis::regionChanged, m_player, [this] { m_player->setRegion(m_axis->region()); });
    connect(m_axis, &SoundAxis::viewChanged, this, &PlayerBar::showScroll);
    connect(m_axis, &SoundAxis::regionChanged, this, &PlayerBar::regionChanged);
    connect(m_scroll, &QScrollBar::valueChanged, this, [this](int value) {
        const double from = m_axis->duration() * value / kScrollSteps;
        m_axis->show(from, from + m_axis->to() - m_axis->from());
    });
    connect(m_player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(m_player, &Player::positionChanged, this, &PlayerBar::showPosition);
    m_regionFiles = new RegionFiles(this);
    setView(PlayerView::Waveform);
    m_gain->setValue(-40);
    setGainDb(0);
    showState(PlayState::Stopped);
    showPosition(0);
}

void PlayerBar::setClip(const PlayerClip& clip)
{
    const bool other = clip.file != m_clip.file || clip.name != m_clip.name;
    m_clip = clip;
    m_name->setText(clip.name);
    m_name->setToolTip(clip.name);
    m_axis->setSampleRate(clip.sampleRate);
    if (other || clip.durationSeconds != m_axis->duration()) // else its zoom and its region stay
        m_axis->setDuration(clip.durationSeconds);
    m_axis->setHitWindow(clip.hitWindow);
    m_axis->setOtherWindows(clip.otherWindows);
    m_waveform->setFile(clip.file);
    m_spectrogram->setFile(clip.file);
    m_spectrogram->setHint(m_play->isEnabled() || !clip.name.isEmpty() ? QString() : tr("Choose a clip to see it"));
    if (other)
        readChannels();
    applyMatch();
    m_waveform->setHint(clip.name.isEmpty() ? tr("Choose a clip to hear it") : QString());
    m_play->setEnabled(!clip.name.isEmpty());
    showPosition(m_player->positionSeconds());
}

void PlayerBar::showScroll()
{
    const bool zoomed = m_axis->zoomed();
    m_scroll->setVisible(zoomed);
    if (!zoomed)
        return;
    const QSignalBlocker quiet(m_scroll);
    const double scale = kScrollSteps / m_axis->duration();
    const int page = std::max(1, static_cast<int>((m_axis->to() - m_axis->from()) * scale));
    m_scroll->setRange(0, kScrollSteps - page);
    m_scroll->setPageStep(page);
    m_scroll->setSingleStep(std::max(1, page / 10));
    m_scroll->setValue(static_cast<int>(m_axis->from() * scale));
}

void PlayerBar::setWaveform(std::shared_ptr<const audio::Waveform> waveform)
{
    if (!waveform && !m_name->text().isEmpty())
        m_waveform->setHint(tr("The waveform appears when this clip has been listened to"));
    m_loudest = 0;
    if (waveform)
        for (std::size_t i = 0; i < waveform->max.size(); ++i)
            m_loudest = std::max({m_loudest, waveform->max[i], -waveform->min[i]});
    m_waveform->setWaveform(std::move(waveform));
    applyMatch();
}

void PlayerBar::readChannels()
{
    m_menu->setChannels({});
    m_channelsJob.cancel();
    if (m_clip.file.empty())
        return;
    m_channelsJob.start(
        [file = m_clip.file](std::stop_token, const ProgressFn&) { return audio::Decoder(file).channelNames(); },
        [this](const std::vector<std::string>& names) { m_menu->setChannels(names); },
        [](const JobFailure&) {}); // playing says what is wrong
}

void PlayerBar::setView(PlayerView view)
{
    m_view = view;
    const bool wave = view != PlayerView::Spectrogram, spectrum = view != PlayerView::Waveform;
    m_waveform->setVisible(wave);
    m_spectrogram->setVisible(spectrum);
    m_waveform->setRuler(!spectrum); // the lower one has it
    setMinimumHeight(!spectrum ? kWaveformHeight : wave ? kBothHeight : kSpectrogramHeight);
    m_viewButton->setIcon(icon(view == PlayerView::Waveform      ? "view-waveform"
                               : view == PlayerView::Spectrogram ? "view-spectrogram"
                                                                 : "view-both"));
    const QString what = view == PlayerView::Waveform      ? tr("Waveform; click for the spectrogram (W)")
                         : view == PlayerView::Spectrogram ? tr("Spectrogram; click for both (W)")
                                                           : tr("Waveform and spectrogram; click for the waveform (W)");
    m_viewButton->setToolTip(what);
    m_viewButton->setAccessibleName(what);
}

void PlayerBar::showNextView()
{
    setView(m_view == PlayerView::Waveform      ? PlayerView::Spectrogram
            : m_view == PlayerView::Spectrogram ? PlayerView::Both
                                                : PlayerView::Waveform);
}

bool PlayerBar::matching() const
{
    return m_match->isChecked();
}

void PlayerBar::setMatching(bool on)
{
    m_match->setChecked(on);
}

double PlayerBar::matchDb() const
{
    if (!matching() || !m_clip.integratedLufs)
        return 0;
    // Never louder than full scale.
    const double most = m_loudest > 0 ? std::max(0.0, -20 * std::log10(static_cast<double>(m_loudest))) : 0;
    return std::clamp(m_menu->targetLufs() - *m_clip.integratedLufs, -60.0, most);
}

void PlayerBar::applyMatch()
{
    m_player->setMatchDb(matchDb());
}

void PlayerBar::applyTape()
{
    m_player->setSpeed(m_tape->speed());
    m_player->setSemitones(m_tape->semitones());
    m_tapeButton->setIcon(icon(m_tape->plain() ? "tape" : "tape-on"));
    m_tapeButton->setToolTip(m_tape->plain() ? tr("Speed and pitch")
                                             : tr("Speed × %1, pitch %2 semitones")
                                                   .arg(locale().toString(m_tape->speed(), 'f', 2))
                                                   .arg(m_tape->semitones()));
}

void PlayerBar::save(QSettings& settings) const
{
    m_menu->save(settings);
    settings.setValue(settings::kMatchLoudness, matching());
    settings.setValue(settings::kRegionName, m_regionFiles->nameTemplate());
    settings.setValue(settings::kPlayerView, static_cast<int>(m_view));
}

void PlayerBar::restore(const QSettings& settings)
{
    m_menu->restore(settings);
    m_regionFiles->setNameTemplate(settings.value(settings::kRegionName, m_regionFiles->nameTemplate()).toString());
    setMatching(settings.value(settings::kMatchLoudness, false).toBool());
    setView(static_cast<PlayerView>(std::clamp(settings.value(settings::kPlayerView, 0).toInt(), 0, 2)));
}

int PlayerBar::gainDb() const
{
    return m_gain->value();
}

void PlayerBar::setGainDb(int db)
{
    m_gain->setValue(db);
}

void PlayerBar::setLoop(bool loop)
{
    m_loop->setChecked(loop);
}

void PlayerBar::seekBy(int direction)
{
    const double duration = m_waveform->duration();
    const double step = std::clamp(duration / 20, 0.05, 5.0);
    m_player->seek(std::clamp(m_player->positionSeconds() + direction * step, 0.0, std::max(0.0, duration - 0.01)));
}

void PlayerBar::showState(PlayState state)
{
    const bool playing = state == PlayState::Playing;
    m_play->setIcon(icon(playing ? "pause" : "play"));
    const QString what = playing ? tr("Pause (Space)") : tr("Play (Space)");
    m_play->setToolTip(what);
    m_play->setAccessibleName(what);
    m_waveform->setPlaying(playing);
    m_spectrogram->setPlaying(playing);
}

void PlayerBar::showPosition(double seconds)
{
    m_axis->setPosition(seconds);
    if (m_player->state() == PlayState::Playing)
        m_axis->follow(seconds);
    const double duration = m_axis->duration();
    m_time->setText(duration > 0 ? QStringLiteral("%1 / %2").arg(durationText(seconds), durationText(duration))
                                 : QString());
}

} // namespace prolap::ui
