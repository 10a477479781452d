#pragma once

#include <functional>

#include <QObject>

#include "core/library/search_service.h"
#include "core/paths.h"

class QAction;
class QWidget;

namespace prolap::ui {

class PlayerBar;
class QueryBar;
class ResultModel;
class ResultTable;

/// Searches by a sound: the clip that is chosen, the region that is marked in the player, a file. Its actions are the
/// menus' too.
class QuerySounds : public QObject {
    Q_OBJECT

public:
    /// where: what has the keyboard when a single letter means an action.
    QuerySounds(QueryBar* query, ResultTable* table, ResultModel* results, PlayerBar* player,
                const QList<QWidget*>& where, QObject* parent = nullptr);

    /// The file that the player's region is of.
    void setRegionSource(std::function<Path()> file) { m_regionFile = std::move(file); }
    /// Any file: what sounds like it is wanted.
    void search(const Path& file);

    QAction *similar, *contains, *partOf, *region;
    QList<QAction*> all() const { return {similar, contains, partOf, region}; }

Q_SIGNALS:
    void statusWanted(const QString& sentence);

private:
    void searchByClip(library::Relation relation);
    void searchByRegion();

    QueryBar* const m_query;
    ResultTable* const m_table;
    ResultModel* const m_results;
    PlayerBar* const m_player;
    std::function<Path()> m_regionFile;
};

} // namespace prolap::ui
