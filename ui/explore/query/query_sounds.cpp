#include "ui/explore/query/query_sounds.h"

#include <QAction>

#include "ui/explore/query/query_bar.h"
#include "ui/explore/result_table.h"
#include "ui/lists/result_model.h"
#include "ui/player/player_bar.h"
#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

using library::Relation;

QuerySounds::QuerySounds(QueryBar* query, ResultTable* table, ResultModel* results, PlayerBar* player,
                         const QList<QWidget*>& where, QObject* parent)
    : QObject(parent), m_query(query), m_table(table), m_results(results), m_player(player)
{
    const auto make = [&](const QString& text, const QString& tip, const char* symbol, const QKeySequence& key,
                          auto slot) {
        auto* action = symbol ? new QAction(icon(symbol), text, this) : new QAction(text, this);
        action->setToolTip(tip);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        for (QWidget* widget : where)
            widget->addAction(action);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    similar = make(tr("Sounds like this"), tr("Clips that are the same or nearly"), "similar", Qt::Key_S,
                   [this] { searchByClip(Relation::SoundsLike); });
    contains = make(tr("Contains this"), tr("More general clips, that this one is a part of"), "contains",
                    QKeySequence(tr("Shift+U")), [this] { searchByClip(Relation::Contains); });
    partOf = make(tr("Is part of this"), tr("More specific clips, that are a part of this one"), "part-of",
                  QKeySequence(tr("Shift+D")), [this] { searchByClip(Relation::PartOf); });
    region = make(tr("Sounds like the region"), tr("Clips that are like what is marked in the player"), nullptr,
                  QKeySequence(tr("Shift+S")), [this] { searchByRegion(); });
    region->setEnabled(false);
    connect(player, &PlayerBar::regionChanged, this, [this] { region->setEnabled(m_player->region().has_value()); });
}

void QuerySounds::searchByClip(Relation relation)
{
    const int row = m_table->currentIndex().row();
    const ClipId clip = m_results->clipAt(row);
    if (!clip)
        return;
    if (relation != Relation::SoundsLike && !m_query->knowsRelations()) {
        Q_EMIT statusWanted(m_query->whyNoRelations());
        return;
    }
    m_query->setSound({.clip = clip, .name = m_results->index(row, ResultModel::NameColumn).data().toString()},
                      relation);
}

void QuerySounds::searchByRegion()
{
    const auto part = m_player->region();
    const Path file = m_regionFile ? m_regionFile() : Path();
    if (!part || file.empty())
        return;
    m_query->setSound(
        {.sound = library::SoundRegion{file, part->first, part->second},
         .name = tr("%1, %2 to %3").arg(shown(file.filename()), durationText(part->first), durationText(part->second))},
        Relation::SoundsLike);
}

void QuerySounds::search(const Path& file)
{
    m_query->setSound({.sound = library::SoundRegion{file, 0, std::nullopt}, .name = shown(file.filename())},
                      Relation::SoundsLike);
}

} // namespace prolap::ui
