#include "ui/explore/audition.h"

#include "ui/explore/map/explore_map.h"
#include "ui/explore/result_table.h"
#include "ui/lists/result_model.h"
#include "ui/player/player.h"
#include "ui/player/player_bar.h"
#include "ui/player/waveform_view.h"
#include "ui/session/library_session.h"

namespace prolap::ui {

Audition::Audition(LibrarySession* session, Player* player, ResultModel* results, ResultTable* table, ExploreMap* map,
                   PlayerBar* bar, QObject* parent)
    : QObject(parent), m_session(session), m_player(player), m_results(results), m_table(table), m_map(map), m_bar(bar)
{
    connect(m_bar, &PlayerBar::playWanted, this, &Audition::toggle);
    connect(m_player, &Player::stateChanged, this,
            [this](PlayState state) { m_results->setPlaying(state == PlayState::Stopped ? ClipId{} : m_shown); });
    connect(m_results, &QAbstractItemModel::dataChanged, this, &Audition::takeDetails);
}

void Audition::clear()
{
    m_shown = m_wanted = {};
    m_player->stop();
    m_bar->setClip({});
    m_bar->setWaveform(nullptr);
}

void Audition::takeDetails()
{
    // A clip that was chosen before its file was known is played once it is.
    const int row = m_results->rowOf(m_shown);
    if (m_wanted && m_wanted == m_shown && !m_results->pathAt(row).empty())
        play(row);
    else if (row >= 0 && m_bar->waveform()->duration() <= 0 && m_results->detailsAt(row))
        show(row);
}

void Audition::show(int row)
{
    const ClipId clip = m_results->clipAt(row);
    if (!clip)
        return;
    const bool other = clip != m_shown;
    m_shown = clip;
    if (other) {
        m_wanted = {};
        m_bar->setWaveform(nullptr);
        m_session->loader()->requestWaveform(clip);
    }
    const library::Hit* hit = m_results->hitAt(row);
    const Path path = m_results->pathAt(row);
    if (!path.empty() && (other || m_player->file() != path))
        m_player->load(path, hit ? hit->start : 0);
    const ClipRow* details = m_results->detailsAt(row);
    PlayerClip clipShown;
    clipShown.name = m_results->index(row, ResultModel::NameColumn).data().toString();
    clipShown.file = path;
    if (details) {
        clipShown.durationSeconds = details->details.durationSeconds;
        clipShown.sampleRate = details->details.sampleRate;
        clipShown.integratedLufs = details->details.integratedLufs;
    }
    if (hit) {
        clipShown.hitWindow.emplace(hit->start, hit->end);
        for (const library::HitWindow& window : hit->others)
            clipShown.otherWindows.emplace_back(window.start, window.end);
    }
    m_bar->setClip(clipShown);
    prepareAround(row);
}

void Audition::prepareAround(int row)
{
    std::vector<audio::PlayPoint> points;
    for (const int near : {row, row + 1, row + 2, row - 1}) {
        const library::Hit* hit = m_results->hitAt(near);
        if (Path path = m_results->pathAt(near); !path.empty())
            points.push_back({std::move(path), hit ? hit->start : 0});
    }
    m_player->prepare(points);
}

void Audition::play(int row)
{
    const ClipId clip = m_results->clipAt(row);
    if (!clip)
        return;
    if (m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    show(row);
    const Path path = m_results->pathAt(row);
    if (path.empty()) {
        m_wanted = clip;
        return;
    }
    m_wanted = {};
    const library::Hit* hit = m_results->hitAt(row);
    m_player->play(path, hit ? hit->start : 0);
    m_results->setPlaying(clip);
}

void Audition::playOnMap(ClipId clip, bool choose)
{
    const int row = m_results->rowOf(clip);
    if (choose) {
        if (row >= 0) {
            m_table->selectRow(row);
        } else { // on the map, but not among the results
            m_table->clearSelection();
            m_table->setCurrentIndex({});
        }
        m_map->setCurrent(clip);
    }
    if (row >= 0 && choose) {
        play(row);
        return;
    }
    const MapClip* facts = m_map->factsOf(clip);
    if (!facts || facts->path.empty())
        return;
    m_shown = clip;
    m_wanted = {};
    m_bar->setWaveform(nullptr);
    m_session->loader()->requestWaveform(clip);
    PlayerClip shownClip;
    shownClip.name = facts->name;
    shownClip.file = facts->path;
    shownClip.durationSeconds = facts->durationSeconds;
    m_bar->setClip(shownClip);
    m_player->play(facts->path, 0);
    m_results->setPlaying(clip);
}

void Audition::step(int rows)
{
    const int row = m_table->currentIndex().row() + rows; // from no row to the first
    if (row >= 0 && row < m_results->rowCount())
        play(row);
}

void Audition::toggle()
{
    const int row = m_table->currentIndex().row();
    const ClipId clip = m_results->clipAt(row);
    if (clip && clip != m_shown)
        play(row);
    else
        m_player->toggle();
}

} // namespace prolap::ui
