#include "ui/traverse/vocabulary_model.h"

#include <QSize>

#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

void VocabularyModel::setHierarchy(std::shared_ptr<const library::LibraryHierarchy> hierarchy)
{
    beginResetModel();
    m_hierarchy = std::move(hierarchy);
    m_rowOf.assign(m_hierarchy ? m_hierarchy->nodes.size() : 0, 0);
    for (std::size_t i = 0; i < m_rowOf.size(); ++i) {
        int row = 0;
        for (const std::uint32_t child : m_hierarchy->nodes[i].children)
            m_rowOf[child] = row++;
    }
    endResetModel();
}

void VocabularyModel::setCertaintyScale(CertaintyScale scale)
{
    beginResetModel();
    m_scale = std::move(scale);
    endResetModel();
}

const library::HierarchyNode* VocabularyModel::node(const QModelIndex& index) const
{
    return index.isValid() && m_hierarchy ? &m_hierarchy->nodes[index.internalId()] : nullptr;
}

QModelIndex VocabularyModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const library::HierarchyNode* above = node(parent);
    return createIndex(row, column, static_cast<quintptr>(above ? above->children[static_cast<std::size_t>(row)] : 0));
}

QModelIndex VocabularyModel::parent(const QModelIndex& index) const
{
    const library::HierarchyNode* at = node(index);
    if (!at || at->parent < 0)
        return {};
    return createIndex(m_rowOf[static_cast<std::size_t>(at->parent)], 0, static_cast<quintptr>(at->parent));
}

int VocabularyModel::rowCount(const QModelIndex& parent) const
{
    if (!m_hierarchy || m_hierarchy->nodes.empty() || parent.column() > 0)
        return 0;
    const library::HierarchyNode* above = node(parent);
    return above ? static_cast<int>(above->children.size()) : 1;
}

int VocabularyModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant VocabularyModel::data(const QModelIndex& index, int role) const
{
    const library::HierarchyNode* at = node(index);
    if (!at)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == CaptionColumn)
            return shown(at->text);
        if (index.column() == ClipsColumn)
            return countText(static_cast<std::int64_t>(at->clipCount));
        return {};
    case Qt::ToolTipRole:
        if (index.column() == CertaintyColumn)
            return at->uncertainty ? tr("Uncertainty %1: the wider the curve, the more general the caption")
                                         .arg(static_cast<double>(*at->uncertainty), 0, 'g', 3)
                                   : tr("This model knows no uncertainty");
        return tr("Level %1 of the vocabulary").arg(at->level);
    case Qt::TextAlignmentRole:
        return index.column() == ClipsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return at->clipCount == 0 ? QVariant(ui::palette().dim) : QVariant();
    case Qt::SizeHintRole:
        return QSize(0, kRowHeight);
    case CertaintyRole:
        return QVariant::fromValue(m_scale.of(at->uncertainty));
    default:
        return {};
    }
}

QVariant VocabularyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == ClipsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == ClipsColumn)
        return tr("How many clips the caption describes and is wide enough to contain");
    if (role != Qt::DisplayRole)
        return {};
    return section == CaptionColumn ? tr("Caption") : section == ClipsColumn ? tr("Clips") : tr("Certainty");
}

} // namespace prolap::ui
