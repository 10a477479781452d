#include "ui/lists/root_model.h"

#include <algorithm>
#include <numeric>

#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

namespace {

QString clipsText(std::int64_t clips)
{
    return grouped(RootModel::tr("%n clip(s)", nullptr, static_cast<int>(clips)), clips);
}

} // namespace

Path RootModel::nameOf(const library::RootSummary& root) const
{
    const Path name = root.path.filename();
    if (name.empty())
        return root.path;
    // Folders of the same name are told apart by what holds them.
    const bool shared = std::ranges::any_of(
        m_roots, [&](const auto& other) { return other.id != root.id && other.path.filename() == name; });
    return shared ? root.path.parent_path().filename() / name : name;
}

void RootModel::setRoots(std::vector<library::RootSummary> roots)
{
    const bool sameRows = std::ranges::equal(roots, m_roots, {}, &library::RootSummary::id, &library::RootSummary::id);
    if (sameRows) { // counts grow while indexing: the selection stays
        m_roots = std::move(roots);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_roots = std::move(roots);
    endResetModel();
}

const library::RootSummary* RootModel::rootAt(int row) const
{
    return row >= 1 && row <= static_cast<int>(m_roots.size()) ? &m_roots[static_cast<std::size_t>(row - 1)] : nullptr;
}

int RootModel::rowOf(RootId id) const
{
    const auto found = std::ranges::find(m_roots, id, &library::RootSummary::id);
    return found == m_roots.end() ? 0 : static_cast<int>(found - m_roots.begin()) + 1;
}

int RootModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_roots.size()) + 1;
}

QVariant RootModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const library::RootSummary* root = rootAt(index.row());
    const bool offline = root && root->state == library::RootState::Offline;
    switch (role) {
    case Qt::DisplayRole:
        if (!root)
            return tr("All folders");
        return shown(nameOf(*root));
    case Qt::DecorationRole:
        return icon(!root ? "library" : offline ? "folder-offline" : "folder");
    case ClipsRole:
        if (offline)
            return tr("offline · %1").arg(clipsText(root->clips));
        if (root)
            return clipsText(root->clips);
        return clipsText(std::accumulate(m_roots.begin(), m_roots.end(), std::int64_t{0},
                                         [](std::int64_t sum, const auto& r) { return sum + r.clips; }));
    case OfflineRole:
        return offline;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(data(index, Qt::DisplayRole).toString(), data(index, ClipsRole).toString());
    case Qt::ToolTipRole:
        if (!root)
            return tr("Show the clips of all folders");
        return offline ? tr("%1\nNot reachable just now. Its clips stay in the library and can be searched.")
                             .arg(shown(root->path))
                       : shown(root->path);
    default:
        return {};
    }
}

} // namespace prolap::ui
