#pragma once

#include <QStyledItemDelegate>

namespace prolap::ui {

/// A row of two lines: a name with its symbol before it, and dim words about it below, amber where something is wrong.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// @param secondRole  data of the second line, a text
    /// @param wrongRole   whether something is wrong, a bool
    TwoLineDelegate(int secondRole, int wrongRole, QObject* parent)
        : QStyledItemDelegate(parent), m_secondRole(secondRole), m_wrongRole(wrongRole)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_secondRole;
    int m_wrongRole;
};

} // namespace prolap::ui
