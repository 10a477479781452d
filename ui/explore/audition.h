#pragma once

#include <QObject>

#include "core/ids.h"

namespace prolap::ui {

class ExploreMap;
class LibrarySession;
class Player;
class PlayerBar;
class ResultModel;
class ResultTable;

/// What of the results is in the player bar and heard: by row of the list, or by clip of the map.
class Audition : public QObject {
    Q_OBJECT

public:
    /// Everything given outlives it.
    Audition(LibrarySession* session, Player* player, ResultModel* results, ResultTable* table, ExploreMap* map,
             PlayerBar* bar, QObject* parent = nullptr);

    /// The clip in the player bar; none: it is empty.
    ClipId shown() const { return m_shown; }
    /// Stops, and empties the player bar.
    void clear();

    /// Puts a row's clip into the player bar, and has the rows about it ready to be heard.
    void show(int row);
    /// Plays a row, which becomes the current one; as soon as its file is known, where it is not yet.
    void play(int row);
    /// Plays a clip of the map, listed or not. choose: its row becomes the current one.
    void playOnMap(ClipId clip, bool choose);
    /// Plays the row so many after the current one; from no row the first.
    void step(int rows);
    /// Plays what is chosen, or what is in the player bar on and off.
    void toggle();

private:
    void prepareAround(int row);
    void takeDetails();

    LibrarySession* const m_session;
    Player* const m_player;
    ResultModel* const m_results;
    ResultTable* const m_table;
    ExploreMap* const m_map;
    PlayerBar* const m_bar;
    ClipId m_shown;
    ClipId m_wanted; ///< to be played as soon as its file is known
};

} // namespace prolap::ui
