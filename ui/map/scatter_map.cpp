#include "ui/map/scatter_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintDevice>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr double kReach = 9;     ///< pixels from a point that still hit it
constexpr int kFewPoints = 3000; ///< up to here each is drawn as a mark of its own
constexpr double kFitMargin = 0.08;
constexpr double kZoomStep = 1.2;
constexpr double kLargestDisc = 26, kSmallestDisc = 5; ///< radii of uncertainty, pixels
constexpr double kClickSlack = 4;
constexpr double kMostCells = 2e6;
constexpr std::size_t kMostWeight = 900; ///< of a cell: its sums fit 16 bits
constexpr double kLegendWidth = 220;

int pointOf(const MapPath& path, std::size_t stop)
{
    return path.stops[stop].point >= 0 ? path.stops[stop].point : static_cast<int>(stop);
}

/// The share of a set that lies within its whiskers decides what is shown at first: one outlier must not.
std::pair<double, double> middle(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {at(.002), at(.998)};
}

} // namespace

QColor inkColour(MapInk ink)
{
    const Palette& p = ui::palette();
    switch (ink) {
    case MapInk::Accent:
        return p.accent;
    case MapInk::Amber:
        return p.amber;
    case MapInk::Green:
        return p.green;
    case MapInk::Red:
        return p.red;
    case MapInk::Violet:
        return p.violet;
    case MapInk::Cyan:
        return p.cyan;
    case MapInk::Dim:
        return p.dim;
    case MapInk::Text:
        return p.text;
    }
    return p.text;
}

QColor layerColour(const MapLayer& layer)
{
    return layer.share > 0 ? mixed(inkColour(layer.towards), inkColour(layer.ink), layer.share) : inkColour(layer.ink);
}

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

QRectF middleOf(const std::vector<QPointF>& points)
{
    if (points.empty())
        return {};
    std::vector<double> x, y;
    for (const QPointF& point : points) {
        x.push_back(point.x());
        y.push_back(point.y());
    }
    const auto [left, right] = middle(std::move(x));
    const auto [bottom, top] = middle(std::move(y));
    return {QPointF(left, bottom), QPointF(right, top)};
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

QPointF ScatterMap::toWidget(const QPointF& point, const QRectF& area) const
{
    const QRectF plot = plotOf(area);
    // A picture of another size shows the same part of the map.
    const QRectF own = plotOf(rect());
    const double scale = m_scale * std::min(plot.width() / own.width(), plot.height() / own.height());
    return plot.center() + QPointF(point.x() - m_centre.x(), m_centre.y() - point.y()) * scale;
}

QPointF ScatterMap::toMap(const QPointF& at) const
{
    const QPointF away = (at - plotOf(rect()).center()) / m_scale;
    return m_centre + QPointF(away.x(), -away.y());
}

MapHit ScatterMap::hitAt(const QPointF& at) const
{
    MapHit best;
    double nearest = kReach * kReach;
    const auto consider = [&](const QPointF& point, const MapHit& hit) {
        const QPointF away = toWidget(point) - at;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest) {
            nearest = distance;
            best = hit;
        }
    };
    for (std::size_t p = 0; p < m_paths.size(); ++p)
        for (std::size_t i = 0; i < m_paths[p].stops.size(); ++i)
            consider(m_paths[p].stops[i].at, {-1, static_cast<int>(p), pointOf(m_paths[p], i)});
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
    const Palette& p = ui::palette();
    painter.save();
    painter.fillRect(area, p.panel);
    const QRectF plot = plotOf(area);
    painter.setClipRect(plot);
    paintLayers(painter, plot);
    std::vector<QRectF> taken;
    for (const MapPath& path : m_paths)
        paintPath(painter, plot, path, taken);
    painter.setClipping(false);
    paintFrame(painter, area, plot);
    painter.restore();
}

