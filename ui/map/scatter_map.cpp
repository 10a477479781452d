#include "ui/map/scatter_map.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/map/map_painter.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr double kReach = 9; ///< pixels from a point that still hit it
constexpr double kFitMargin = 0.08;
constexpr double kZoomStep = 1.2;
constexpr double kClickSlack = 4;

} // namespace

ScatterMap::ScatterMap(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Map"));
    setCursor(Qt::CrossCursor);
}

void ScatterMap::setLayers(std::vector<MapLayer> layers)
{
    const bool wasEmpty = isEmpty();
    m_layers = std::move(layers);
    m_marked = m_hovered = {};
    if (wasEmpty || m_fitted)
        fit();
    update();
}

void ScatterMap::setPaths(std::vector<MapPath> paths)
{
    m_paths = std::move(paths);
    m_hovered = {};
    update();
}

void ScatterMap::setAxes(const QString& x, const QString& y)
{
    m_xTitle = x;
    m_yTitle = y;
    update();
}

void ScatterMap::setCursorPoint(int point)
{
    if (m_cursor == point)
        return;
    m_cursor = point;
    update();
}

void ScatterMap::setMarked(int layer, int index)
{
    m_marked = {layer, -1, index};
    update();
}

void ScatterMap::setRing(std::optional<QPointF> place)
{
    if (m_ring == place)
        return;
    m_ring = place;
    update();
}

void ScatterMap::setFrame(const QRectF& frame)
{
    if (m_frame == frame)
        return;
    m_frame = frame;
    if (m_fitted)
        fit();
}

void ScatterMap::setLassoing(bool on)
{
    m_lassoTool = on;
}

bool ScatterMap::isEmpty() const
{
    return std::ranges::all_of(m_layers, [](const MapLayer& layer) { return layer.points.empty(); });
}

QRectF ScatterMap::plotOf(const QRectF& area) const
{
    const double line = fontMetrics().height();
    return area.adjusted(line + kSpaceControls, kSpaceInner, -kSpaceInner, -line - kSpaceControls);
}

void ScatterMap::fit()
{
    QRectF frame = m_frame;
    if (frame.isNull()) {
        std::vector<QPointF> all;
        for (const MapLayer& layer : m_layers)
            all.insert(all.end(), layer.points.begin(), layer.points.end());
        frame = middleOf(all);
    }
    m_fitted = true;
    if (frame.isNull())
        return;
    const double left = frame.left(), right = frame.right(), bottom = frame.top(), top = frame.bottom();
    m_centre = {(left + right) / 2, (bottom + top) / 2};
    const QRectF plot = plotOf(rect());
    const double wide = std::max(1e-6, right - left), high = std::max(1e-6, top - bottom);
    m_scale = std::max(1e-3, (1 - kFitMargin) * std::min(plot.width() / wide, plot.height() / high));
    update();
}

void ScatterMap::zoomBy(double factor, const QPointF& about)
{
    const QPointF fixed = toMap(about);
    m_scale = std::clamp(m_scale * factor, 1.0, 1e6);
    const QPointF moved = toMap(about);
    m_centre += fixed - moved;
    m_fitted = false;
    update();
}

MapProjection ScatterMap::projection(const QRectF& area) const
{
    const QRectF plot = plotOf(area);
    // A picture of another size shows the same part of the map.
    const QRectF own = plotOf(rect());
    return {plot, m_centre, m_scale * std::min(plot.width() / own.width(), plot.height() / own.height())};
}

QPointF ScatterMap::toWidget(const QPointF& point) const
{
    return projection(rect()).place(point);
}

QPointF ScatterMap::toMap(const QPointF& at) const
{
    return projection(rect()).point(at);
}

MapHit ScatterMap::hitAt(const QPointF& at) const
{
    MapHit best;
    double nearest = kReach * kReach;
    const MapProjection projected = projection(rect());
    const auto consider = [&](const QPointF& point, const MapHit& hit) {
        const QPointF away = projected.place(point) - at;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest) {
            nearest = distance;
            best = hit;
        }
    };
    for (std::size_t p = 0; p < m_paths.size(); ++p)
        for (std::size_t i = 0; i < m_paths[p].stops.size(); ++i)
            consider(m_paths[p].stops[i].at, {-1, static_cast<int>(p), m_paths[p].pointOf(i)});
    if (best.valid())
        return best;
    const QPointF low = toMap(at + QPointF(-kReach, kReach)), high = toMap(at + QPointF(kReach, -kReach));
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const std::vector<QPointF>& points = m_layers[l].points;
        for (std::size_t i = 0; i < points.size(); ++i)
            if (points[i].x() > low.x() && points[i].x() < high.x() && points[i].y() > low.y() &&
                points[i].y() < high.y())
                consider(points[i], {static_cast<int>(l), -1, static_cast<int>(i)});
    }
    return best;
}

void ScatterMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect());
    if (!m_loop.isEmpty()) {
        const Palette& p = ui::palette();
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = p.accent;
        fill.setAlphaF(.15F);
        painter.setBrush(fill);
        painter.setPen(QPen(p.accent, 1.5, Qt::DashLine));
        painter.drawPolygon(m_loop);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(ui::palette().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ScatterMap::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.fillRect(area, ui::palette().panel);
    const MapProjection at = projection(area);
    MapPainter map(painter, at, font());
    painter.setClipRect(at.plot);
    map.layers(m_layers, m_density);
    if (m_marked.layer >= 0 && m_marked.layer < static_cast<int>(m_layers.size())) {
        const std::vector<QPointF>& points = m_layers[static_cast<std::size_t>(m_marked.layer)].points;
        if (m_marked.index >= 0 && m_marked.index < static_cast<int>(points.size()))
            map.ring(points[static_cast<std::size_t>(m_marked.index)]);
    }
    if (m_ring)
        map.ring(*m_ring);
    for (const MapPath& path : m_paths)
        map.path(path, m_cursor);
    painter.setClipping(false);
    map.frame(area, m_xTitle, m_yTitle);
    map.legend(m_layers);
    painter.restore();
}

bool ScatterMap::event(QEvent* event)
{
    if (event->type() == QEvent::Resize && m_fitted)
        fit();
    if (event->type() == QEvent::ShortcutOverride) {
        // Here these zoom the map, whatever else they do beside it.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_Home) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const MapHit hit = hitAt(help->pos());
        const QString text = hit.valid() && m_namer ? m_namer(hit) : toolTip();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void ScatterMap::wheelEvent(QWheelEvent* event)
{
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ScatterMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_moved = false;
    m_lasso = m_lassoTool || (event->modifiers() & Qt::ShiftModifier);
    m_pressed = m_last = event->position();
    m_loop.clear();
}

void ScatterMap::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (!m_dragging) {
        const MapHit hit = hitAt(at);
        if (hit != m_hovered) {
            m_hovered = hit;
            setCursor(hit.valid() ? Qt::PointingHandCursor : Qt::CrossCursor);
            if (hit.path >= 0)
                Q_EMIT hoveredPoint(hit.index);
            Q_EMIT hovered(hit);
        }
        return;
    }
    if (!m_moved && QLineF(at, m_pressed).length() < kClickSlack)
        return;
    m_moved = true;
    if (m_lasso) {
        if (m_loop.isEmpty())
            m_loop << m_pressed;
        m_loop << at;
    } else {
        const QPointF away = (at - m_last) / m_scale;
        m_centre -= QPointF(away.x(), -away.y());
        m_fitted = false;
        setCursor(Qt::ClosedHandCursor);
    }
    m_last = at;
    update();
}

void ScatterMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::CrossCursor);
    if (m_lasso && m_moved)
        finishLasso();
    else if (const MapHit hit = m_moved ? MapHit{} : hitAt(event->position()); hit.valid())
        Q_EMIT clicked(hit);
    m_loop.clear();
    update();
}

void ScatterMap::finishLasso()
{
    QPainterPath loop;
    loop.addPolygon(m_loop);
    loop.closeSubpath();
    const QRectF bounds = loop.boundingRect();
    const MapProjection projected = projection(rect());
    std::vector<int> inside; ///< of the first layer
    std::vector<MapHit> hits;
    int first = -1;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const MapLayer& layer = m_layers[l];
        if (!layer.lassoed)
            continue;
        if (first < 0)
            first = static_cast<int>(l);
        for (std::size_t i = 0; i < layer.points.size(); ++i) {
            const QPointF at = projected.place(layer.points[i]);
            if (!bounds.contains(at) || !loop.contains(at))
                continue;
            if (static_cast<int>(l) == first)
                inside.push_back(static_cast<int>(i));
            hits.push_back({static_cast<int>(l), -1, static_cast<int>(i)});
        }
    }
    Q_EMIT lassoed(inside);
    Q_EMIT loopDrawn(hits);
}

void ScatterMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !hitAt(event->position()).valid())
        fit();
}

void ScatterMap::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 40;
    const auto pan = [&](double x, double y) {
        m_centre += QPointF(x, y) / m_scale;
        m_fitted = false;
        update();
    };
    if (event->modifiers() == Qt::ShiftModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                                                    event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const QPointF from = m_ring ? toWidget(*m_ring) : plotOf(rect()).center();
        if (const MapHit hit = neighbour(from, event->key()); hit.valid())
            Q_EMIT clicked(hit);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return pan(-kStep, 0);
    case Qt::Key_Right:
        return pan(kStep, 0);
    case Qt::Key_Up:
        return pan(0, kStep);
    case Qt::Key_Down:
        return pan(0, -kStep);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep, plotOf(rect()).center());
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep, plotOf(rect()).center());
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    default:
        QWidget::keyPressEvent(event);
    }
}

void ScatterMap::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuWanted(event->globalPos(), hitAt(event->pos()));
}

void ScatterMap::leaveEvent(QEvent*)
{
    if (m_hovered.valid())
        Q_EMIT hovered({});
    m_hovered = {};
}

/// The nearest point that lies in the direction of an arrow key, as the widget shows it.
MapHit ScatterMap::neighbour(const QPointF& from, int key) const
{
    const QPointF direction = key == Qt::Key_Left    ? QPointF(-1, 0)
                              : key == Qt::Key_Right ? QPointF(1, 0)
                              : key == Qt::Key_Up    ? QPointF(0, -1)
                                                     : QPointF(0, 1);
    const MapProjection projected = projection(rect());
    MapHit best;
    double least = 1e300;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        if (m_layers[l].faint)
            continue; // what stands back is not stepped to
        const std::vector<QPointF>& points = m_layers[l].points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF away = projected.place(points[i]) - from;
            const double along = QPointF::dotProduct(away, direction);
            const double across = std::abs(away.x() * direction.y()) + std::abs(away.y() * direction.x());
            if (along <= .5 || across > along)
                continue; // not within the quarter that it points to
            const double distance = along + 2 * across;
            if (distance < least) {
                least = distance;
                best = {static_cast<int>(l), -1, static_cast<int>(i)};
            }
        }
    }
    return best;
}

} // namespace prolap::ui
