#pragma once

#include <QTableView>

#include "core/ids.h"

namespace prolap::ui {

class ResultModel;

/// The list of clips. Keys beyond a table's own: Up from the first row goes back to the caption; letters go on
/// writing it.
class ResultTable : public QTableView {
    Q_OBJECT

public:
    explicit ResultTable(ResultModel* model, QWidget* parent = nullptr);

    ClipId currentClip() const;
    void selectRow(int row);
    void setComfortable(bool comfortable);
    /// The columns' widths, order and visibility.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);

    void keyboardSearch(const QString& typed) override;

Q_SIGNALS:
    void clipChosen(int row); ///< the current row has changed, by key or mouse
    void playClicked(int row, bool wasCurrent);
    void opened(int row); ///< Enter or a double click
    void leftUpwards();
    void typed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void startDrag(Qt::DropActions actions) override;

private:
    void setDefaultWidths();
    ResultModel* const m_model;
};

} // namespace prolap::ui
