#pragma once

#include <QDialog>

#include "core/library/export/name_template.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace prolap::ui {

/// How files of regions are named, with what comes of it for an example.
class RegionNameDialog : public QDialog {
    Q_OBJECT

public:
    RegionNameDialog(const QString& nameTemplate, library::NameFacts example, QWidget* parent = nullptr);

    QString nameTemplate() const;
    QLineEdit* field() const { return m_field; }
    QString preview() const;
    bool acceptable() const;

private:
    void show();

    const library::NameFacts m_example;
    QLineEdit* m_field;
    QLabel* m_preview;
    QPushButton* m_ok;
};

} // namespace prolap::ui
