#pragma once

#include <QTableView>

#include "ui/traverse/ladder_model.h"

namespace prolap::ui {

/// A ladder to read and to hear: a click or Space plays the clip of a cell, Up and Down go along the path.
class LadderView : public QTableView {
    Q_OBJECT

public:
    explicit LadderView(LadderModel* model, QWidget* parent = nullptr);

Q_SIGNALS:
    void playWanted(const prolap::Path& file, double startSeconds);
    void rungChosen(int row);
    /// A clip's cell was asked to become the start, or a rung's caption (empty clip).
    void traverseWanted(prolap::ClipId clip, const QString& name);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrangeColumns();
    void play(const QModelIndex& index);

    LadderModel* const m_model;
};

} // namespace prolap::ui