void ScatterMap::paintLayers(QPainter& painter, const QRectF& plot) const
{
    const QRectF own = plotOf(rect());
    const double scale = m_scale * std::min(plot.width() / own.width(), plot.height() / own.height());
    const QPointF middlePoint = plot.center();
    const QRectF inside = plot.adjusted(-4, -4, 4, 4);
    std::vector<const MapLayer*> crowds;
    std::vector<std::pair<const MapLayer*, std::vector<QPointF>>> few;
    for (const MapLayer& layer : m_layers) {
        std::vector<QPointF> seen;
        bool crowded = false;
        for (const QPointF& point : layer.points) {
            const QPointF at = middlePoint + QPointF(point.x() - m_centre.x(), m_centre.y() - point.y()) * scale;
            if (!inside.contains(at))
                continue;
            if (seen.size() == kFewPoints) {
                crowded = true;
                break;
            }
            seen.push_back(at);
        }
        if (crowded)
            crowds.push_back(&layer);
        else if (!seen.empty())
            few.emplace_back(&layer, std::move(seen));
    }
    if (!crowds.empty())
        paintDensity(painter, plot, crowds);
    for (const auto& [layer, places] : few)
        paintMarks(painter, *layer, places);
    const auto ring = [&](const QPointF& point) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ui::palette().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middlePoint + QPointF(point.x() - m_centre.x(), m_centre.y() - point.y()) * scale, 7, 7);
    };
    if (m_marked.layer >= 0 && m_marked.layer < static_cast<int>(m_layers.size())) {
        const std::vector<QPointF>& points = m_layers[static_cast<std::size_t>(m_marked.layer)].points;
        if (m_marked.index >= 0 && m_marked.index < static_cast<int>(points.size()))
            ring(points[static_cast<std::size_t>(m_marked.index)]);
    }
    if (m_ring)
        ring(*m_ring);
}

void ScatterMap::paintMarks(QPainter& painter, const MapLayer& layer, const std::vector<QPointF>& places) const
{
    QColor colour = layerColour(layer);
    const bool dense = places.size() > 600 && !layer.large;
    colour.setAlphaF(layer.large ? 1.F : (dense ? .55F : .8F) * (layer.faint ? .35F : 1.F));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(layer.large ? QPen(ui::palette().panel, 1) : QPen(Qt::NoPen));
    painter.setBrush(colour);
    const double r = layer.large ? 4.5 : dense ? 2 : 3;
    for (const QPointF& at : places) {
        if (layer.diamonds) {
            const QPointF corners[] = {at + QPointF(0, -r - .5), at + QPointF(r + .5, 0), at + QPointF(0, r + .5),
                                       at + QPointF(-r - .5, 0)};
            painter.drawPolygon(corners, 4);
        } else {
            painter.drawEllipse(at, r, r);
        }
    }
}

