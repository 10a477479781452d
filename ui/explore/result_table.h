#pragma once

#include <functional>
#include <vector>

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
    /// In the order of the list.
    std::vector<ClipId> selectedClips() const;
    std::vector<int> selectedRows() const;
    /// Selects those of the clips that are listed, without hearing any.
    void selectClips(const std::vector<ClipId>& clips);
    /// Begins a drag of the selection, from this widget or from another look at the same list.
    void dragSelection(QWidget* source, Qt::DropActions actions);
    /// What a drag of the selection carries; null: nothing. Unset: the files as far as the list knows them.
    void setDragContent(std::function<QMimeData*()> content) { m_dragContent = std::move(content); }
    /// The content of a drag that would begin now, for the caller to own; null: nothing.
    QMimeData* dragContent() const;
    void setComfortable(bool comfortable);
    /// The columns' widths, order and visibility, by name: what another version saved is understood.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);
    /// As at the first start.
    void resetColumns();

    void keyboardSearch(const QString& typed) override;

Q_SIGNALS:
    void clipChosen(int row); ///< the current row has changed, by key or mouse
    void playClicked(int row, bool wasCurrent);
    void opened(int row); ///< Enter or a double click
    /// A mark was clicked: stars of the rating (else 0), and where.
    void markClicked(int row, int column, int stars, const QPoint& global);
    void leftUpwards();
    void typed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void startDrag(Qt::DropActions actions) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setDefaultWidths();
    void fitColumns();
    void showHeaderMenu(const QPoint& at);

    ResultModel* const m_model;
    std::function<QMimeData*()> m_dragContent;
    bool m_ownWidths = true; ///< the user has changed none: the name takes what the others leave
    bool m_fitting = false;
};

} // namespace prolap::ui
