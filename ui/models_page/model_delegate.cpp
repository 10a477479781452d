#include "ui/models_page/model_delegate.h"

#include <QPainter>

#include "ui/models_page/model_list.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kSymbol = 16;

} // namespace

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(scaled(option.font, kDimScale)).height();
    return {160, lines + 2 * kSpaceInner + 2};
}

void ModelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Palette& p = ui::palette();
    const bool problem = index.data(ModelListModel::ProblemRole).toBool();
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
    painter->setPen(problem ? p.dim : p.text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    const QFont small = scaled(option.font, kDimScale);
    painter->setFont(small);
    painter->setPen(problem ? p.amber : p.dim);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignBottom,
        QFontMetrics(small).elidedText(index.data(ModelListModel::StateRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace prolap::ui