/// Adds up the colours of the points a pixel and shows the sums: as quick for a million points as the memory is.
void ScatterMap::paintDensity(QPainter& painter, const QRectF& plot, const std::vector<const MapLayer*>& layers) const
{
    enum { Weight, Red, Green, Blue };
    using Sum = std::array<std::uint16_t, 4>; ///< a colour's 6 upper bits, as often as the weight says
    const QRectF own = plotOf(rect());
    // A screen of very many pixels is drawn in cells of two by two.
    const double cell = plot.width() * plot.height() > kMostCells ? 2 : 1;
    const double scale = m_scale * std::min(plot.width() / own.width(), plot.height() / own.height()) / cell;
    const int width = std::max(3, static_cast<int>(plot.width() / cell)),
              height = std::max(3, static_cast<int>(plot.height() / cell));
    m_sums.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), Sum{});
    const double x0 = plot.width() / cell / 2 - m_centre.x() * scale,
                 y0 = plot.height() / cell / 2 + m_centre.y() * scale;
    for (const MapLayer* layer : layers) {
        const QColor colour = layerColour(*layer);
        const int strength = layer->faint ? 1 : 2;
        const int red = colour.red() >> 2, green = colour.green() >> 2, blue = colour.blue() >> 2;
        const auto add = [&](Sum& sum, int weight) {
            if (sum[Weight] > kMostWeight)
                return; // as dense as can be shown
            sum[Weight] = static_cast<std::uint16_t>(sum[Weight] + weight);
            sum[Red] = static_cast<std::uint16_t>(sum[Red] + weight * red);
            sum[Green] = static_cast<std::uint16_t>(sum[Green] + weight * green);
            sum[Blue] = static_cast<std::uint16_t>(sum[Blue] + weight * blue);
        };
        for (const QPointF& point : layer->points) {
            const int x = static_cast<int>(x0 + point.x() * scale), y = static_cast<int>(y0 - point.y() * scale);
            if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1)
                continue;
            Sum* at = m_sums.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + x;
            add(at[0], 2 * strength); // a dot of five pixels
            add(at[-1], strength);
            add(at[1], strength);
            add(at[-width], strength);
            add(at[width], strength);
        }
    }
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    // By weight: how opaque, and what a sum is multiplied with to be a premultiplied colour, in 65536ths.
    static const auto shades = [] {
        std::array<std::pair<std::uint32_t, std::uint32_t>, kMostWeight + 16> table{};
        for (std::size_t w = 1; w < table.size(); ++w) {
            const double alpha =
                std::min(235.0, 255 * (1 - std::exp(-static_cast<double>(std::min<std::size_t>(64, w)) / 9)));
            table[w] = {static_cast<std::uint32_t>(alpha),
                        static_cast<std::uint32_t>(65536 * 4 * alpha / 255 / static_cast<double>(w))};
        }
        return table;
    }();
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const Sum* sum = m_sums.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        for (int x = 0; x < width; ++x) {
            const Sum& here = sum[x];
            if (here[Weight] == 0) {
                line[x] = 0;
                continue;
            }
            const auto [alpha, factor] = shades[here[Weight]];
            line[x] = alpha << 24 | (here[Red] * factor >> 16) << 16 | (here[Green] * factor >> 16) << 8 |
                      here[Blue] * factor >> 16;
        }
    }
    painter.drawImage(QRectF(plot.topLeft(), QSizeF(width * cell, height * cell)), image);
}

