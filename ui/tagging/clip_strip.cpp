#include "ui/tagging/clip_strip.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>

#include "ui/player/player.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {
constexpr int kHeight = 96;
}

ClipStrip::ClipStrip(Player* player, QWidget* parent) : QWidget(parent), m_player(player)
{
    setMinimumHeight(kHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Waveform of the clip"));
    setToolTip(tr("Click to play from there"));
    connect(player, &Player::positionChanged, this, qOverload<>(&QWidget::update));
    connect(player, &Player::stateChanged, this, qOverload<>(&QWidget::update));
}

void ClipStrip::show(const Path& file, double seconds, const Thumbnail& waveform)
{
    m_file = file;
    m_seconds = seconds;
    m_waveform = waveform;
    update();
}

void ClipStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Palette& p = ui::palette();
    painter.fillRect(rect(), p.panel);
    if (m_file.empty() || m_waveform.peak.empty())
        return;
    const bool ours = m_player->file() == m_file;
    const bool playing = ours && m_player->state() == PlayState::Playing;
    const QColor ink = playing ? p.accent : p.dim;
    QColor body = ink;
    body.setAlphaF(.75F);
    paintThumbnail(painter, QRectF(rect()).adjusted(0, kSpaceInner, 0, -kSpaceInner), m_waveform, {ink, body});
    if (ours && m_seconds > 0) {
        const double x = width() * std::clamp(m_player->positionSeconds() / m_seconds, 0.0, 1.0);
        painter.fillRect(QRectF(x, 0, 1, height()), p.accent);
    }
}

void ClipStrip::mousePressEvent(QMouseEvent* event)
{
    if (!m_file.empty() && event->button() == Qt::LeftButton)
        m_player->play(m_file, m_seconds * std::clamp(event->position().x() / std::max(1, width()), 0.0, 1.0));
}

} // namespace prolap::ui
