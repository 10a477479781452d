#include "ui/explore/tile_grid.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "ui/explore/result_table.h"
#include "ui/glyphs/match_glyph.h"
#include "ui/lists/result_model.h"
#include "ui/lists/tile_loader.h"
#include "ui/theme/level_colours.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr double kLongest = 20;   ///< seconds that a tile shows whole
constexpr double kPartShown = 10; ///< of a longer clip
constexpr int kTileWidth = 152, kTileHeight = 80;

class TileDelegate : public QStyledItemDelegate {
public:
    TileDelegate(TileGrid* grid, ResultModel* results) : QStyledItemDelegate(grid), m_grid(grid), m_results(results) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Palette& p = ui::palette();
        const bool selected = option.state & QStyle::State_Selected;
        const bool current = option.state & QStyle::State_HasFocus;
        const bool playing = index.data(ResultModel::PlayingRole).toBool();
        const bool dimmed = index.data(ResultModel::DimmedRole).toBool();
        painter->save();
        const QRect cell = option.rect.adjusted(kSpaceInner / 2, kSpaceInner / 2, -kSpaceInner / 2, -kSpaceInner / 2);
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(cell, selected ? p.selection : p.raised);
        const int text = option.fontMetrics.height();
        const QRect picture = cell.adjusted(kSpaceInner, kSpaceInner, -kSpaceInner, -kSpaceInner - text - kSpaceInner);
        painter->fillRect(picture, QColor(levelColours().front()));
        if (const auto source = m_grid->sourceAt(index.row()))
            if (const QImage* image = m_grid->tiles()->picture(m_results->clipAt(index.row()), *source)) {
                painter->setRenderHint(QPainter::SmoothPixmapTransform);
                painter->setOpacity(dimmed ? 0.5 : 1);
                painter->drawImage(picture, *image);
                painter->setOpacity(1);
            }
        if (playing || current) {
            painter->setPen(QPen(p.accent, 2));
            painter->drawRect(picture.adjusted(0, 0, -1, -1));
        }
        QRect line(picture.left(), picture.bottom() + kSpaceInner, picture.width(), text);
        const QVariant match = index.data(ResultModel::MatchRole);
        if (match.isValid()) {
            const int bar = std::min(line.width() / 3, 48);
            paintMatch(*painter, QRect(line.right() - bar, line.top(), bar, text), {match.value<Match>().fill, {}},
                       dimmed);
            line.setRight(line.right() - bar - kSpaceInner);
        }
        painter->setPen(playing ? p.accent : dimmed ? p.dim : p.text);
        painter->setFont(option.font);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return m_grid->gridSize(); }

private:
    TileGrid* const m_grid;
    ResultModel* const m_results;
};

} // namespace

TileGrid::TileGrid(ResultTable* table, ResultModel* results, QWidget* parent)
    : QListView(parent), m_table(table), m_results(results), m_tiles(new TileLoader(this))
{
    setModel(results);
    setModelColumn(ResultModel::NameColumn);
    setSelectionModel(table->selectionModel());
    setItemDelegate(new TileDelegate(this, results));
    setFlow(LeftToRight); // not the icon mode, which keeps a tree of 100 000 tiles
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Clips as pictures"));
    setAccessibleDescription(tr("Spectrograms of the clips that were found, best first"));
    layTiles();
    connect(m_tiles, &TileLoader::arrived, this, [this](ClipId clip) {
        if (const int row = m_results->rowOf(clip); row >= 0 && isVisible())
            update(m_results->index(row, ResultModel::NameColumn));
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.row()); });
}

std::optional<library::TileSource> TileGrid::sourceAt(int row) const
{
    // Asking for the picture of the waveform asks the model for the row.
    if (!m_results->detailsAt(row)) {
        m_results->data(m_results->index(row, ResultModel::WaveformColumn), ResultModel::ThumbnailRole);
        return std::nullopt;
    }
    const library::ClipDetails& d = m_results->detailsAt(row)->details;
    if (d.durationSeconds <= 0)
        return std::nullopt;
    library::TileSource source{d.path, d.sizeBytes, d.modifiedMs, 0, d.durationSeconds};
    if (d.durationSeconds > kLongest) {
        const library::Hit* hit = m_results->hitAt(row);
        source.start = hit ? std::clamp(hit->start, 0.0, d.durationSeconds - kPartShown) : 0;
        source.end = source.start + kPartShown;
    }
    return source;
}

void TileGrid::layTiles()
{
    // As many as fit, with no ragged edge.
    const int room = std::max(1, viewport()->width() - 1), columns = std::max(1, room / kTileWidth);
    setGridSize(QSize(room / columns, kTileHeight + fontMetrics().height() + 4 * kSpaceInner));
    verticalScrollBar()->setSingleStep(gridSize().height() / 3);
}

void TileGrid::resizeEvent(QResizeEvent* event)
{
    layTiles();
    QListView::resizeEvent(event);
}

void TileGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layTiles();
    QListView::changeEvent(event);
}

void TileGrid::keyboardSearch(const QString& text)
{
    Q_EMIT typed(text);
}

void TileGrid::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    const int columns = std::max(1, viewport()->width() / std::max(1, gridSize().width()));
    if (event->key() == Qt::Key_Up && row < columns && event->modifiers() == Qt::NoModifier) {
        Q_EMIT leftUpwards();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row >= 0) {
        Q_EMIT opened(row);
        return;
    }
    QListView::keyPressEvent(event);
}

void TileGrid::startDrag(Qt::DropActions actions)
{
    m_table->dragSelection(this, actions);
}

} // namespace prolap::ui
