#pragma once

#include <vector>

#include <QWidget>

#include "core/train/runs/run_metrics.h"
#include "core/train/runs/run_store.h"

class QComboBox;

namespace prolap::ui {

class CurveChart;

/// Curves of a run: losses, validation, learning rate, gradient; those of another run over them, if chosen.
class CurvesView : public QWidget {
    Q_OBJECT

public:
    explicit CurvesView(QWidget* parent = nullptr);

    CurveChart* losses() const { return m_losses; }
    CurveChart* validation() const { return m_validation; }
    QComboBox* otherBox() const { return m_other; }

    /// all: the runs that this one can be compared with. Another run than before is compared with nothing.
    void setRun(const train::Run& run, const std::vector<train::Run>& all);
    /// Id of the run to compare with; empty: none.
    std::string other() const;
    void show(const train::RunMetrics& metrics, const train::RunMetrics& other);

Q_SIGNALS:
    void otherChosen();

private:
    CurveChart* m_losses;
    CurveChart* m_validation;
    CurveChart* m_rate;
    CurveChart* m_gradient;
    QComboBox* m_other;
    std::string m_run; ///< id
};

} // namespace prolap::ui
