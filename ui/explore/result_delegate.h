#pragma once

#include <QStyledItemDelegate>

namespace prolap::ui {

/// Paints every cell of every list of clips, so that the two glyphs look alike everywhere. Takes what it paints from
/// the roles of ResultModel.
class ResultDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace prolap::ui
