#include "ui/player/sound_view.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr double kEdgeReach = 5; ///< pixels beside a region's edge that still take hold of it
constexpr QSizeF kGrip(28, 12);
constexpr double kWheelZoom = 1.25;

QString tickText(double seconds, double step)
{
    if (step >= 60 && seconds < 60)
        return QStringLiteral("0:00");
    if (seconds >= 60 && step >= 1)
        return durationText(std::round(seconds));
    const int decimals = step >= 1 ? 0 : std::min(6, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    return QStringLiteral("%1\u202fs").arg(seconds, 0, 'f', decimals);
}

} // namespace

double rulerStep(double secondsPerPixel, double leastPixels)
{
    const double least = secondsPerPixel * leastPixels;
    for (double decade = 0.000001; decade < 60; decade *= 10)
        for (const double step : {1.0, 2.0, 5.0})
            if (step * decade >= least && step * decade < 30)
                return step * decade;
    for (const double step : {30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18000, 36000})
        if (step >= least)
            return step;
    return std::ceil(least / 86400) * 86400;
}

SoundView::SoundView(SoundAxis* axis, QWidget* parent) : QWidget(parent), m_axis(axis)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    connect(m_axis, &SoundAxis::viewChanged, this, &SoundView::redraw);
    connect(m_axis, &SoundAxis::marksChanged, this, &SoundView::redraw);
    connect(m_axis, &SoundAxis::positionChanged, this, [this](double before) {
        for (const double x : {xOf(before), cursorX()})
            update(QRect(static_cast<int>(std::clamp(x, -9.0, width() + 9.0)) - 2, 0, 5, height()));
    });
}

QRectF SoundView::soundRect() const
{
    const int ruler = m_ruler ? QFontMetrics(scaled(font(), kDimScale)).height() : 2;
    return QRectF(rect()).adjusted(2 + kSpaceInner, 2 + kSpaceInner, -2 - kSpaceInner, -2 - ruler);
}

double SoundView::xOf(double seconds) const
{
    const QRectF area = soundRect();
    const double width = m_axis->to() - m_axis->from();
    return width > 0 ? area.left() + (seconds - m_axis->from()) / width * area.width() : area.left();
}

double SoundView::secondsAt(double x) const
{
    const QRectF area = soundRect();
    const double share = area.width() > 0 ? (x - area.left()) / area.width() : 0;
    return std::clamp(m_axis->from() + share * (m_axis->to() - m_axis->from()), 0.0, m_axis->duration());
}

void SoundView::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    redraw();
}

void SoundView::setHint(const QString& hint)
{
    m_hint = hint;
    redraw();
}

void SoundView::setRuler(bool on)
{
    m_ruler = on;
    redraw();
}

void SoundView::redraw()
{
    m_background = {};
    update();
}

void SoundView::repaintBackground()
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
    painter.setFont(scaled(font(), kDimScale));
    if (m_axis->duration() <= 0 || !hasSound()) {
        painter.setPen(p.dim);
        painter.drawText(area, Qt::AlignCenter, m_hint);
    }
    if (m_axis->duration() <= 0)
        return;
    painter.save();
    painter.setClipRect(area);
    if (m_axis->hitWindow()) {
        const double left = xOf(m_axis->hitWindow()->first), right = xOf(m_axis->hitWindow()->second);
        painter.fillRect(QRectF(left, area.top(), std::max(2.0, right - left), area.height()), p.raised);
    }
    if (hasSound())
        paintSound(painter, area);
    for (const SoundAxis::Span& window : m_axis->otherWindows()) // underlined, as in the list
        painter.fillRect(
            QRectF(xOf(window.first), area.bottom() - 2, std::max(2.0, xOf(window.second) - xOf(window.first)), 3),
            mixed(p.accent, p.panel, .7));
    painter.restore();
    painter.setPen(p.line);
    painter.drawLine(QPointF(area.left(), area.bottom() + 1), QPointF(area.right(), area.bottom() + 1));
    if (m_ruler)
        paintRuler(painter, area);
}

void SoundView::paintRuler(QPainter& painter, const QRectF& area)
{
    const Palette& p = ui::palette();
    const double step = rulerStep((m_axis->to() - m_axis->from()) / std::max(1.0, area.width()), 72);
    const QFontMetrics metrics(painter.font());
    for (double i = std::ceil(m_axis->from() / step - 1e-9); i * step <= m_axis->to() + step * 1e-6; ++i) {
        const double x = xOf(i * step);
        const QString text = tickText(i * step, step);
        painter.setPen(p.line);
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x, area.bottom() + 4));
        if (x + kSpaceInner + metrics.horizontalAdvance(text) > area.right())
            break;
        painter.setPen(p.dim);
        painter.drawText(QPointF(x + kSpaceInner, area.bottom() + metrics.ascent() + 1), text);
    }
}

QRectF SoundView::gripRect() const
{
    if (!m_axis->region())
        return {};
    const QRectF area = soundRect();
    const double left = std::clamp(xOf(m_axis->region()->first), area.left(), area.right());
    const double right = std::clamp(xOf(m_axis->region()->second), area.left(), area.right());
    if (right - left < kGrip.width() + 2 * kEdgeReach)
        return {};
    return {QPointF((left + right) / 2 - kGrip.width() / 2, area.top()), kGrip};
}

