#pragma once

#include <QDialog>

#include "ui/lists/failure_model.h"

class QLabel;
class QTableView;

namespace prolap::ui {

/// The files that could not be indexed, each with its reason.
class FailuresDialog : public QDialog {
    Q_OBJECT

public:
    explicit FailuresDialog(QWidget* parent = nullptr);

    void setFailures(std::vector<library::IndexFailure> failures);
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void retryWanted();

private:
    void showMenu(const QPoint& at);
    void copyAll();

    FailureModel m_model;
    QLabel* m_sentence;
    QTableView* m_table;
};

} // namespace prolap::ui
