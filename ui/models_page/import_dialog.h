#pragma once

#include <QDialog>

#include "core/paths.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace prolap::ui {

/// What shall become a model pack of one's own, and how.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget* parent = nullptr);

    void setPath(const QString& path);
    Path path() const;
    QString name() const;
    bool half() const;

private:
    void browseFolder();
    void browseFile();
    void check();

    QLineEdit *m_path, *m_name;
    QCheckBox* m_half;
    QLabel* m_problem;
    QPushButton* m_import;
};

} // namespace prolap::ui