void SoundView::paintRegion(QPainter& painter, const QRectF& area)
{
    if (!m_axis->region())
        return;
    const Palette& p = ui::palette();
    QColor band = p.accent;
    band.setAlphaF(0.16f);
    const double left = xOf(m_axis->region()->first), right = xOf(m_axis->region()->second);
    painter.save();
    painter.setClipRect(area.adjusted(-4, -4, 4, 4));
    painter.fillRect(QRectF(left, area.top(), right - left, area.height()), band);
    for (const double x : {left, right}) {
        painter.fillRect(QRectF(std::round(x) - 0.5, area.top(), 1.5, area.height()), p.accent);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.accent);
        const double middle = area.center().y();
        painter.drawRoundedRect(QRectF(x - 3, middle - 9, 6, 18), 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (const QRectF grip = gripRect(); !grip.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.accent);
        painter.drawRoundedRect(grip, 3, 3);
        painter.setBrush(p.onAccent);
        for (int i = -1; i <= 1; ++i)
            painter.drawEllipse(grip.center() + QPointF(6 * i, 0), 1.4, 1.4);
    }
    painter.restore();
}

void SoundView::paintEvent(QPaintEvent*)
{
    if (m_background.isNull())
        repaintBackground();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_background);
    if (m_axis->duration() <= 0)
        return;
    const QRectF area = soundRect();
    paintRegion(painter, area);
    if (const double x = cursorX(); x >= area.left() - 1 && x <= area.right() + 1)
        painter.fillRect(QRectF(std::round(x), area.top() - kSpaceInner, 1, area.height() + kSpaceInner),
                         ui::palette().accent);
}

void SoundView::resizeEvent(QResizeEvent* event)
{
    redraw();
    QWidget::resizeEvent(event);
}

void SoundView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        redraw();
    QWidget::changeEvent(event);
}

SoundView::Grab SoundView::grabAt(const QPointF& at, Qt::KeyboardModifiers modifiers) const
{
    if (m_axis->duration() <= 0)
        return Grab::Nothing;
    if (m_axis->region() && at.y() <= soundRect().bottom()) {
        if (gripRect().contains(at))
            return Grab::Grip;
        if (std::abs(at.x() - xOf(m_axis->region()->first)) <= kEdgeReach)
            return Grab::Start;
        if (std::abs(at.x() - xOf(m_axis->region()->second)) <= kEdgeReach)
            return Grab::End;
    }
    return modifiers & Qt::ShiftModifier ? Grab::NewRegion : Grab::Cursor;
}

void SoundView::showCursorFor(Grab grab)
{
    setCursor(grab == Grab::Start || grab == Grab::End ? Qt::SizeHorCursor
              : grab == Grab::Grip                     ? Qt::OpenHandCursor
              : grab == Grab::NewRegion                ? Qt::IBeamCursor
                                                       : Qt::PointingHandCursor);
}

void SoundView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    if (event->button() == Qt::MiddleButton && m_axis->duration() > 0) {
        m_grab = Grab::Pan;
        m_anchor = secondsAt(m_pressed.x());
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_grab = grabAt(m_pressed, event->modifiers());
    const double at = secondsAt(m_pressed.x());
    switch (m_grab) {
    case Grab::Cursor:
        Q_EMIT seekWanted(at);
        break;
    case Grab::NewRegion:
        m_anchor = at;
        break;
    case Grab::Start:
        m_anchor = m_axis->region()->second;
        break;
    case Grab::End:
        m_anchor = m_axis->region()->first;
        break;
    default:
        break;
    }
}

void SoundView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (event->buttons() == Qt::NoButton) {
        showCursorFor(grabAt(at, event->modifiers()));
        return;
    }
    switch (m_grab) {
    case Grab::Cursor:
        Q_EMIT seekWanted(secondsAt(at.x()));
        break;
    case Grab::NewRegion:
    case Grab::Start:
    case Grab::End:
        m_axis->setRegion(SoundAxis::Span(m_anchor, secondsAt(at.x())));
        break;
    case Grab::Pan:
        m_axis->scrollBy(m_anchor - secondsAt(at.x()));
        break;
    case Grab::Grip:
        if ((at - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
            m_grab = Grab::Nothing;
            Q_EMIT dragOutWanted();
        }
        break;
    case Grab::Nothing:
        break;
    }
}

void SoundView::mouseReleaseEvent(QMouseEvent* event)
{
    m_grab = Grab::Nothing;
    showCursorFor(grabAt(event->position(), event->modifiers()));
}

void SoundView::mouseDoubleClickEvent(QMouseEvent* event)
{
    // Twice inside the region: see it whole; twice elsewhere: see everything.
    const double at = secondsAt(event->position().x());
    if (event->button() != Qt::LeftButton || m_axis->duration() <= 0)
        return;
    if (m_axis->region() && at >= m_axis->region()->first && at <= m_axis->region()->second) {
        const double margin = (m_axis->region()->second - m_axis->region()->first) * 0.05;
        m_axis->show(m_axis->region()->first - margin, m_axis->region()->second + margin);
    } else {
        m_axis->showAll();
    }
}

void SoundView::wheelEvent(QWheelEvent* event)
{
    if (m_axis->duration() <= 0)
        return;
    const QPoint angle = event->angleDelta();
    const bool scrolls = event->modifiers() & Qt::ShiftModifier || std::abs(angle.x()) > std::abs(angle.y());
    const double notches = (std::abs(angle.x()) > std::abs(angle.y()) ? angle.x() : angle.y()) / 120.0;
    if (scrolls)
        m_axis->scrollBy(-notches * (m_axis->to() - m_axis->from()) / 10);
    else
        m_axis->zoom(std::pow(kWheelZoom, notches), secondsAt(event->position().x()));
    event->accept();
}

void SoundView::focusInEvent(QFocusEvent* event)
{
    redraw();
    QWidget::focusInEvent(event);
}

void SoundView::focusOutEvent(QFocusEvent* event)
{
    redraw();
    QWidget::focusOutEvent(event);
}

} // namespace prolap::ui