void ScatterMap::paintPath(QPainter& painter, const QRectF& plot, const MapPath& path, std::vector<QRectF>& taken) const
{
    if (path.stops.empty())
        return;
    const Palette& p = ui::palette();
    const QRectF own = plotOf(rect());
    const double scale = m_scale * std::min(plot.width() / own.width(), plot.height() / own.height());
    const auto place = [&](const QPointF& point) {
        return plot.center() + QPointF(point.x() - m_centre.x(), m_centre.y() - point.y()) * scale;
    };
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t count = path.stops.size();
    const auto colourAt = [&](std::size_t i) {
        return mixed(p.amber, p.accent, count < 2 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1));
    };
    QPointF lastDisc(-1e9, -1e9);
    for (std::size_t i = 0; i < count; ++i) { // discs where one was not drawn just before
        const QPointF at = place(path.stops[i].at);
        if (path.stops[i].radius <= 0 || (QLineF(at, lastDisc).length() < 12 && i + 1 < count))
            continue;
        lastDisc = at;
        QColor fill = colourAt(i);
        fill.setAlphaF(.12F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        const double r = kSmallestDisc + (kLargestDisc - kSmallestDisc) * std::clamp(path.stops[i].radius, 0.0, 1.0);
        painter.drawEllipse(at, r, r);
    }
    const QPointF subject = place(path.subject);
    painter.setPen(QPen(p.dim, 1, Qt::DotLine));
    painter.drawLine(subject, place(path.stops.front().at));
    for (std::size_t i = 1; i < count; ++i) {
        QPen pen(colourAt(i), 2.5);
        pen.setCapStyle(Qt::RoundCap);
        if (path.dashed)
            pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(place(path.stops[i - 1].at), place(path.stops[i].at));
    }
    for (std::size_t i = 0; i < count; ++i) {
        painter.setPen(QPen(p.panel, 1));
        painter.setBrush(colourAt(i));
        painter.drawEllipse(place(path.stops[i].at), 3.5, 3.5);
    }
    for (std::size_t i = 0; i < count && m_cursor >= 0; ++i)
        if (pointOf(path, i) == m_cursor) {
            painter.setPen(QPen(p.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(place(path.stops[i].at), 7, 7);
        }
    // The subject as a filled ring, the root as a diamond.
    painter.setPen(QPen(p.panel, 1.5));
    painter.setBrush(p.accent);
    painter.drawEllipse(subject, 6, 6);
    const QPointF root = place(path.root);
    const QPointF corners[] = {root + QPointF(0, -8), root + QPointF(8, 0), root + QPointF(0, 8),
                               root + QPointF(-8, 0)};
    painter.setBrush(p.amber);
    painter.drawPolygon(corners, 4);
    label(painter, plot, subject, path.subjectName, p.text, taken);
    label(painter, plot, root, path.rootName, p.text, taken);
    for (const MapPath::Stop& stop : path.stops)
        if (!stop.label.isEmpty())
            label(painter, plot, place(stop.at), stop.label, p.dim, taken);
}

/// Right or left of a point, or not at all where others stand.
void ScatterMap::label(QPainter& painter, const QRectF& plot, const QPointF& at, const QString& text,
                       const QColor& colour, std::vector<QRectF>& taken) const
{
    if (text.isEmpty() || !plot.contains(at))
        return;
    const QFont small = scaled(font(), kDimScale);
    const QFontMetricsF metrics(small);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, 220);
    const QSizeF size(metrics.horizontalAdvance(shown) + 6, metrics.height());
    const QPointF offsets[] = {{11, -size.height() / 2},
                               {-11 - size.width(), -size.height() / 2},
                               {-size.width() / 2, 10},
                               {-size.width() / 2, -10 - size.height()}};
    for (const QPointF& offset : offsets) {
        const QRectF box(at + offset, size);
        if (!plot.contains(box) ||
            std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        QColor ground = ui::palette().panel;
        ground.setAlphaF(.82F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(colour);
        painter.setFont(small);
        painter.drawText(box, Qt::AlignCenter, shown);
        return;
    }
}

void ScatterMap::paintFrame(QPainter& painter, const QRectF& area, const QRectF& plot) const
{
    const Palette& p = ui::palette();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(p.line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setFont(scaled(font(), kDimScale));
    painter.setPen(p.dim);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(plot.left(), plot.bottom() + 2, plot.width(), area.bottom() - plot.bottom() - 2),
                     Qt::AlignCenter, metrics.elidedText(m_xTitle, Qt::ElideMiddle, plot.width()));
    painter.save();
    painter.translate(area.left() + (plot.left() - area.left()) / 2, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2, -metrics.height(), plot.height(), 2 * metrics.height()),
                     Qt::AlignCenter, metrics.elidedText(m_yTitle, Qt::ElideMiddle, plot.height()));
    painter.restore();
    // A legend of the kinds, in the corner.
    double y = plot.top() + kSpaceControls;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MapLayer& layer : m_layers) {
        if (layer.points.empty() || layer.name.isEmpty())
            continue;
        const QPointF mark(plot.left() + kSpaceControls + 4, y + metrics.height() / 2);
        painter.setPen(Qt::NoPen);
        QColor colour = layerColour(layer);
        colour.setAlphaF(layer.faint ? .4F : 1.F);
        painter.setBrush(colour);
        if (layer.diamonds) {
            const QPointF corners[] = {mark + QPointF(0, -4), mark + QPointF(4, 0), mark + QPointF(0, 4),
                                       mark + QPointF(-4, 0)};
            painter.drawPolygon(corners, 4);
        } else {
            painter.drawEllipse(mark, 3.5, 3.5);
        }
        painter.setPen(p.dim);
        const QString name = metrics.elidedText(layer.name, Qt::ElideMiddle, kLegendWidth);
        QColor ground = p.panel;
        ground.setAlphaF(.8F);
        painter.fillRect(QRectF(mark.x() + 8, y, metrics.horizontalAdvance(name) + 4, metrics.height()), ground);
        painter.drawText(QPointF(mark.x() + 10, y + metrics.ascent()), name);
        y += metrics.height() + 2;
    }
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
            const QPointF at = toWidget(layer.points[i]);
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
    MapHit best;
    double least = 1e300;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        if (m_layers[l].faint)
            continue; // what stands back is not stepped to
        const std::vector<QPointF>& points = m_layers[l].points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF away = toWidget(points[i]) - from;
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
