#include "ui/organise/organising.h"

#include "ui/explore/result_table.h"
#include "ui/organise/organise_actions.h"
#include "ui/organise/organise_session.h"
#include "ui/organise/shelf_panel.h"

namespace prolap::ui {

Organising::Organising(ResultTable* table, ResultModel* results, LibrarySession* session, QObject* parent)
    : QObject(parent),
      m_session(new OrganiseSession(session, this)),
      m_actions(new OrganiseActions(table, results, m_session, this)),
      m_shelf(new ShelfPanel(m_session))
{
    connect(m_session, &OrganiseSession::statusWanted, this, &Organising::statusWanted);
    connect(m_shelf, &ShelfPanel::searchWanted, this, &Organising::searchWanted);
    connect(m_shelf, &ShelfPanel::saveWanted, this, &Organising::saveWanted);
    connect(m_shelf, &ShelfPanel::choiceChanged, this, [this] {
        m_actions->setCollection(m_shelf->chosen());
        Q_EMIT choiceChanged();
    });
    connect(m_shelf->tree(), &ShelfTree::dropped, this, [this, table](CollectionId collection) {
        m_session->apply([collection, clips = table->selectedClips()](library::Organiser& organiser) {
            return organiser.addToCollection(collection, clips);
        });
    });
}

void Organising::narrow(library::SearchFilter& filter) const
{
    if (const auto collection = m_shelf->chosen())
        filter.collection = collection;
}

} // namespace prolap::ui
