#pragma once

#include <optional>

#include <QTreeWidget>

#include "core/ids.h"

class QToolButton;

namespace prolap::ui {

class OrganiseSession;

/// The tree inside ShelfPanel: collections take what is dropped on them.
class ShelfTree : public QTreeWidget {
    Q_OBJECT

public:
    using QTreeWidget::QTreeWidget;

Q_SIGNALS:
    /// Clips of the list were dropped on a collection.
    void dropped(prolap::CollectionId collection);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QTreeWidgetItem* collectionAt(const QDropEvent* event) const;
};

/// Collections and saved searches, at the left below the folders: choose one to see only its clips; drop clips on a
/// collection.
class ShelfPanel : public QWidget {
    Q_OBJECT

public:
    explicit ShelfPanel(OrganiseSession* organise, QWidget* parent = nullptr);

    /// The collection to list; none: every clip.
    std::optional<CollectionId> chosen() const { return m_chosen; }
    /// Lists every clip again.
    void forgetChoice();

    ShelfTree* tree() const { return m_tree; }
    /// Asks for a name and saves the query under it. Nothing where the query is empty.
    void saveSearch(const QString& query);

Q_SIGNALS:
    void choiceChanged();
    /// A saved search was chosen: its query.
    void searchWanted(const QString& query);
    /// The query in use shall be saved.
    void saveWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void choose(QTreeWidgetItem* item);
    void showMenu(const QPoint& at);
    void newCollection();
    void rename(QTreeWidgetItem* item);
    void remove(QTreeWidgetItem* item);

    OrganiseSession* const m_organise;
    ShelfTree* m_tree;
    QTreeWidgetItem* m_collections;
    QTreeWidgetItem* m_searches;
    QToolButton* m_add;
    QToolButton* m_save;
    std::optional<CollectionId> m_chosen;
};

} // namespace prolap::ui
