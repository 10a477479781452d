#pragma once

#include <QObject>

#include "core/library/search_service.h"

namespace prolap::ui {

class LibrarySession;
class OrganiseActions;
class OrganiseSession;
class ResultModel;
class ResultTable;
class ShelfPanel;

/// What the Explore page needs to have clips organised: edits with undo, their actions, and the shelf at the left.
class Organising : public QObject {
    Q_OBJECT

public:
    Organising(ResultTable* table, ResultModel* results, LibrarySession* session, QObject* parent);

    OrganiseSession* session() const { return m_session; }
    OrganiseActions* actions() const { return m_actions; }
    ShelfPanel* shelf() const { return m_shelf; }

    /// Lists only what is chosen on the shelf.
    void narrow(library::SearchFilter& filter) const;

Q_SIGNALS:
    /// Another list is to be shown.
    void choiceChanged();
    void searchWanted(const QString& query);
    void saveWanted();
    void statusWanted(const QString& sentence);

private:
    OrganiseSession* m_session;
    OrganiseActions* m_actions;
    ShelfPanel* m_shelf;
};

} // namespace prolap::ui
