#pragma once

#include <QPointF>
#include <QRectF>

namespace prolap::ui {

/// Where the points of a map lie in a picture of it. The map's y goes upwards, the picture's downwards.
struct MapProjection {
    QRectF plot;      ///< of the picture, in pixels
    QPointF centre;   ///< the map's point in the middle of the plot
    double scale = 1; ///< pixels a unit of the map

    QPointF place(const QPointF& point) const
    {
        return plot.center() + QPointF(point.x() - centre.x(), centre.y() - point.y()) * scale;
    }
    QPointF point(const QPointF& place) const
    {
        const QPointF away = (place - plot.center()) / scale;
        return centre + QPointF(away.x(), -away.y());
    }
};

} // namespace prolap::ui
