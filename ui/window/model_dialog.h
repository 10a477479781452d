#pragma once

#include <QDialog>

#include "ui/session/library_session.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace prolap::ui {

/// Chooses the model, and what it runs on; shows the facts of the one in use.
class ModelDialog : public QDialog {
    Q_OBJECT

public:
    ModelDialog(const ModelChoice& choice, const model::ModelInfo* info, QWidget* parent = nullptr);

    ModelChoice choice() const;

private:
    void browseFolder();
    void browseFile();

    QLineEdit* m_path;
    QComboBox* m_device;
    QComboBox* m_precision;
};

/// What a model is, in a few lines for a person.
QString modelFacts(const model::ModelInfo& info);

} // namespace prolap::ui
