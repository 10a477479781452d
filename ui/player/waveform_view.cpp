#include "ui/player/waveform_view.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/glyphs/waveform_glyph.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

QString tickText(double seconds, double step)
{
    if (step >= 60 && seconds < 60)
        return QStringLiteral("0:00");
    if (seconds >= 60)
        return durationText(std::round(seconds));
    const int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
    return QStringLiteral("%1\u202fs").arg(seconds, 0, 'f', decimals);
}

} // namespace

double rulerStep(double secondsPerPixel, double leastPixels)
{
    const double least = secondsPerPixel * leastPixels;
    for (double decade = 0.001; decade < 60; decade *= 10)
        for (const double step : {1.0, 2.0, 5.0})
            if (step * decade >= least && step * decade < 30)
                return step * decade;
    for (const double step : {30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18000, 36000})
        if (step >= least)
            return step;
    return std::ceil(least / 86400) * 86400;
}

WaveformView::WaveformView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Waveform"));
    setToolTip(tr("Click to hear from there; Left and Right seek"));
}

QRectF WaveformView::soundRect() const
{
    const int ruler = QFontMetrics(scaled(font(), kDimScale)).height();
    return QRectF(rect()).adjusted(2 + kSpaceInner, 2 + kSpaceInner, -2 - kSpaceInner, -2 - ruler);
}

double WaveformView::cursorX() const
{
    const QRectF area = soundRect();
    return area.left() + (m_duration > 0 ? std::clamp(m_position / m_duration, 0.0, 1.0) : 0.0) * area.width();
}

double WaveformView::secondsAt(double x) const
{
    const QRectF area = soundRect();
    return m_duration * std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
}

void WaveformView::setWaveform(std::shared_ptr<const audio::Waveform> waveform)
{
    m_waveform = std::move(waveform);
    redraw();
}

void WaveformView::setDuration(double seconds)
{
    if (seconds == m_duration)
        return;
    m_duration = seconds;
    redraw();
}

void WaveformView::setHitWindow(std::optional<std::pair<double, double>> window)
{
    m_hitWindow = window;
    redraw();
}

void WaveformView::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    redraw();
}

void WaveformView::setHint(const QString& hint)
{
    m_hint = hint;
    redraw();
}

void WaveformView::setPosition(double seconds)
{
    const double before = cursorX();
    m_position = seconds;
    const double now = cursorX();
    for (const double x : {before, now})
        update(QRect(static_cast<int>(x) - 2, 0, 5, height()));
}

void WaveformView::redraw()
{
    m_background = {};
    update();
}

void WaveformView::repaintBackground()
{
    const Palette& p = ui::palette();
    m_background = QPixmap(size() * devicePixelRatioF());
    m_background.setDevicePixelRatio(devicePixelRatioF());
    m_background.fill(Qt::transparent);
    QPainter painter(&m_background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? p.accent : p.line, hasFocus() ? 2 : 1));
    painter.setBrush(p.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QRectF area = soundRect();
    const QFont small = scaled(font(), kDimScale);
    painter.setFont(small);
    if (m_duration <= 0 || !m_waveform || m_waveform->rms.empty()) {
        painter.setPen(p.dim);
        painter.drawText(area, Qt::AlignCenter, m_hint);
    }
    if (m_duration <= 0)
        return;
    if (m_hitWindow) {
        const double left = area.left() + area.width() * std::clamp(m_hitWindow->first / m_duration, 0.0, 1.0);
        const double right = area.left() + area.width() * std::clamp(m_hitWindow->second / m_duration, 0.0, 1.0);
        painter.fillRect(QRectF(left, area.top(), std::max(2.0, right - left), area.height()), p.raised);
    }
    if (m_waveform) {
        const QColor body = m_playing ? p.accent : p.dim;
        float loudest = 1e-3f;
        for (std::size_t i = 0; i < m_waveform->max.size(); ++i)
            loudest = std::max({loudest, m_waveform->max[i], -m_waveform->min[i]});
        paintWaveform(painter, area, *m_waveform, {mixed(body, p.panel, 0.5), body}, 0.95 / std::min(1.0f, loudest));
    }
    painter.setPen(p.line);
    painter.drawLine(QPointF(area.left(), area.bottom() + 1), QPointF(area.right(), area.bottom() + 1));
    const double step = rulerStep(m_duration / area.width(), 72);
    const QFontMetrics metrics(small);
    for (int i = 0; i * step <= m_duration; ++i) {
        const double x = area.left() + i * step / m_duration * area.width();
        const QString text = tickText(i * step, step);
        painter.setPen(p.line);
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x, area.bottom() + 4));
        if (x + kSpaceInner + metrics.horizontalAdvance(text) > area.right())
            break;
        painter.setPen(p.dim);
        painter.drawText(QPointF(x + kSpaceInner, area.bottom() + metrics.ascent() + 1), text);
    }
}

void WaveformView::paintEvent(QPaintEvent*)
{
    if (m_background.isNull())
        repaintBackground();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_background);
    if (m_duration > 0)
        painter.fillRect(
            QRectF(std::round(cursorX()), soundRect().top() - kSpaceInner, 1, soundRect().height() + kSpaceInner),
            ui::palette().accent);
}

void WaveformView::resizeEvent(QResizeEvent* event)
{
    m_background = {};
    QWidget::resizeEvent(event);
}

void WaveformView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        redraw();
    QWidget::changeEvent(event);
}

void WaveformView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_duration > 0)
        Q_EMIT seekWanted(secondsAt(event->position().x()));
}

void WaveformView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton && m_duration > 0)
        Q_EMIT seekWanted(secondsAt(event->position().x()));
}

void WaveformView::focusInEvent(QFocusEvent* event)
{
    redraw();
    QWidget::focusInEvent(event);
}

void WaveformView::focusOutEvent(QFocusEvent* event)
{
    redraw();
    QWidget::focusOutEvent(event);
}

} // namespace prolap::ui
