#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "core/train/runs/run_store.h"

namespace prolap::ui {

/// In words for people: `Waiting`, `Running, 40 %`, `Done`.
QString stateText(const train::Run& run);
/// What it does just now: `Training: step 40 of 300`.
QString stageText(const train::RunStatus& status);
QString presetText(const std::string& preset);

/// All fine-tuning runs, the newest first.
class RunModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, State, Made, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes the place of what was shown; rows that stay keep their selection.
    void setRuns(std::vector<train::Run> runs);
    const std::vector<train::Run>& runs() const { return m_runs; }
    const train::Run* run(int row) const;
    int rowOf(const std::string& id) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<train::Run> m_runs;
};

} // namespace prolap::ui
