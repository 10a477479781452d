#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "core/library/traversal/traversal_service.h"
#include "ui/jobs/job.h"
#include "ui/session/library_session.h"

namespace prolap::ui {

/// What a traversal page asks for.
struct TraversalQuestion {
    library::TraversalRequest first;
    std::optional<library::TraversalSubject> second; ///< beside it, with the same setting

    bool operator==(const TraversalQuestion&) const = default;
};

struct TraversalAnswer {
    std::shared_ptr<const library::Traversal> first, second;
};

/// Works traversals and the map out off the GUI thread, with the session's model and library.
/// Threads: the GUI thread.
class TraversalRunner : public QObject {
    Q_OBJECT

public:
    explicit TraversalRunner(LibrarySession* session, QObject* parent = nullptr);

    /// Whether there is a model and a library to ask.
    bool ready() const;
    /// A newer question makes an older one's answer void.
    void ask(const TraversalQuestion& question);
    /// The map of the library; at once when it is known.
    void askMap(const library::CandidateChoice& candidates);
    /// The vocabulary with the library's clips.
    void askHierarchy();
    void cancel();
    bool busy() const { return m_pathJob.running() || m_mapJob.running() || m_hierarchyJob.running(); }
    bool asking() const { return m_pathJob.running(); }

Q_SIGNALS:
    /// The service belongs to another model or library from now on: what was shown is out of date.
    void changed();
    void answered(const prolap::ui::TraversalAnswer& answer);
    void failed(const QString& sentence);
    void mapped(std::shared_ptr<const prolap::library::LibraryMap> map);
    void mapFailed(const QString& sentence);
    void hierarchyReady(std::shared_ptr<const prolap::library::LibraryHierarchy> hierarchy);
    void hierarchyFailed(const QString& sentence);
    void progressed(const prolap::Progress& progress);
    void busyChanged();

private:
    std::shared_ptr<library::TraversalService> service();

    LibrarySession* const m_session;
    std::shared_ptr<library::SearchService> m_search; ///< that the service below stands on
    std::shared_ptr<library::TraversalService> m_service;
    Job m_pathJob, m_mapJob, m_hierarchyJob;
};

} // namespace prolap::ui
