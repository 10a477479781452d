#pragma once

#include <memory>

#include <QAbstractItemModel>

#include "core/library/traversal/traversal_service.h"
#include "ui/glyphs/certainty_glyph.h"

namespace prolap::ui {

/// The vocabulary as a tree, with how many of the library's clips each caption includes.
class VocabularyModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { CaptionColumn, ClipsColumn, CertaintyColumn, ColumnCount };
    enum Role { CertaintyRole = Qt::UserRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setHierarchy(std::shared_ptr<const library::LibraryHierarchy> hierarchy);
    void setCertaintyScale(CertaintyScale scale);
    const library::HierarchyNode* node(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const library::LibraryHierarchy> m_hierarchy;
    std::vector<int> m_rowOf; ///< of each node among its parent's children
    CertaintyScale m_scale;
};

} // namespace prolap::ui
