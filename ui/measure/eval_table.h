#pragma once

#include <QAbstractTableModel>

#include "ui/measure/eval_result.h"

namespace prolap::ui {

/// Figures beside chance, and beside those of a second model.
class EvalTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, FirstColumn, ChanceColumn, SecondColumn, DifferenceColumn };

    using QAbstractTableModel::QAbstractTableModel;

    /// second: null for one model alone.
    void setResults(const EvalResult& first, const EvalResult* second);
    void clear();
    const EvalRow& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<EvalRow> m_rows;
    QString m_first, m_second;
    bool m_two = false;
};

} // namespace prolap::ui
