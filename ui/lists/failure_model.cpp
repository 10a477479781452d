#include "ui/lists/failure_model.h"

#include "ui/text.h"

namespace prolap::ui {

void FailureModel::setFailures(std::vector<library::IndexFailure> failures)
{
    beginResetModel();
    m_failures = std::move(failures);
    endResetModel();
}

int FailureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_failures.size());
}

int FailureModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FailureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const library::IndexFailure& failure = at(index.row());
    if (role == Qt::DisplayRole)
        return index.column() == FileColumn ? shown(failure.path.filename()) : shown(failure.reason);
    if (role == Qt::ToolTipRole)
        return index.column() == FileColumn ? shown(failure.path) : shown(failure.reason);
    return {};
}

QVariant FailureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FileColumn ? tr("File") : tr("What is wrong with it");
}

} // namespace prolap::ui
