#include "ui/explore/result_table.h"

#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

#include "ui/explore/result_delegate.h"
#include "ui/models/result_model.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

ResultTable::ResultTable(ResultModel* model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new ResultDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setSortingEnabled(false); // the page sorts, on a worker
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Clips"));
    setAccessibleDescription(tr("The clips that were found, best first"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setComfortable(false);
    QHeaderView* header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(32);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        QMenu menu;
        for (int column = ResultModel::WaveformColumn; column < ResultModel::ColumnCount; ++column) {
            QAction* action = menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
            action->setCheckable(true);
            action->setChecked(!isColumnHidden(column));
            connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
        }
        menu.exec(header->mapToGlobal(at));
    });
    setDefaultWidths();
}

void ResultTable::setDefaultWidths()
{
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    const std::pair<int, int> widths[] = {
        {ResultModel::PlayColumn, kRowHeight + kSpaceInner},
        {ResultModel::NameColumn, em * 20},
        {ResultModel::WaveformColumn, em * 13},
        {ResultModel::MatchColumn, em * 11},
        {ResultModel::CertaintyColumn, em * 7},
        {ResultModel::DurationColumn, em * 9},
        {ResultModel::FormatColumn, em * 18},
        {ResultModel::TagsColumn, em * 8},
    };
    for (const auto& [column, width] : widths)
        horizontalHeader()->resizeSection(column, width);
    horizontalHeader()->setSectionResizeMode(ResultModel::PlayColumn, QHeaderView::Fixed);
}

ClipId ResultTable::currentClip() const
{
    return currentIndex().isValid() ? m_model->clipAt(currentIndex().row()) : ClipId{};
}

void ResultTable::selectRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row, ResultModel::NameColumn));
}

void ResultTable::setComfortable(bool comfortable)
{
    verticalHeader()->setDefaultSectionSize(comfortable ? kRowHeightComfortable : kRowHeight);
}

QByteArray ResultTable::saveColumns() const
{
    return horizontalHeader()->saveState();
}

void ResultTable::restoreColumns(const QByteArray& state)
{
    if (state.isEmpty())
        return;
    const int column = horizontalHeader()->sortIndicatorSection();
    const Qt::SortOrder order = horizontalHeader()->sortIndicatorOrder();
    horizontalHeader()->restoreState(state);
    horizontalHeader()->setSortIndicator(column, order); // an order belongs to a list, not to the window
}

void ResultTable::keyboardSearch(const QString& text)
{
    Q_EMIT typed(text);
}

void ResultTable::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    if (event->key() == Qt::Key_Up && row <= 0 && event->modifiers() == Qt::NoModifier) {
        Q_EMIT leftUpwards();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row >= 0) {
        Q_EMIT opened(row);
        return;
    }
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        event->ignore(); // they seek
        return;
    }
    QTableView::keyPressEvent(event);
}

void ResultTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    const int before = currentIndex().row();
    QTableView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (index.column() == ResultModel::PlayColumn)
        Q_EMIT playClicked(index.row(), index.row() == before);
    else if (index.row() == before)
        Q_EMIT clipChosen(index.row()); // a second click hears it again
}

void ResultTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index.column() != ResultModel::PlayColumn)
        Q_EMIT opened(index.row());
}

void ResultTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row())
        Q_EMIT clipChosen(current.row());
}

void ResultTable::startDrag(Qt::DropActions actions)
{
    QMimeData* dragged = m_model->mimeData(selectedIndexes());
    if (!dragged)
        return;
    // A small label instead of a picture of the whole row.
    const QString name =
        m_model->data(currentIndex().siblingAtColumn(ResultModel::NameColumn), Qt::DisplayRole).toString();
    const QSize size(fontMetrics().horizontalAdvance(name) + 2 * kSpaceControls, kRowHeight);
    QPixmap pixmap(size * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(ui::palette().selection);
    QPainter painter(&pixmap);
    painter.setFont(font());
    painter.setPen(ui::palette().text);
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, name);
    painter.end();
    QDrag drag(this);
    drag.setMimeData(dragged);
    drag.setPixmap(pixmap);
    drag.exec(actions, Qt::CopyAction);
}

} // namespace prolap::ui
