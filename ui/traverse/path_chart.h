#pragma once

#include <QChartView>

#include "ui/map/map_layers.h"

class QLineSeries;
class QValueAxis;

namespace prolap::ui {

/// One quantity along the points of a path, as a line; a second path beside it as a dashed one. The point under the
/// mouse is shared with map and ladder. Wheel zooms along the path, double-click resets.
class PathChart : public QChartView {
    Q_OBJECT

public:
    struct Band {
        double low = 0, high = 0;
        QString name;
    };

    PathChart(const QString& title, MapInk ink, QWidget* parent = nullptr);

    /// values: one a point; NaN where there is none. second: of another path, may be empty.
    void setValues(const std::vector<double>& values, const std::vector<double>& second);
    void setBands(std::vector<Band> bands);
    /// A line at this value: "contains it above".
    void setThreshold(double value, const QString& name);
    /// Between which values the axis lies at least; none: as the values do.
    void setRange(double low, double high);
    /// Whether the second path is drawn on a scale of its own, which is not written at the axis.
    void setOwnScale(bool own);
    /// Instead of the chart: why there is none.
    void setReason(const QString& reason);
    void setCursorPoint(int point);
    /// How a value is said, and what follows the numbers at the axis.
    void setFormat(std::function<QString(double)> format, const QString& unit = {});
    void refreshColours();
    QString title() const { return m_title; }
    QString reason() const { return m_reason; }

Q_SIGNALS:
    void pointHovered(int point);
    void pointClicked(int point);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    std::pair<double, double> rangeOf(std::initializer_list<const std::vector<double>*> all) const;
    int pointAt(const QPointF& at) const;
    void scale();
    void showPoints(double from, double to);

    const QString m_title;
    const MapInk m_ink;
    QLineSeries* m_first;
    QLineSeries* m_second;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QValueAxis* m_ownY; ///< of the second path
    bool m_own = false;
    std::vector<double> m_values, m_beside;
    std::vector<Band> m_bands;
    std::optional<std::pair<double, double>> m_range;
    std::optional<double> m_threshold;
    QString m_thresholdName, m_reason;
    std::function<QString(double)> m_format;
    QString m_unit; ///< as a printf format
    int m_cursor = -1;
};

} // namespace prolap::ui
