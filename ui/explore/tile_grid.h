#pragma once

#include <functional>

#include <QListView>

#include "core/library/spectrogram_tile.h"

namespace prolap::ui {

class ResultModel;
class ResultTable;
class TileLoader;

/// The clips as pictures of their spectrograms: another look at the same list, with the same selection.
class TileGrid : public QListView {
    Q_OBJECT

public:
    /// Shares the table's model and selection, and what a drag of it carries.
    TileGrid(ResultTable* table, ResultModel* results, QWidget* parent = nullptr);

    TileLoader* tiles() const { return m_tiles; }
    /// What the tile of a row shows: the clip, of a long one the part that matched or the beginning; none while its
    /// file is not known.
    std::optional<library::TileSource> sourceAt(int row) const;

    void keyboardSearch(const QString& typed) override;

Q_SIGNALS:
    void opened(int row); ///< Enter or a double click
    void leftUpwards();
    void typed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layTiles();

    ResultTable* const m_table;
    ResultModel* const m_results;
    TileLoader* const m_tiles;
};

} // namespace prolap::ui
