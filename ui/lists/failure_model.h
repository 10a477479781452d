#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "core/library/indexer.h"

namespace prolap::ui {

/// Files that could not be indexed, and why.
class FailureModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FileColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFailures(std::vector<library::IndexFailure> failures);
    const library::IndexFailure& at(int row) const { return m_failures[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<library::IndexFailure> m_failures;
};

} // namespace prolap::ui
