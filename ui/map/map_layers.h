#pragma once

#include <cstddef>
#include <vector>

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace prolap::ui {

/// Colours are roles, so that a map follows the scheme.
enum class MapInk { Accent, Amber, Green, Red, Violet, Cyan, Dim, Text };
QColor inkColour(MapInk ink);

/// A cloud of points of one kind.
struct MapLayer {
    QString name = {}; ///< for the legend: "clips"; empty: not in it
    MapInk ink = MapInk::Dim;
    std::vector<QPointF> points = {}; ///< y upwards
    bool diamonds = false;            ///< so that kinds differ by shape, too
    bool lassoed = false;             ///< a lasso takes points of this layer
    MapInk towards = MapInk::Dim;     ///< of a scale: what the ink is mixed with,
    double share = 0;                 ///< and how much of it, 0 to 1
    bool faint = false;               ///< stands back behind others
    bool large = false;               ///< stands out: larger marks with a rim
};

/// What a layer is drawn in.
QColor layerColour(const MapLayer& layer);

/// A way through the map, from accent to amber.
struct MapPath {
    struct Stop {
        QPointF at;
        double radius = 0; ///< 0 to 1, of the disc that says how uncertain it is
        QString label;     ///< drawn where there is room; empty: none
        int point = -1;    ///< of the path, where not every point has a stop; -1: the stop's place among them
    };
    std::vector<Stop> stops;
    QPointF subject; ///< what the way belongs to
    QString subjectName;
    QPointF root;
    QString rootName;
    bool dashed = false; ///< of a second way

    /// Which point of the path a stop is.
    int pointOf(std::size_t stop) const { return stops[stop].point >= 0 ? stops[stop].point : static_cast<int>(stop); }
};

/// A point under the mouse or a click.
struct MapHit {
    int layer = -1; ///< -1: of a path
    int path = -1;
    int index = -1;
    bool valid() const { return index >= 0; }
    bool operator==(const MapHit&) const = default;
};

/// The rectangle of most of the points, which outliers do not widen; null for none.
QRectF middleOf(const std::vector<QPointF>& points);

} // namespace prolap::ui

Q_DECLARE_METATYPE(prolap::ui::MapHit)
