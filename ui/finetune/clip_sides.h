#pragma once

#include <map>
#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QDialog>

#include "core/train/runs/run_data.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace prolap::ui {

/// `Learns`, `Chooses the best`, `Held out`.
QString sideText(const std::string& split);

/// The clips of a run with the side of the split that each is on.
class ClipSides : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Length, Side, Together, Columns };

    ClipSides(const train::PreparedData& data, QObject* parent);

    /// These rows go to the side, and with each all that it is kept together with. Returns how many went.
    int move(const std::vector<int>& rows, const std::string& side);
    /// By path, what was moved.
    const std::map<std::string, std::string>& moved() const { return m_moved; }
    Path file(int row) const { return m_rows[static_cast<std::size_t>(row)].file; }
    int count(const std::string& side) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<train::ManifestRow> m_rows;
    std::vector<double> m_seconds;
    std::vector<int> m_groups;
    std::map<int, int> m_sizes; ///< clips by group
    std::map<std::string, std::string> m_moved;
};

/// Lets its user say which clips are learned from and which judge.
class ClipSidesDialog : public QDialog {
    Q_OBJECT

public:
    ClipSidesDialog(const train::PreparedData& prepared, QWidget* parent);

    const std::map<std::string, std::string>& moved() const { return m_model->moved(); }
    QTableView* table() const { return m_table; }
    QLineEdit* field() const { return m_field; }
    ClipSides* model() const { return m_model; }

Q_SIGNALS:
    void playWanted(const prolap::Path& file);

private:
    void moveSelected(const std::string& side);
    void showCounts();

    ClipSides* m_model;
    QSortFilterProxyModel* m_filtered;
    QTableView* m_table;
    QLineEdit* m_field;
    QComboBox* m_side;
    QLabel* m_counts;
};

} // namespace prolap::ui
