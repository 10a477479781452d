#include "ui/lists/two_line_delegate.h"

#include <QPainter>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kSymbol = 16;
constexpr int kLeastWidth = 120;

} // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(scaled(option.font, kDimScale)).height();
    return {kLeastWidth, lines + 2 * kSpaceInner + 2};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Palette& p = ui::palette();
    const bool wrong = index.data(m_wrongRole).toBool();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, p.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, p.raised);
    const QRect inner = option.rect.adjusted(kSpaceControls, kSpaceInner, -kSpaceControls, -kSpaceInner);
    const QRect symbol(inner.left(), inner.center().y() - kSymbol / 2, kSymbol, kSymbol);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, symbol);
    const QRect text = inner.adjusted(kSymbol + kSpaceControls, 0, 0, 0);
    painter->setFont(option.font);
    painter->setPen(wrong ? p.dim : p.text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    const QFont small = scaled(option.font, kDimScale);
    painter->setFont(small);
    painter->setPen(wrong ? p.amber : p.dim);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignBottom,
        QFontMetrics(small).elidedText(index.data(m_secondRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace prolap::ui
