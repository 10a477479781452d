#pragma once

#include <QAbstractListModel>

#include "ui/models_page/model_rows.h"

namespace prolap::ui {

/// `114 MB`, by powers of ten.
QString bytesText(std::int64_t bytes);

/// The models of the page's list.
class ModelListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole, ProblemRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ModelRow> rows);
    /// Which one is in use, and which one is being listened with to be taken into use: by id and path.
    void setInUse(const std::string& id, const Path& next);

    const ModelRow* rowAt(int row) const;
    /// The row of that model; -1 when there is none. id first, then path.
    int rowOf(const std::string& id, const Path& path) const;
    bool inUse(const ModelRow& row) const { return !m_inUse.empty() && row.known.id == m_inUse; }
    bool comesNext(const ModelRow& row) const { return !m_next.empty() && row.known.path == m_next; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ModelRow> m_rows;
    std::string m_inUse;
    Path m_next;
};

} // namespace prolap::ui
