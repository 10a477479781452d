#pragma once

#include <QDialog>

namespace prolap::ui {

/// What this program is, what it stands on, and under which licences.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace prolap::ui
