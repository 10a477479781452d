#include "ui/traverse/path_chart.h"

#include <algorithm>
#include <cmath>

#include <QChart>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>
#include <QWheelEvent>

#include "ui/charts/axis_ticks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kTicksUp = 4, kTicksAcross = 6; ///< at most about so many steps

} // namespace

PathChart::PathChart(const QString& title, MapInk ink, QWidget* parent)
    : QChartView(parent),
      m_title(title),
      m_ink(ink),
      m_first(new QLineSeries),
      m_second(new QLineSeries),
      m_x(new QValueAxis),
      m_y(new QValueAxis),
      m_ownY(new QValueAxis)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    setMinimumHeight(84);
    QChart* plot = chart();
    plot->legend()->hide();
    plot->setMargins({0, 0, kSpaceInner, 0});
    plot->layout()->setContentsMargins(0, 0, 0, 0);
    plot->setBackgroundRoundness(0);
    plot->addSeries(m_first);
    plot->addSeries(m_second);
    plot->addAxis(m_x, Qt::AlignBottom);
    plot->addAxis(m_y, Qt::AlignLeft);
    plot->addAxis(m_ownY, Qt::AlignRight);
    m_ownY->hide();
    for (QLineSeries* series : {m_first, m_second})
        series->attachAxis(m_x);
    m_first->attachAxis(m_y);
    m_second->attachAxis(m_ownY);
    m_x->setLabelFormat(QStringLiteral("%d"));
    m_y->setTitleText(title);
    for (QValueAxis* axis : {m_x, m_y})
        useRoundTicks(axis);
    const QFont small = scaled(font(), kDimScale);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
    }
    m_format = [](double value) { return QString::number(value, 'g', 3); };
    refreshColours();
}

void PathChart::refreshColours()
{
    const Palette& p = ui::palette();
    chart()->setBackgroundBrush(Qt::NoBrush);
    setBackgroundBrush(p.panel);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsColor(p.dim);
        axis->setTitleBrush(p.dim);
        axis->setGridLineColor(p.line);
        axis->setLinePenColor(p.line);
    }
    QPen pen(inkColour(m_ink), 2);
    m_first->setPen(pen);
    pen.setStyle(Qt::DashLine);
    m_second->setPen(pen);
    viewport()->update();
}

void PathChart::setValues(const std::vector<double>& values, const std::vector<double>& second)
{
    m_values = values;
    m_beside = second;
    const auto listed = [](const std::vector<double>& all) {
        QList<QPointF> points;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (std::isfinite(all[i]))
                points << QPointF(static_cast<double>(i), all[i]);
        return points;
    };
    m_first->replace(listed(values));
    m_second->replace(listed(second));
    m_second->setVisible(!second.empty());
    m_cursor = std::min(m_cursor, static_cast<int>(values.size()) - 1);
    scale();
}

/// From the least to the greatest, with some room.
std::pair<double, double> PathChart::rangeOf(std::initializer_list<const std::vector<double>*> all) const
{
    double low = 1e300, high = -1e300;
    for (const std::vector<double>* values : all)
        for (const double value : *values)
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    if (m_range) {
        low = std::min(low, m_range->first);
        high = std::max(high, m_range->second);
    }
    if (low > high)
        low = 0, high = 1;
    const double room = m_range ? 0 : .08 * std::max(high - low, 1e-6 + std::abs(high) * .01);
    return {low - room, high + room};
}

void PathChart::scale()
{
    const auto [low, high] = m_own ? rangeOf({&m_values}) : rangeOf({&m_values, &m_beside});
    setSpan(m_y, low, high, niceStep(high - low, kTicksUp));
    m_y->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOf(m_y->tickInterval())) + m_unit);
    const auto [ownLow, ownHigh] = m_own ? rangeOf({&m_beside}) : std::pair(low, high);
    m_ownY->setRange(ownLow, ownHigh);
    showPoints(0, std::max(1.0, static_cast<double>(std::max(m_values.size(), m_beside.size())) - 1));
    viewport()->update();
}

void PathChart::showPoints(double from, double to)
{
    setSpan(m_x, from, to, std::max(1.0, niceStep(to - from, kTicksAcross)));
}

void PathChart::setOwnScale(bool own)
{
    m_own = own;
    scale();
}

void PathChart::setBands(std::vector<Band> bands)
{
    m_bands = std::move(bands);
    viewport()->update();
}

void PathChart::setThreshold(double value, const QString& name)
{
    m_threshold = value;
    m_thresholdName = name;
}

void PathChart::setRange(double low, double high)
{
    m_range = {low, high};
    scale();
}

void PathChart::setFormat(std::function<QString(double)> format, const QString& unit)
{
    m_format = std::move(format);
    m_unit = unit;
    scale();
}

void PathChart::setReason(const QString& reason)
{
    m_reason = reason;
    const bool plotted = reason.isEmpty();
    m_first->setVisible(plotted);
    m_second->setVisible(plotted && !m_beside.empty());
    m_x->setVisible(plotted);
    m_y->setVisible(plotted);
    viewport()->update();
}

void PathChart::setCursorPoint(int point)
{
    if (m_cursor == point)
        return;
    m_cursor = point;
    viewport()->update();
}

