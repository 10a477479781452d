#include "ui/player/player_bar.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/player/waveform_view.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kScrollSteps = 10000; ///< of the scroll bar over the whole clip

} // namespace

PlayerBar::PlayerBar(Player* player, QWidget* parent)
    : QFrame(parent),
      m_player(player),
      m_axis(new SoundAxis(this)),
      m_play(new QToolButton),
      m_loop(new QToolButton),
      m_waveform(new WaveformView(m_axis)),
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
    line->addSpacing(kSpaceGroups);
    line->addWidget(m_gain);
    line->addWidget(m_gainText);
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpaceInner);
    right->addLayout(line);
    right->addWidget(m_waveform, 1);
    right->addWidget(m_scroll);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(buttons);
    layout->addLayout(right, 1);
    setMinimumHeight(112);

    connect(m_play, &QToolButton::clicked, this, &PlayerBar::playWanted);
    connect(m_loop, &QToolButton::toggled, this, [this](bool on) {
        m_player->setLoop(on);
        Q_EMIT loopToggled(on);
    });
    connect(m_gain, &QSlider::valueChanged, this, [this](int db) {
        m_player->setGainDb(db);
        m_gainText->setText(tr("%1 dB").arg(db < 0 ? QStringLiteral("−%1").arg(-db) : QString::number(db)));
    });
    connect(m_waveform, &WaveformView::seekWanted, m_player, &Player::seek);
    connect(m_axis, &SoundAxis::viewChanged, this, &PlayerBar::showScroll);
    connect(m_axis, &SoundAxis::regionChanged, this, &PlayerBar::regionChanged);
    connect(m_scroll, &QScrollBar::valueChanged, this, [this](int value) {
        const double from = m_axis->duration() * value / kScrollSteps;
        m_axis->show(from, from + m_axis->to() - m_axis->from());
    });
    connect(m_player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(m_player, &Player::positionChanged, this, &PlayerBar::showPosition);
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
    m_waveform->setFile(clip.file);
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
    m_waveform->setWaveform(std::move(waveform));
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
