#pragma once

#include <vector>

#include <QFont>

#include "ui/map/density_layer.h"
#include "ui/map/map_layers.h"
#include "ui/map/map_projection.h"

class QPainter;

namespace prolap::ui {

/// Draws what a map shows, onto the screen or into a file.
class MapPainter {
public:
    MapPainter(QPainter& painter, const MapProjection& at, const QFont& font)
        : m_painter(painter), m_at(at), m_font(font)
    {
    }

    /// Few points as marks, crowds as a density.
    void layers(const std::vector<MapLayer>& layers, DensityLayer& density);
    void ring(const QPointF& point);
    /// @param cursor  the point of the path that is looked at; -1: none
    void path(const MapPath& path, int cursor);
    /// The plot's border, and the names of the axes in the area around it.
    void frame(const QRectF& area, const QString& xTitle, const QString& yTitle);
    /// The named layers, in the corner.
    void legend(const std::vector<MapLayer>& layers);

private:
    void marks(const MapLayer& layer, const std::vector<QPointF>& places);
    void label(const QPointF& at, const QString& text, const QColor& colour);

    QPainter& m_painter;
    MapProjection m_at;
    QFont m_font;
    std::vector<QRectF> m_taken; ///< by labels
};

} // namespace prolap::ui
