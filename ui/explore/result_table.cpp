#include "ui/explore/result_table.h"

#include <algorithm>

#include <QDrag>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

#include "ui/explore/result_delegate.h"
#include "ui/glyphs/marks_glyph.h"
#include "ui/lists/result_model.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

ResultTable::ResultTable(ResultModel* model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new ResultDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
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
    connect(header, &QWidget::customContextMenuRequested, this, &ResultTable::showHeaderMenu);
    connect(header, &QHeaderView::sectionResized, this, [this, header](int column) {
        // The last one gives and takes by itself.
        int last = header->count() - 1;
        while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
            --last;
        if (!m_fitting && header->visualIndex(column) != last)
            m_ownWidths = false;
    });
    resetColumns();
}

void ResultTable::showHeaderMenu(const QPoint& at)
{
    QMenu menu;
    for (int column = ResultModel::NameColumn + 1; column < ResultModel::ColumnCount; ++column) {
        QAction* action = menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            if (on && columnWidth(column) < horizontalHeader()->minimumSectionSize())
                setColumnWidth(column, horizontalHeader()->defaultSectionSize());
            fitColumns();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Columns as at first")), &QAction::triggered, this, &ResultTable::resetColumns);
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void ResultTable::resetColumns()
{
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        setColumnHidden(column, !ResultModel::shownAtFirst(column));
    }
    m_ownWidths = true;
    setDefaultWidths();
    fitColumns();
}

void ResultTable::setDefaultWidths()
{
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_fitting = true;
    for (int column = 0; column < ResultModel::ColumnCount; ++column)
        horizontalHeader()->resizeSection(column, em * 8);
    const std::pair<int, int> widths[] = {
        {ResultModel::PlayColumn, kRowHeight + kSpaceInner},
        {ResultModel::NameColumn, em * 20},
        {ResultModel::WaveformColumn, em * 12},
        {ResultModel::MatchColumn, em * 9},
        {ResultModel::CertaintyColumn, em * 6},
        {ResultModel::DurationColumn, em * 9},
        {ResultModel::FormatColumn, em * 16},
        {ResultModel::TagsColumn, em * 7},
        {ResultModel::FolderColumn, em * 14},
        {ResultModel::RatingColumn, 5 * 15 + 2 * kSpaceControls},
    };
    for (const auto& [column, width] : widths)
        horizontalHeader()->resizeSection(column, width);
    horizontalHeader()->setSectionResizeMode(ResultModel::PlayColumn, QHeaderView::Fixed);
    m_fitting = false;
}

void ResultTable::fitColumns()
{
    if (!m_ownWidths)
        return;
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    int others = 0;
    for (int column = 0; column < ResultModel::ColumnCount; ++column)
        if (column != ResultModel::NameColumn && !isColumnHidden(column))
            others += columnWidth(column);
    m_fitting = true;
    horizontalHeader()->resizeSection(ResultModel::NameColumn, std::max(em * 12, viewport()->width() - others));
    m_fitting = false;
}

void ResultTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
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

std::vector<int> ResultTable::selectedRows() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

std::vector<ClipId> ResultTable::selectedClips() const
{
    std::vector<ClipId> clips;
    for (const int row : selectedRows())
        clips.push_back(m_model->clipAt(row));
    return clips;
}

void ResultTable::selectClips(const std::vector<ClipId>& clips)
{
    std::vector<int> rows;
    for (const ClipId clip : clips)
        if (const int row = m_model->rowOf(clip); row >= 0)
            rows.push_back(row);
    std::ranges::sort(rows);
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_model->index(rows[i], 0),
                                             m_model->index(rows[end - 1], ResultModel::ColumnCount - 1)));
        i = end;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QByteArray ResultTable::saveColumns() const
{
    const QHeaderView* header = horizontalHeader();
    QJsonArray columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool hidden = header->isSectionHidden(column);
        QJsonObject entry{{"name", ResultModel::columnName(column)}, {"hidden", hidden}};
        if (!m_ownWidths && !hidden)
            entry["width"] = header->sectionSize(column);
        columns << entry;
    }
    return QJsonDocument(columns).toJson(QJsonDocument::Compact);
}

void ResultTable::restoreColumns(const QByteArray& state)
{
    const QJsonArray columns = QJsonDocument::fromJson(state).array();
    if (columns.isEmpty())
        return;
    QHeaderView* header = horizontalHeader();
    int visual = 0;
    m_fitting = true;
    for (const QJsonValue& value : columns) {
        const QJsonObject entry = value.toObject();
        int column = 0;
        while (column < ResultModel::ColumnCount && entry["name"].toString() != ResultModel::columnName(column))
            ++column;
        if (column == ResultModel::ColumnCount)
            continue; // of another version
        header->moveSection(header->visualIndex(column), visual++);
        if (column > ResultModel::NameColumn)
            header->setSectionHidden(column, entry["hidden"].toBool());
        if (const int width = entry["width"].toInt(); width > 0) {
            header->resizeSection(column, width);
            m_ownWidths = false;
        }
    }
    m_fitting = false;
    fitColumns();
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
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && index.isValid() &&
        ResultModel::isMark(index.column())) { // what is chosen, and heard, stays
        const QRect cell = visualRect(index).adjusted(kSpaceControls, 0, -kSpaceControls, 0);
        Q_EMIT markClicked(index.row(), index.column(), starsAt(cell, event->pos()),
                           viewport()->mapToGlobal(visualRect(index).bottomLeft()));
        return;
    }
    const int before = currentIndex().row();
    QTableView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (index.column() == ResultModel::PlayColumn)
        Q_EMIT playClicked(index.row(), index.row() == before);
    else if (index.row() == before && event->modifiers() == Qt::NoModifier)
        Q_EMIT clipChosen(index.row()); // a second click hears it again
}

void ResultTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index.column() != ResultModel::PlayColumn &&
        !ResultModel::isMark(index.column()))
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
    dragSelection(this, actions);
}

QMimeData* ResultTable::dragContent() const
{
    return m_dragContent ? m_dragContent() : m_model->mimeData(selectionModel()->selectedRows());
}

void ResultTable::dragSelection(QWidget* source, Qt::DropActions actions)
{
    QMimeData* dragged = dragContent();
    if (!dragged)
        return;
    // A small label instead of a picture of the whole row.
    const auto count = static_cast<int>(selectedRows().size());
    const QString name =
        count > 1 ? tr("%n clip(s)", nullptr, count)
                  : m_model->data(currentIndex().siblingAtColumn(ResultModel::NameColumn), Qt::DisplayRole).toString();
    const QSize size(fontMetrics().horizontalAdvance(name) + 2 * kSpaceControls, kRowHeight);
    QPixmap pixmap(size * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(ui::palette().selection);
    QPainter painter(&pixmap);
    painter.setFont(font());
    painter.setPen(ui::palette().text);
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, name);
    painter.end();
    QDrag drag(source);
    drag.setMimeData(dragged);
    drag.setPixmap(pixmap);
    drag.exec(actions, Qt::CopyAction);
}

} // namespace prolap::ui
