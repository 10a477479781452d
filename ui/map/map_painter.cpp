#include "ui/map/map_painter.h"

#include <algorithm>

#include <QLineF>
#include <QPainter>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kFewPoints = 3000;                       ///< up to here each is drawn as a mark of its own
constexpr double kLargestDisc = 26, kSmallestDisc = 5; ///< radii of uncertainty, pixels
constexpr double kLegendWidth = 220;

} // namespace

void MapPainter::layers(const std::vector<MapLayer>& layers, DensityLayer& density)
{
    const QRectF inside = m_at.plot.adjusted(-4, -4, 4, 4);
    std::vector<const MapLayer*> crowds;
    std::vector<std::pair<const MapLayer*, std::vector<QPointF>>> few;
    for (const MapLayer& layer : layers) {
        std::vector<QPointF> seen;
        bool crowded = false;
        for (const QPointF& point : layer.points) {
            const QPointF at = m_at.place(point);
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
        density.paint(m_painter, m_at, crowds);
    for (const auto& [layer, places] : few)
        marks(*layer, places);
}

void MapPainter::ring(const QPointF& point)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(ui::palette().accent, 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(m_at.place(point), 7, 7);
}

void MapPainter::marks(const MapLayer& layer, const std::vector<QPointF>& places)
{
    QColor colour = layerColour(layer);
    const bool dense = places.size() > 600 && !layer.large;
    colour.setAlphaF(layer.large ? 1.F : (dense ? .55F : .8F) * (layer.faint ? .35F : 1.F));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(layer.large ? QPen(ui::palette().panel, 1) : QPen(Qt::NoPen));
    m_painter.setBrush(colour);
    const double r = layer.large ? 4.5 : dense ? 2 : 3;
    for (const QPointF& at : places) {
        if (layer.diamonds) {
            const QPointF corners[] = {at + QPointF(0, -r - .5), at + QPointF(r + .5, 0), at + QPointF(0, r + .5),
                                       at + QPointF(-r - .5, 0)};
            m_painter.drawPolygon(corners, 4);
        } else {
            m_painter.drawEllipse(at, r, r);
        }
    }
}

void MapPainter::path(const MapPath& path, int cursor)
{
    if (path.stops.empty())
        return;
    const Palette& p = ui::palette();
    const auto place = [&](const QPointF& point) { return m_at.place(point); };
    m_painter.setRenderHint(QPainter::Antialiasing);
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
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        const double r = kSmallestDisc + (kLargestDisc - kSmallestDisc) * std::clamp(path.stops[i].radius, 0.0, 1.0);
        m_painter.drawEllipse(at, r, r);
    }
    const QPointF subject = place(path.subject);
    m_painter.setPen(QPen(p.dim, 1, Qt::DotLine));
    m_painter.drawLine(subject, place(path.stops.front().at));
    for (std::size_t i = 1; i < count; ++i) {
        QPen pen(colourAt(i), 2.5);
        pen.setCapStyle(Qt::RoundCap);
        if (path.dashed)
            pen.setDashPattern({2, 2});
        m_painter.setPen(pen);
        m_painter.drawLine(place(path.stops[i - 1].at), place(path.stops[i].at));
    }
    for (std::size_t i = 0; i < count; ++i) {
        m_painter.setPen(QPen(p.panel, 1));
        m_painter.setBrush(colourAt(i));
        m_painter.drawEllipse(place(path.stops[i].at), 3.5, 3.5);
    }
    for (std::size_t i = 0; i < count && cursor >= 0; ++i)
        if (path.pointOf(i) == cursor) {
            m_painter.setPen(QPen(p.text, 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(place(path.stops[i].at), 7, 7);
        }
    // The subject as a filled ring, the root as a diamond.
    m_painter.setPen(QPen(p.panel, 1.5));
    m_painter.setBrush(p.accent);
    m_painter.drawEllipse(subject, 6, 6);
    const QPointF root = place(path.root);
    const QPointF corners[] = {root + QPointF(0, -8), root + QPointF(8, 0), root + QPointF(0, 8),
                               root + QPointF(-8, 0)};
    m_painter.setBrush(p.amber);
    m_painter.drawPolygon(corners, 4);
    label(subject, path.subjectName, p.text);
    label(root, path.rootName, p.text);
    for (const MapPath::Stop& stop : path.stops)
        if (!stop.label.isEmpty())
            label(place(stop.at), stop.label, p.dim);
}

/// Right or left of a point, or not at all where others stand.
void MapPainter::label(const QPointF& at, const QString& text, const QColor& colour)
{
    if (text.isEmpty() || !m_at.plot.contains(at))
        return;
    const QFont small = scaled(m_font, kDimScale);
    const QFontMetricsF metrics(small);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, 220);
    const QSizeF size(metrics.horizontalAdvance(shown) + 6, metrics.height());
    const QPointF offsets[] = {{11, -size.height() / 2},
                               {-11 - size.width(), -size.height() / 2},
                               {-size.width() / 2, 10},
                               {-size.width() / 2, -10 - size.height()}};
    for (const QPointF& offset : offsets) {
        const QRectF box(at + offset, size);
        if (!m_at.plot.contains(box) ||
            std::ranges::any_of(m_taken, [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        m_taken.push_back(box);
        QColor ground = ui::palette().panel;
        ground.setAlphaF(.82F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ground);
        m_painter.drawRoundedRect(box, 3, 3);
        m_painter.setPen(colour);
        m_painter.setFont(small);
        m_painter.drawText(box, Qt::AlignCenter, shown);
        return;
    }
}

void MapPainter::frame(const QRectF& area, const QString& xTitle, const QString& yTitle)
{
    const Palette& p = ui::palette();
    const QRectF& plot = m_at.plot;
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(p.line);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(plot);
    m_painter.setFont(scaled(m_font, kDimScale));
    m_painter.setPen(p.dim);
    const QFontMetricsF metrics(m_painter.font());
    m_painter.drawText(QRectF(plot.left(), plot.bottom() + 2, plot.width(), area.bottom() - plot.bottom() - 2),
                       Qt::AlignCenter, metrics.elidedText(xTitle, Qt::ElideMiddle, plot.width()));
    m_painter.save();
    m_painter.translate(area.left() + (plot.left() - area.left()) / 2, plot.center().y());
    m_painter.rotate(-90);
    m_painter.drawText(QRectF(-plot.height() / 2, -metrics.height(), plot.height(), 2 * metrics.height()),
                       Qt::AlignCenter, metrics.elidedText(yTitle, Qt::ElideMiddle, plot.height()));
    m_painter.restore();
}

void MapPainter::legend(const std::vector<MapLayer>& layers)
{
    const Palette& p = ui::palette();
    m_painter.setFont(scaled(m_font, kDimScale));
    const QFontMetricsF metrics(m_painter.font());
    double y = m_at.plot.top() + kSpaceControls;
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const MapLayer& layer : layers) {
        if (layer.points.empty() || layer.name.isEmpty())
            continue;
        const QPointF mark(m_at.plot.left() + kSpaceControls + 4, y + metrics.height() / 2);
        m_painter.setPen(Qt::NoPen);
        QColor colour = layerColour(layer);
        colour.setAlphaF(layer.faint ? .4F : 1.F);
        m_painter.setBrush(colour);
        if (layer.diamonds) {
            const QPointF corners[] = {mark + QPointF(0, -4), mark + QPointF(4, 0), mark + QPointF(0, 4),
                                       mark + QPointF(-4, 0)};
            m_painter.drawPolygon(corners, 4);
        } else {
            m_painter.drawEllipse(mark, 3.5, 3.5);
        }
        m_painter.setPen(p.dim);
        const QString name = metrics.elidedText(layer.name, Qt::ElideMiddle, kLegendWidth);
        QColor ground = p.panel;
        ground.setAlphaF(.8F);
        m_painter.fillRect(QRectF(mark.x() + 8, y, metrics.horizontalAdvance(name) + 4, metrics.height()), ground);
        m_painter.drawText(QPointF(mark.x() + 10, y + metrics.ascent()), name);
        y += metrics.height() + 2;
    }
}

} // namespace prolap::ui
