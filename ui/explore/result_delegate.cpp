#include "ui/explore/result_delegate.h"

#include <QPainter>
#include <QTextLayout>

#include "ui/explore/query/typed_query.h"
#include "ui/glyphs/marks_glyph.h"
#include "ui/lists/result_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

void paintPlayMark(QPainter& painter, const QRect& rect, bool playing, bool hovered)
{
    if (!playing && !hovered)
        return;
    const int side = 16;
    const QRect mark(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    icon("play").paint(&painter, mark, Qt::AlignCenter, QIcon::Normal, playing ? QIcon::On : QIcon::Off);
}

void paintSound(QPainter& painter, const QRectF& rect, const QModelIndex& index, bool dimmed, bool playing)
{
    const Palette& p = ui::palette();
    const QVariant window = index.data(ResultModel::HitWindowRole);
    if (window.isValid()) {
        const QPointF share = window.toPointF();
        const double left = rect.left() + share.x() * rect.width();
        const double width = std::max(2.0, (share.y() - share.x()) * rect.width());
        painter.fillRect(QRectF(left, rect.top(), width, rect.height()), p.raised);
    }
    for (const QPointF& share : index.data(ResultModel::OtherWindowsRole).value<QList<QPointF>>())
        painter.fillRect(QRectF(rect.left() + share.x() * rect.width(), rect.bottom() - 1,
                                std::max(2.0, (share.y() - share.x()) * rect.width()), 2),
                         mixed(p.accent, p.panel, .7));
    const auto thumbnail = index.data(ResultModel::ThumbnailRole).value<std::shared_ptr<const Thumbnail>>();
    if (!thumbnail || thumbnail->peak.empty()) {
        painter.setPen(p.line);
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        return;
    }
    const QColor body = playing ? p.accent : dimmed ? mixed(p.dim, p.panel, 0.6) : p.dim;
    paintThumbnail(painter, rect, *thumbnail, {mixed(body, p.panel, 0.45), body});
}

/// The text with the words that the query found in it in bold.
void paintText(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option, const QModelIndex& index,
               const QColor& colour)
{
    const QString full = index.data(Qt::DisplayRole).toString();
    const QString text = option.fontMetrics.elidedText(
        full, index.column() == ResultModel::NameColumn ? Qt::ElideMiddle : Qt::ElideRight, rect.width());
    painter.setPen(colour);
    const QStringList words =
        index.column() == ResultModel::NameColumn ? index.data(ResultModel::WordsRole).toStringList() : QStringList();
    if (words.isEmpty()) {
        painter.setFont(option.font);
        painter.drawText(rect, index.data(Qt::TextAlignmentRole).toInt(), text);
        return;
    }
    QTextLayout layout(text, option.font);
    QList<QTextLayout::FormatRange> formats;
    for (const QString& word : words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && !word.isEmpty();
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(at);
            range.length = static_cast<int>(word.size());
            range.format.setFontWeight(QFont::Bold);
            formats << range;
        }
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    painter.restore();
}

/// Why a file cannot be had, as a glyph before the name and a word behind it; returns what is left for the name.
QRect paintPresence(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QVariant role = index.data(ResultModel::PresenceRole);
    const auto presence = role.isValid() ? static_cast<ClipPresence>(role.toInt()) : ClipPresence::Online;
    if (presence == ClipPresence::Online)
        return rect;
    constexpr int kSide = 16;
    const QRect mark(rect.left(), rect.center().y() - kSide / 2 + 1, kSide, kSide);
    icon(presence == ClipPresence::Offline ? "folder-offline" : "file-missing").paint(&painter, mark);
    const QString word = presenceText(presence);
    const int width = option.fontMetrics.horizontalAdvance(word);
    QRect name = rect.adjusted(kSide + kSpaceInner, 0, 0, 0);
    if (name.width() > 3 * width) {
        painter.setFont(option.font);
        painter.setPen(presence == ClipPresence::Missing ? ui::palette().amber : ui::palette().dim);
        painter.drawText(QRect(rect.right() - width, rect.top(), width + 1, rect.height()), Qt::AlignVCenter, word);
        name.setRight(rect.right() - width - kSpaceControls);
    }
    return name;
}

} // namespace

void ResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Palette& p = ui::palette();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool dimmed = index.data(ResultModel::DimmedRole).toBool();
    const bool playing = index.data(ResultModel::PlayingRole).toBool();
    painter->save();
    if (selected)
        painter->fillRect(option.rect, p.selection);
    else if (hovered)
        painter->fillRect(option.rect, p.raised);

    const QRect inner = option.rect.adjusted(kSpaceControls, 0, -kSpaceControls, 0);
    switch (index.column()) {
    case ResultModel::PlayColumn:
        paintPlayMark(*painter, option.rect, playing, hovered || selected);
        break;
    case ResultModel::WaveformColumn:
        paintSound(*painter, QRectF(inner).adjusted(0, 3, 0, -3), index, dimmed, playing);
        break;
    case ResultModel::MatchColumn: {
        const QVariant match = index.data(ResultModel::MatchRole);
        painter->setFont(option.font);
        if (match.isValid())
            paintMatch(*painter, inner, match.value<Match>(), dimmed);
        break;
    }
    case ResultModel::CertaintyColumn: {
        const QVariant certainty = index.data(ResultModel::CertaintyRole);
        if (certainty.isValid())
            paintCertainty(*painter, inner, certainty.value<Certainty>(), dimmed);
        break;
    }
    case ResultModel::NameColumn:
        paintText(*painter, paintPresence(*painter, inner, option, index), option, index,
                  playing  ? p.accent
                  : dimmed ? p.dim
                           : p.text);
        break;
    case ResultModel::RatingColumn:
        paintRating(*painter, inner, index.data(ResultModel::MarksRole).toInt(), hovered || selected);
        break;
    case ResultModel::FavouriteColumn:
        paintFavourite(*painter, inner, index.data(ResultModel::MarksRole).toBool(), hovered || selected);
        break;
    case ResultModel::ColourColumn:
        painter->setFont(option.font);
        paintColour(*painter, inner, static_cast<ColourLabel>(index.data(ResultModel::MarksRole).toInt()),
                    hovered || selected);
        break;
    default: {
        const QVariant colour = index.data(Qt::ForegroundRole); // of a label
        paintText(*painter, inner, option, index, colour.isValid() ? colour.value<QColor>() : p.dim);
        break;
    }
    }
    if (index.data(ResultModel::LastCredibleRole).toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), p.dim);
    painter->restore();
}

} // namespace prolap::ui
