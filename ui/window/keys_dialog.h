#pragma once

#include <QDialog>

class QMenuBar;

namespace prolap::ui {

/// Every action of the menus with its key.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QMenuBar* menus, QWidget* parent = nullptr);
};

} // namespace prolap::ui
