#pragma once

#include <QWidget>

#include "ui/measure/eval_result.h"

class QChartView;
class QGridLayout;
class QLabel;

namespace prolap::ui {

/// The figures that exist for each level of caption, from general to specific, as bars.
class LevelCharts : public QWidget {
    Q_OBJECT

public:
    explicit LevelCharts(QWidget* parent = nullptr);

    void setResults(const EvalResult& first, const EvalResult* second);
    void clear();
    int count() const { return static_cast<int>(m_views.size()); }

    /// All charts in one picture, twice as large as they are shown. False when it cannot be written.
    bool savePng(const QString& file);
    bool saveSvg(const QString& file);

private:
    QGridLayout* m_grid;
    QLabel* m_none;
    std::vector<QChartView*> m_views;
};

} // namespace prolap::ui
