#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QPolygonF>
#include <QWidget>

#include "ui/map/density_layer.h"
#include "ui/map/map_layers.h"
#include "ui/map/map_projection.h"

namespace prolap::ui {

/// Points in a plane: wheel zooms, drag pans, double-click shows all, Shift+drag draws a lasso; arrows pan and + -
/// zoom, Shift and an arrow goes to the next point in that direction, as by a click. Crowded points are drawn as a
/// density, so that 100 000 of them move at the screen's rate; few are drawn one by one.
class ScatterMap : public QWidget {
    Q_OBJECT

public:
    explicit ScatterMap(QWidget* parent = nullptr);

    void setLayers(std::vector<MapLayer> layers);
    void setPaths(std::vector<MapPath> paths);
    void setAxes(const QString& x, const QString& y);
    /// What is said of a point; asked for when the mouse rests on it.
    void setNamer(std::function<QString(const MapHit&)> namer) { m_namer = std::move(namer); }
    /// The point of the paths that is looked at, -1: none.
    void setCursorPoint(int point);
    int cursorPoint() const { return m_cursor; }
    /// A layer's point that is chosen or plays; marked.
    void setMarked(int layer, int index);
    /// A place that is marked with a ring; none: none. It stays when the layers change.
    void setRing(std::optional<QPointF> place);
    const std::optional<QPointF>& ring() const { return m_ring; }
    /// What is shown at first and by fit(), in the map's units; empty: where the points are.
    void setFrame(const QRectF& frame);
    const std::vector<MapLayer>& layers() const { return m_layers; }
    /// Whether a plain drag draws a lasso.
    void setLassoing(bool on);
    bool lassoing() const { return m_lassoTool; }

    void fit();
    void zoomBy(double factor, const QPointF& about);
    bool isEmpty() const;
    double scale() const { return m_scale; }

    /// Where a point of the map lies on the widget.
    QPointF toWidget(const QPointF& point) const;
    MapHit hitAt(const QPointF& at) const;

    /// Paints the map as it is shown into a rectangle: on the screen, and into files.
    void paint(QPainter& painter, const QRectF& area) const;

    QSize sizeHint() const override { return {520, 360}; }
    QSize minimumSizeHint() const override { return {220, 160}; }

Q_SIGNALS:
    void clicked(const prolap::ui::MapHit& hit);
    void hoveredPoint(int pathPoint);
    void lassoed(const std::vector<int>& indices);               ///< of the first layer that takes it
    void loopDrawn(const std::vector<prolap::ui::MapHit>& hits); ///< of all layers that take it
    void hovered(const prolap::ui::MapHit& hit);                 ///< another point, or none, is under the mouse
    void menuWanted(const QPoint& global, const prolap::ui::MapHit& hit);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    MapProjection projection(const QRectF& area) const;
    QPointF toMap(const QPointF& at) const;
    QRectF plotOf(const QRectF& area) const;
    MapHit neighbour(const QPointF& from, int key) const;
    void finishLasso();

    std::vector<MapLayer> m_layers;
    std::vector<MapPath> m_paths;
    QString m_xTitle, m_yTitle;
    std::function<QString(const MapHit&)> m_namer;
    QPointF m_centre;
    double m_scale = 1;    ///< pixels a unit, in a plot of m_fitted's size
    bool m_fitted = false; ///< whether everything is shown: kept while the size changes
    int m_cursor = -1;
    MapHit m_marked;
    std::optional<QPointF> m_ring;
    QRectF m_frame;
    mutable DensityLayer m_density;
    MapHit m_hovered;
    bool m_lassoTool = false;
    bool m_dragging = false, m_moved = false, m_lasso = false;
    QPointF m_pressed, m_last;
    QPolygonF m_loop;
};

} // namespace prolap::ui
