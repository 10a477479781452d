#include "ui/traverse/ladder_model.h"

#include <algorithm>

#include "ui/glyphs/match_glyph.h"
#include "ui/lists/result_model.h"
#include "ui/text.h"

namespace prolap::ui {

namespace {

CertaintyScale scaleOf(const library::Traversal& traversal)
{
    std::vector<float> uncertainties;
    for (const library::LevelBand& band : traversal.bands)
        uncertainties.insert(uncertainties.end(), {band.lowerQuartile, band.median, band.upperQuartile});
    for (const library::Rung& rung : traversal.ladder)
        uncertainties.push_back(rung.uncertainty.value_or(0));
    return CertaintyScale(std::move(uncertainties));
}

} // namespace

void LadderModel::setTraversal(std::shared_ptr<const library::Traversal> traversal,
                               const std::shared_ptr<const library::Traversal>& beside, bool otherModel)
{
    beginResetModel();
    m_traversal = std::move(traversal);
    m_ownScale = otherModel && m_traversal ? std::optional(scaleOf(*m_traversal)) : std::nullopt;
    m_common.clear();
    if (m_traversal && beside)
        for (const library::Meeting& meeting : library::captionsInCommon(*m_traversal, *beside))
            m_common.insert(m_traversal->ladder[meeting.first].text);
    m_cursor = -1;
    m_journey = -1;
    endResetModel();
}

void LadderModel::setCertaintyScale(CertaintyScale scale)
{
    m_scale = std::move(scale);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, CertaintyColumn), index(rowCount() - 1, CertaintyColumn));
}

void LadderModel::setPlaying(const Path& file)
{
    m_playing = file;
    repaint();
}

void LadderModel::setJourneyRung(int rung)
{
    m_journey = rung;
    repaint();
}

void LadderModel::setCursorPoint(int point)
{
    m_cursor = point;
    repaint();
}

void LadderModel::repaint()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LadderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_traversal ? 0 : static_cast<int>(m_traversal->ladder.size());
}

int LadderModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const library::Rung* LadderModel::rung(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &m_traversal->ladder[static_cast<std::size_t>(rowCount() - 1 - row)];
}

bool LadderModel::hasClips() const
{
    return m_traversal &&
           std::ranges::any_of(m_traversal->ladder, [](const library::Rung& each) { return !each.clips.empty(); });
}

int LadderModel::rowOfPoint(int point) const
{
    if (!m_traversal || point < 0 || point >= static_cast<int>(m_traversal->points.size()))
        return -1;
    const library::TraversalPoint& at = m_traversal->points[static_cast<std::size_t>(point)];
    for (int row = 0; row < rowCount() && !at.captions.empty(); ++row)
        if (rung(row)->caption == at.captions.front().index)
            return row;
    return -1;
}

int LadderModel::firstPointOf(int row) const
{
    const library::Rung* found = rung(row);
    return found ? static_cast<int>(found->firstPoint) : -1;
}

const library::NearClip* LadderModel::clip(const QModelIndex& index) const
{
    const library::Rung* found = rung(index.row());
    const auto number = static_cast<std::size_t>(index.column() - FirstClipColumn);
    return found && index.column() >= FirstClipColumn && number < found->clips.size() ? &found->clips[number] : nullptr;
}

QString LadderModel::tooltip(const library::Rung& rung, const QModelIndex& index) const
{
    QString text;
    switch (index.column()) {
    case PointsColumn:
        return tr("Nearest at %n of the path's points", nullptr, static_cast<int>(rung.points));
    case CaptionColumn:
        text = shown(rung.text);
        if (rung.inclusion)
            text += QStringLiteral("\n") + tr("Inclusion %1: above 0 the caption is wide enough to contain the sound")
                                               .arg(static_cast<double>(*rung.inclusion), 0, 'f', 2);
        if (index.data(CommonRole).toBool())
            text += QStringLiteral("\n") + tr("Met by both paths");
        return text;
    case MatchColumn:
        return rung.probability ? tr("Describes the start with a probability of %1").arg(percentText(*rung.probability))
                                : tr("This model is not calibrated, so there is no probability to show");
    case CertaintyColumn:
        return rung.uncertainty ? tr("Uncertainty %1: the wider the curve, the more general the caption")
                                      .arg(static_cast<double>(*rung.uncertainty), 0, 'g', 3)
                                : tr("This model knows no uncertainty");
    default:
        break;
    }
    const library::NearClip* near = clip(index);
    return near ? tr("%1\nClick to play").arg(shown(near->path)) : QString();
}

QVariant LadderModel::data(const QModelIndex& index, int role) const
{
    const library::Rung* at = rung(index.row());
    if (!at)
        return {};
    const library::NearClip* near = clip(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == PointsColumn)
            return at->firstPoint == at->lastPoint ? QString::number(at->firstPoint)
                                                   : tr("%1–%2").arg(at->firstPoint).arg(at->lastPoint);
        if (index.column() == CaptionColumn && role == Qt::AccessibleTextRole && index.data(CommonRole).toBool())
            return tr("%1, met by both paths").arg(shown(at->text));
        if (index.column() == CaptionColumn)
            return shown(at->text);
        if (index.column() == MatchColumn && role == Qt::AccessibleTextRole && at->probability)
            return percentText(*at->probability);
        if (near)
            return shown(near->path.stem());
        return {};
    case Qt::ToolTipRole:
        return tooltip(*at, index);
    case Qt::TextAlignmentRole:
        return index.column() == PointsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                              : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case MatchRole:
        return QVariant::fromValue(Match{at->probability.value_or(std::max(0.F, at->similarity)), at->probability});
    case CertaintyRole:
        return QVariant::fromValue((m_ownScale ? *m_ownScale : m_scale).of(at->uncertainty));
    case ClipRole:
        return near ? QVariant::fromValue<qlonglong>(near->clip.value) : QVariant();
    case PathRole:
        return near ? QByteArray::fromStdString(near->path.native()) : QVariant();
    case StartRole:
        return near ? QVariant(near->start) : QVariant();
    case PlayingRole:
        return near && !m_playing.empty() && near->path == m_playing;
    case HereRole:
        return rowOfPoint(m_cursor) == index.row();
    case JourneyRole:
        return m_journey >= 0 && rowCount() - 1 - m_journey == index.row();
    case CommonRole:
        return m_common.contains(at->text);
    default:
        return {};
    }
}

QVariant LadderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == PointsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case PointsColumn:
            return tr("At which points of the path this caption was the nearest");
        case MatchColumn:
            return tr("How probably the caption describes the sound that the path starts from");
        case CertaintyColumn:
            return tr("Narrow for specific, wide for general");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PointsColumn:
        return tr("Points");
    case CaptionColumn:
        return tr("Caption");
    case MatchColumn:
        return tr("Match");
    case CertaintyColumn:
        return tr("Certainty");
    case FirstClipColumn:
        return tr("Nearest clip");
    case FirstClipColumn + 1:
        return tr("Second");
    case FirstClipColumn + 2:
        return tr("Third");
    default:
        return QString();
    }
}

} // namespace prolap::ui
