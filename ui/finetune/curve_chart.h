#pragma once

#include <vector>

#include <QChartView>

#include "core/train/runs/run_metrics.h"

class QValueAxis;

namespace prolap::ui {

/// Curves over steps. The wheel zooms, a drag pans, a double click shows all of it; hovering says value and name.
class CurveChart : public QChartView {
    Q_OBJECT

public:
    struct Named {
        QString name;
        train::RunMetrics::Curve curve;
    };

    CurveChart(const QString& title, const QString& yTitle, QWidget* parent = nullptr);

    /// Of what the curves are drawn over; `step` where nothing is said.
    void setXTitle(const QString& title);
    /// Values are percents: the axis goes from 0 to 100.
    void setPercent();
    /// Shows these in place of those before, and stays where it was zoomed to.
    void setCurves(const std::vector<Named>& curves);
    int curves() const { return m_count; }

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintScheme();
    void showAll();
    void span(double left, double right, double low, double high);
    void tickAnew();

    QValueAxis* m_x;
    QValueAxis* m_y;
    int m_count = 0;
    bool m_zoomed = false;
    bool m_percent = false;
    QString m_xTitle;
    QPoint m_dragged;
    QRectF m_all; ///< of the curves: x step, y value
};

} // namespace prolap::ui
