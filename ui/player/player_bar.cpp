#include "ui/player/player_bar.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/player/waveform_view.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

PlayerBar::PlayerBar(Player* player, QWidget* parent)
    : QFrame(parent),
      m_player(player),
      m_play(new QToolButton),
      m_loop(new QToolButton),
      m_waveform(new WaveformView),
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
    connect(m_player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(m_player, &Player::positionChanged, this, &PlayerBar::showPosition);
    m_gain->setValue(-40);
    setGainDb(0);
    showState(PlayState::Stopped);
    showPosition(0);
}

void PlayerBar::setClip(const QString& name, double durationSeconds, std::optional<std::pair<double, double>> hitWindow)
{
    m_name->setText(name);
    m_name->setToolTip(name);
    m_waveform->setDuration(durationSeconds);
    m_waveform->setHitWindow(hitWindow);
    m_waveform->setHint(name.isEmpty() ? tr("Choose a clip to hear it") : QString());
    m_play->setEnabled(!name.isEmpty());
    showPosition(m_player->positionSeconds());
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
    m_waveform->setPosition(seconds);
    const double duration = m_waveform->duration();
    m_time->setText(duration > 0 ? QStringLiteral("%1 / %2").arg(durationText(seconds), durationText(duration))
                                 : QString());
}

} // namespace prolap::ui
