#pragma once

#include <optional>

#include <QWidget>

#include "core/train/runs/mix_curve.h"
#include "core/train/runs/run_store.h"
#include "ui/jobs/command_process.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSlider;

namespace prolap::ui {

class CurveChart;

/// How much of what was learned to take: a slider between the base and the tuned model, what is gained and what is
/// forgotten along it, and saving a mixture as a model. Measured once by a process of its own, kept with the run.
class MixView : public QWidget {
    Q_OBJECT

public:
    explicit MixView(QWidget* parent = nullptr);

    void setRun(const train::Run& run, const train::MixCurve& curve);

    QSlider* slider() const { return m_slider; }
    QPushButton* measureButton() const { return m_measure; }
    QPushButton* saveButton() const { return m_save; }
    QLineEdit* nameField() const { return m_name; }
    CurveChart* chart() const { return m_chart; }
    QString figuresText() const;
    bool busy() const { return m_measuring.running() || m_saving.running(); }

Q_SIGNALS:
    void said(const QString& sentence);
    void failed(const QString& sentence);
    /// The curve has been measured anew.
    void measured();

private:
    void measure();
    void save();
    void showCurve();
    void showFigures();
    void enable();

    std::optional<train::Run> m_run;
    train::MixCurve m_curve;
    QLabel* m_explained;
    QPushButton* m_measure;
    QProgressBar* m_bar;
    CurveChart* m_chart;
    QSlider* m_slider;
    QLabel* m_share;
    QLabel* m_figures;
    QLineEdit* m_name;
    QPushButton* m_save;
    CommandProcess m_measuring, m_saving;
    QString m_to; ///< where a mixture is being saved
};

} // namespace prolap::ui
