#include "ui/organise/organise_actions.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

#include "ui/explore/result_table.h"
#include "ui/lists/result_model.h"
#include "ui/organise/colour_icons.h"
#include "ui/organise/details_dialog.h"
#include "ui/organise/organise_session.h"
#include "ui/organise/tag_popup.h"
#include "ui/organise/ucs_dialog.h"
#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

OrganiseActions::OrganiseActions(ResultTable* table, ResultModel* results, OrganiseSession* organise, QObject* parent)
    : QObject(parent), m_table(table), m_results(results), m_organise(organise)
{
    undo = new QAction(icon("undo"), tr("Undo"), this);
    undo->setShortcut(QKeySequence::Undo);
    redo = new QAction(icon("redo"), tr("Redo"), this);
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    connect(undo, &QAction::triggered, m_organise, &OrganiseSession::undo);
    connect(redo, &QAction::triggered, m_organise, &OrganiseSession::redo);
    connect(m_organise, &OrganiseSession::historyChanged, this, &OrganiseActions::refreshHistory);
    refreshHistory();

    for (int stars = 0; stars <= kMaxRating; ++stars) {
        QAction* action = add(stars == 0 ? tr("No rating") : tr("%n star(s)", nullptr, stars), nullptr,
                              QKeySequence(Qt::Key_0 + stars));
        ratings[static_cast<std::size_t>(stars)] = action;
        connect(action, &QAction::triggered, this, [this, stars] {
            m_organise->apply([clips = chosen(), stars](library::Organiser& o) { return o.setRating(clips, stars); });
        });
    }
    favourite = add(tr("Favourite"), "favourite", Qt::Key_F);
    connect(favourite, &QAction::triggered, this, &OrganiseActions::toggleFavourite);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const auto colour = static_cast<ColourLabel>(i);
        colours[i] = new QAction(labelIcon(colour), colourText(colour), this);
        connect(colours[i], &QAction::triggered, this, [this, colour] {
            m_organise->apply([clips = chosen(), colour](library::Organiser& o) { return o.setColour(clips, colour); });
        });
    }
    connect(m_table, &ResultTable::markClicked, this, &OrganiseActions::clickMark);
    tags = add(tr("Tags…"), "tag", Qt::Key_G);
    connect(tags, &QAction::triggered, this, [this] {
        if (const auto clips = chosen(); !clips.empty())
            (new TagPopup(m_organise, clips, m_table))->open();
    });
    details = add(tr("Captions and note…"), "note", QKeySequence(tr("Ctrl+I")));
    connect(details, &QAction::triggered, this, [this] {
        if (const auto clips = chosen(); !clips.empty())
            (new DetailsDialog(m_organise, clips, m_table->window()))->open();
    });
    newCollection = add(tr("New collection of these…"), "collection", QKeySequence(tr("Ctrl+Shift+N")));
    connect(newCollection, &QAction::triggered, this, [this] {
        bool ok = false;
        const QString name =
            QInputDialog::getText(m_table->window(), tr("New collection"), tr("Name:"), QLineEdit::Normal, {}, &ok);
        if (ok)
            m_organise->apply([name = name.toStdString(), clips = chosen()](library::Organiser& o) {
                return o.createCollection(name, clips);
            });
    });
    takeOut = add(tr("Take out of the collection"), "remove", QKeySequence::Delete);
    takeOut->setEnabled(false);
    connect(takeOut, &QAction::triggered, this, [this] {
        if (m_collection)
            m_organise->apply([id = *m_collection, clips = chosen()](library::Organiser& o) {
                return o.takeFromCollection(id, clips);
            });
    });
    ucsNames = add(tr("Names of the Universal Category System…"), nullptr, QKeySequence(tr("Ctrl+Shift+U")));
    connect(ucsNames, &QAction::triggered, this, [this] {
        if (const auto clips = chosen(); !clips.empty())
            (new UcsDialog(m_organise, clips, m_table->window()))->open();
    });
}

QAction* OrganiseActions::add(const QString& text, const char* symbol, const QKeySequence& key)
{
    auto* action = symbol ? new QAction(icon(symbol), text, this) : new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    m_listActions << action;
    return action;
}

