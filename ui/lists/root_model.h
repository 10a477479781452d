#pragma once

#include <vector>

#include <QAbstractListModel>

#include "core/library/library_view.h"

namespace prolap::ui {

/// The folders of a library; the first row stands for all of them.
class RootModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        ClipsRole = Qt::UserRole, ///< QString: how many clips, or that the folder is offline
        OfflineRole,              ///< bool
    };

    using QAbstractListModel::QAbstractListModel;

    void setRoots(std::vector<library::RootSummary> roots);
    /// Null for the row of all folders.
    const library::RootSummary* rootAt(int row) const;
    int rowOf(RootId id) const; ///< 0, all folders, when it is gone

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Path nameOf(const library::RootSummary& root) const;

    std::vector<library::RootSummary> m_roots;
};

} // namespace prolap::ui