void PathChart::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (!m_reason.isEmpty())
        return;
    const Palette& p = ui::palette();
    const QRectF plot = chart()->plotArea();
    painter->save();
    painter->setClipRect(plot);
    painter->setFont(scaled(font(), kDimScale));
    const QFontMetricsF metrics(painter->font());
    double free = -1e9;
    for (std::size_t i = m_bands.size(); i-- > 0;) {
        const Band& band = m_bands[i];
        const double top = chart()->mapToPosition({0, band.high}, m_first).y();
        const double bottom = chart()->mapToPosition({0, band.low}, m_first).y();
        QColor fill = inkColour(m_ink);
        fill.setAlphaF(i % 2 ? .10F : .05F);
        painter->fillRect(QRectF(plot.left(), top, plot.width(), bottom - top), fill);
        const double middle = (top + bottom) / 2;
        if (std::abs(middle - free) < metrics.height() || middle < plot.top() + metrics.height() / 2 ||
            middle > plot.bottom() - metrics.height() / 2)
            continue;
        free = middle;
        painter->setPen(p.dim);
        painter->drawText(
            QRectF(plot.left(), middle - metrics.height() / 2, plot.width() - kSpaceInner, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, band.name);
    }
    if (m_threshold) {
        const double y = chart()->mapToPosition({0, *m_threshold}, m_first).y();
        painter->setPen(QPen(p.dim, 1, Qt::DashLine));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->drawText(QRectF(plot.left(), y - metrics.height() - 1, plot.width() - kSpaceInner, metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, m_thresholdName);
    }
    painter->restore();
}

void PathChart::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    const Palette& p = ui::palette();
    const QRectF plot = chart()->plotArea();
    if (!m_reason.isEmpty()) {
        painter->setPen(p.dim);
        painter->drawText(sceneRect().adjusted(kPageMargin, 0, -kPageMargin, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          m_title + QStringLiteral("\n") + m_reason);
        return;
    }
    if (m_cursor < 0)
        return;
    const double x = chart()->mapToPosition({static_cast<double>(m_cursor), 0}, m_first).x();
    if (x < plot.left() - 1 || x > plot.right() + 1)
        return;
    painter->setPen(QPen(p.text, 1));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    // A filled mark on the first path, an empty one on the second.
    const auto at = static_cast<std::size_t>(m_cursor);
    QString text;
    QPointF point;
    const auto mark = [&](const std::vector<double>& values, QLineSeries* series, const QBrush& brush) {
        if (at >= values.size() || !std::isfinite(values[at]))
            return;
        point = chart()->mapToPosition({static_cast<double>(m_cursor), values[at]}, series);
        painter->setBrush(brush);
        painter->drawEllipse(point, 4, 4);
        text += (text.isEmpty() ? QString() : QStringLiteral(" · ")) + m_format(values[at]);
    };
    mark(m_beside, m_second, p.panel);
    const QString second = std::exchange(text, {});
    mark(m_values, m_first, inkColour(m_ink));
    if (!second.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(" · ")) + second;
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(painter->font());
    const double width = metrics.horizontalAdvance(text) + 8;
    const bool left = x + width + 8 > plot.right();
    const QRectF box(left ? x - width - 6 : x + 6,
                     std::clamp(point.y() - metrics.height() / 2, plot.top(), plot.bottom() - metrics.height()), width,
                     metrics.height());
    painter->setPen(Qt::NoPen);
    painter->setBrush(p.raised);
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(p.text);
    painter->drawText(box, Qt::AlignCenter, text);
}

int PathChart::pointAt(const QPointF& at) const
{
    if (m_values.empty() || !m_reason.isEmpty())
        return -1;
    const double value = chart()->mapToValue(at, m_first).x();
    return std::clamp(static_cast<int>(std::lround(value)), 0, static_cast<int>(m_values.size()) - 1);
}

void PathChart::mouseMoveEvent(QMouseEvent* event)
{
    if (const int point = pointAt(event->position()); point >= 0 && chart()->plotArea().contains(event->position()))
        Q_EMIT pointHovered(point);
}

void PathChart::mousePressEvent(QMouseEvent* event)
{
    if (const int point = pointAt(event->position()); point >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT pointClicked(point);
}

void PathChart::mouseDoubleClickEvent(QMouseEvent*)
{
    scale();
}

void PathChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_values.size()) - 1;
    if (event->key() == Qt::Key_Left && m_cursor > 0)
        Q_EMIT pointHovered(m_cursor - 1);
    else if (event->key() == Qt::Key_Right && m_cursor < last)
        Q_EMIT pointHovered(m_cursor + 1);
    else
        QChartView::keyPressEvent(event);
}

void PathChart::wheelEvent(QWheelEvent* event)
{
    const double last = std::max(1.0, static_cast<double>(m_values.size()) - 1);
    const double about = chart()->mapToValue(event->position(), m_first).x();
    const double factor = std::pow(1.2, -event->angleDelta().y() / 120.0);
    const double low = std::max(0.0, about - (about - m_x->min()) * factor);
    const double high = std::min(last, about + (m_x->max() - about) * factor);
    if (high - low >= 2)
        showPoints(low, high);
    event->accept();
}

} // namespace prolap::ui