std::vector<ClipId> OrganiseActions::chosen() const
{
    std::vector<ClipId> clips = m_table->selectedClips();
    if (const ClipId current = m_table->currentClip(); clips.empty() && current)
        clips.push_back(current);
    return clips;
}

void OrganiseActions::refreshHistory()
{
    const QString undoes = m_organise->undoText(), redoes = m_organise->redoText();
    undo->setEnabled(!undoes.isEmpty());
    undo->setText(undoes.isEmpty() ? tr("Undo") : undoes);
    redo->setEnabled(!redoes.isEmpty());
    redo->setText(redoes.isEmpty() ? tr("Redo") : redoes);
}

void OrganiseActions::toggleFavourite()
{
    // All of them become favourites unless all of them are.
    m_organise->apply([clips = chosen()](library::Organiser& organiser) {
        bool all = true;
        for (const ClipId clip : clips)
            if (const auto labels = organiser.labels(clip))
                all = all && labels->marks.favourite;
        return organiser.setFavourite(clips, !all);
    });
}

/// Of the clip that was clicked, whatever is selected.
void OrganiseActions::clickMark(int row, int column, int stars, const QPoint& global)
{
    const ClipId clip = m_results->clipAt(row);
    const ClipRow* known = m_results->detailsAt(row);
    if (!clip || !known)
        return;
    const std::vector<ClipId> clips{clip};
    if (column == ResultModel::RatingColumn && stars > 0) {
        const int wanted = stars == known->details.rating ? 0 : stars;
        m_organise->apply([clips, wanted](library::Organiser& o) { return o.setRating(clips, wanted); });
    } else if (column == ResultModel::FavouriteColumn) {
        const bool wanted = !known->details.favourite;
        m_organise->apply([clips, wanted](library::Organiser& o) { return o.setFavourite(clips, wanted); });
    } else if (column == ResultModel::ColourColumn) {
        auto* menu = new QMenu(m_table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const auto colour = static_cast<ColourLabel>(i);
            menu->addAction(labelIcon(colour), colourText(colour), this, [this, clips, colour] {
                m_organise->apply([clips, colour](library::Organiser& o) { return o.setColour(clips, colour); });
            });
        }
        menu->popup(global);
    }
}

void OrganiseActions::setCollection(std::optional<CollectionId> collection)
{
    m_collection = collection;
    takeOut->setEnabled(collection.has_value());
}

void OrganiseActions::fillMenu(QMenu* menu)
{
    menu->addActions({undo, redo});
    menu->addSeparator();
    fillClipMenu(menu);
}

void OrganiseActions::fillClipMenu(QMenu* menu)
{
    QMenu* rating = menu->addMenu(tr("Rating"));
    for (std::size_t stars = ratings.size(); stars-- > 0;)
        rating->addAction(ratings[stars]);
    menu->addAction(favourite);
    QMenu* colour = menu->addMenu(tr("Colour"));
    for (std::size_t i = 0; i < colours.size(); ++i) {
        colours[i]->setIcon(labelIcon(static_cast<ColourLabel>(i))); // the scheme may have changed
        colour->addAction(colours[i]);
    }
    menu->addActions({tags, details});
    QMenu* collect = menu->addMenu(icon("collection"), tr("Put into a collection"));
    connect(collect, &QMenu::aboutToShow, this, [this, collect] {
        collect->clear();
        for (const library::CollectionSummary& collection : m_organise->lists().collections)
            collect->addAction(icon("collection"),
                               shown(collection.name).replace(QLatin1Char('&'), QLatin1String("&&")), this,
                               [this, id = collection.id] {
                                   m_organise->apply([id, clips = chosen()](library::Organiser& o) {
                                       return o.addToCollection(id, clips);
                                   });
                               });
        if (!collect->isEmpty())
            collect->addSeparator();
        collect->addAction(newCollection);
    });
    collect->addAction(newCollection); // an empty menu would not open
    menu->addActions({takeOut, ucsNames});
}

} // namespace prolap::ui
