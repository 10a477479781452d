#pragma once

#include <QDialog>

#include "core/fetch/published_models.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace prolap::ui {

/// The models that others published: which there are, how large, under which licence, and which are here already.
class FetchDialog : public QDialog {
    Q_OBJECT

public:
    explicit FetchDialog(QWidget* parent = nullptr);

    /// The name of the one chosen.
    QString chosen() const;
    QTableWidget* table() const { return m_table; }
    QPushButton* fetchButton() const { return m_fetch; }

private:
    void showNotes();

    QTableWidget* m_table;
    QLabel* m_notes;
    QPushButton* m_fetch;
};

} // namespace prolap::ui
