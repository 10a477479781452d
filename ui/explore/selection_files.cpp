#include "ui/explore/selection_files.h"

#include <algorithm>

#include <QItemSelectionModel>

#include "ui/explore/result_table.h"
#include "ui/lists/result_model.h"
#include "ui/session/library_session.h"

namespace prolap::ui {

namespace {

constexpr int kPauseMs = 60;
constexpr std::size_t kChunk = 500; ///< clips between two looks at the stop token

} // namespace

SelectionFiles::SelectionFiles(ResultTable* table, ResultModel* results, LibrarySession* session, QObject* parent)
    : QObject(parent), m_table(table), m_results(results), m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SelectionFiles::fetch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_pause.start(); });
    // Files may have moved since.
    connect(m_session, &LibrarySession::contentChanged, this, [this] { m_fetched.clear(); });
    connect(m_session, &LibrarySession::opened, this, [this] { m_fetched.clear(); });
}

Path SelectionFiles::pathOf(ClipId clip) const
{
    if (Path path = m_results->pathAt(m_results->rowOf(clip)); !path.empty())
        return path;
    const auto found = m_fetched.find(clip);
    return found == m_fetched.end() ? Path() : found->second;
}

std::vector<Path> SelectionFiles::known() const
{
    std::vector<Path> paths;
    for (const ClipId clip : m_table->selectedClips())
        if (Path path = pathOf(clip); !path.empty())
            paths.push_back(std::move(path));
    return paths;
}

bool SelectionFiles::complete() const
{
    return std::ranges::none_of(m_table->selectedClips(), [this](ClipId clip) { return pathOf(clip).empty(); });
}

void SelectionFiles::whenComplete(std::function<void(const std::vector<Path>&)> done)
{
    if (complete()) {
        m_waiting = nullptr;
        done(known());
        return;
    }
    m_waiting = std::move(done);
    m_pause.stop();
    fetch();
}

void SelectionFiles::fetch()
{
    std::vector<ClipId> missing = m_table->selectedClips();
    std::erase_if(missing, [this](ClipId clip) { return !pathOf(clip).empty(); });
    if (missing.empty())
        return;
    m_job.start(
        [catalogue = m_session->catalogue(), missing = std::move(missing)](std::stop_token stop, const ProgressFn&) {
            std::unordered_map<ClipId, Path> paths;
            library::LibraryView view(catalogue, {});
            for (std::size_t from = 0; from < missing.size() && !stop.stop_requested(); from += kChunk)
                for (library::ClipDetails& d :
                     view.details(std::span(missing).subspan(from, std::min(kChunk, missing.size() - from))))
                    paths.emplace(d.id, std::move(d.path));
            return paths;
        },
        [this](std::unordered_map<ClipId, Path> paths) {
            m_fetched.merge(paths);
            if (auto waiting = std::exchange(m_waiting, nullptr))
                waiting(known()); // clips that are gone have no file
        },
        [this](const JobFailure& failure) {
            m_waiting = nullptr;
            Q_EMIT m_session->failed(failure.sentence);
        });
}

} // namespace prolap::ui
