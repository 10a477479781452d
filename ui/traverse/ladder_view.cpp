#include "ui/traverse/ladder_view.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/glyphs/match_glyph.h"
#include "ui/lists/result_model.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kRoomForThree = 620; ///< pixels, from which on a rung shows three clips

class LadderDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Palette& p = ui::palette();
        const bool hovered = option.state & QStyle::State_MouseOver;
        const bool onJourney = index.data(LadderModel::JourneyRole).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, p.selection);
        else if (hovered)
            painter->fillRect(option.rect, p.raised);
        if (index.column() == 0 && index.data(LadderModel::HereRole).toBool())
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), p.accent);
        QRect inner = option.rect.adjusted(kSpaceControls, 0, -kSpaceControls, 0);
        painter->setFont(option.font);
        if (index.column() == LadderModel::MatchColumn) {
            paintMatch(*painter, inner, index.data(LadderModel::MatchRole).value<Match>(), false);
        } else if (index.column() == LadderModel::CertaintyColumn) {
            paintCertainty(*painter, inner, index.data(LadderModel::CertaintyRole).value<Certainty>(), false);
        } else {
            const bool clip = index.data(LadderModel::PathRole).isValid();
            const bool playing = index.data(LadderModel::PlayingRole).toBool();
            if (index.column() == LadderModel::CaptionColumn && index.data(LadderModel::CommonRole).toBool()) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(p.accent);
                const QPoint middle(inner.left() + 4, inner.center().y());
                painter->drawPolygon(QPolygon(
                    {middle + QPoint(0, -4), middle + QPoint(4, 0), middle + QPoint(0, 4), middle + QPoint(-4, 0)}));
                inner.setLeft(inner.left() + 12);
            }
            if (index.column() == LadderModel::PointsColumn && onJourney) {
                const QRect mark(inner.left() - 2, inner.center().y() - 6, 12, 12);
                icon("play").paint(painter, mark, Qt::AlignCenter, QIcon::Normal, QIcon::On);
                inner.setLeft(inner.left() + 12);
            }
            if (clip) {
                constexpr int kSide = 12;
                const QRect mark(inner.left(), inner.center().y() - kSide / 2, kSide, kSide);
                icon("play").paint(painter, mark, Qt::AlignCenter, hovered || playing ? QIcon::Normal : QIcon::Disabled,
                                   playing ? QIcon::On : QIcon::Off);
                inner.setLeft(inner.left() + kSide + kSpaceInner);
            }
            if (onJourney && index.column() == LadderModel::CaptionColumn) {
                QFont strong = option.font;
                strong.setBold(true);
                painter->setFont(strong);
            }
            painter->setPen(playing || onJourney                                  ? p.accent
                            : clip || index.column() == LadderModel::PointsColumn ? p.dim
                                                                                  : p.text);
            painter->drawText(
                inner, index.data(Qt::TextAlignmentRole).toInt(),
                QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(p.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }
};

} // namespace

LadderView::LadderView(LadderModel* model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new LadderDelegate(this));
    setAccessibleName(tr("Ladder"));
    setToolTip(tr("The captions met, from specific at the bottom to general at the top"));
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(this, &QAbstractItemView::clicked, this, &LadderView::play);
    connect(model, &QAbstractItemModel::modelReset, this, &LadderView::arrangeColumns);
}

void LadderView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

/// Two ladders beside each other leave little room: then there is one clip a rung, and where there are none at all the
/// captions take their place.
void LadderView::arrangeColumns()
{
    const int width = viewport()->width();
    const bool narrow = width < kRoomForThree;
    const int points = narrow ? 58 : 62, match = narrow ? 82 : 92, certainty = 76;
    const int clips = !m_model->hasClips() ? 0 : narrow ? 1 : 3;
    const int rest = std::max(narrow ? 140 : 280, width - points - match - certainty);
    const int caption = clips == 0 ? rest : std::max(90, narrow ? rest * 54 / 100 : rest * 35 / 100);
    setColumnWidth(LadderModel::PointsColumn, points);
    setColumnWidth(LadderModel::MatchColumn, match);
    setColumnWidth(LadderModel::CertaintyColumn, certainty);
    setColumnWidth(LadderModel::CaptionColumn, caption);
    for (int i = 0; i < 3; ++i) {
        setColumnHidden(LadderModel::FirstClipColumn + i, i >= clips);
        if (i < clips)
            setColumnWidth(LadderModel::FirstClipColumn + i, (rest - caption) / clips);
    }
}

void LadderView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row())
        Q_EMIT rungChosen(current.row());
}

void LadderView::play(const QModelIndex& index)
{
    const library::NearClip* clip = m_model->clip(index);
    if (clip)
        Q_EMIT playWanted(clip->path, clip->start);
}

void LadderView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) && currentIndex().isValid()) {
        const QModelIndex index = m_model->clip(currentIndex())
                                      ? currentIndex()
                                      : m_model->index(currentIndex().row(), LadderModel::FirstClipColumn);
        play(index);
        return;
    }
    QTableView::keyPressEvent(event);
}

void LadderView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    const library::Rung* rung = m_model->rung(index.row());
    if (!rung)
        return;
    QMenu menu;
    if (const library::NearClip* clip = m_model->clip(index)) {
        menu.addAction(icon("play"), tr("Play"), this, [this, index] { play(index); });
        menu.addAction(
            icon("traverse"), tr("Traverse from this clip"), this,
            [this, id = clip->clip, name = shown(clip->path.filename())] { Q_EMIT traverseWanted(id, name); });
    } else {
        menu.addAction(icon("traverse"), tr("Traverse from this caption"), this,
                       [this, text = shown(rung->text)] { Q_EMIT traverseWanted({}, text); });
    }
    menu.exec(event->globalPos());
}

} // namespace prolap::ui
