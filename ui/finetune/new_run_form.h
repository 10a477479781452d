#pragma once

#include <QWidget>

#include "ui/jobs/job.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace prolap::ui {

class ClipsStep;
class ModelStep;

/// A new fine-tuning run, step by step: clips with what is worth knowing of them, model and preset, start.
class NewRunForm : public QWidget {
    Q_OBJECT

public:
    explicit NewRunForm(QWidget* parent = nullptr);

    ClipsStep* clips() const { return m_clips; }
    ModelStep* model() const { return m_model; }
    QPushButton* startButton() const { return m_start; }
    void setName(const QString& name);

Q_SIGNALS:
    /// A run was made and started.
    void started(const QString& id);
    void failed(const QString& sentence);

private:
    QWidget* makeStart();
    QWidget* makeControl();
    void clipsChanged();
    void start();
    void enable();

    ClipsStep* m_clips;
    ModelStep* m_model;
    QLineEdit* m_name;
    QLineEdit* m_control;
    QSpinBox* m_patience;
    QPushButton* m_start;
    Job m_creating;
};

} // namespace prolap::ui
