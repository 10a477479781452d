#include "ui/traverse/traversal_runner.h"

namespace prolap::ui {

TraversalRunner::TraversalRunner(LibrarySession* session, QObject* parent) : QObject(parent), m_session(session)
{
    const auto forget = [this] {
        if (m_search == m_session->searchService())
            return;
        cancel();
        m_search.reset();
        m_service.reset();
        Q_EMIT changed();
    };
    connect(session, &LibrarySession::searchReadyChanged, this, forget);
    for (Job* job : {&m_pathJob, &m_mapJob, &m_hierarchyJob}) {
        connect(job, &Job::progressed, this, &TraversalRunner::progressed);
        connect(job, &Job::runningChanged, this, &TraversalRunner::busyChanged);
    }
}

bool TraversalRunner::ready() const
{
    return m_session->searchReady();
}

std::shared_ptr<library::TraversalService> TraversalRunner::service()
{
    if (!m_service || m_search != m_session->searchService()) {
        m_search = m_session->searchService();
        m_service = std::make_shared<library::TraversalService>(m_session->catalogue(), m_search->embedder(), m_search);
    }
    return m_service;
}

void TraversalRunner::cancel()
{
    m_pathJob.cancel();
    m_mapJob.cancel();
    m_hierarchyJob.cancel();
}

void TraversalRunner::ask(const TraversalQuestion& question)
{
    if (!ready())
        return;
    m_pathJob.start(
        [service = service(), question](std::stop_token stop, const ProgressFn& progress) {
            TraversalAnswer answer;
            const auto one = [&](const library::TraversalRequest& request) {
                auto found = service->traverse(request, stop, progress);
                return found ? std::make_shared<const library::Traversal>(std::move(*found)) : nullptr;
            };
            answer.first = one(question.first);
            if (question.second && answer.first) {
                library::TraversalRequest beside = question.first;
                beside.subject = *question.second;
                answer.second = one(beside);
            }
            return answer;
        },
        [this](const TraversalAnswer& answer) {
            if (answer.first)
                Q_EMIT answered(answer);
        },
        [this](const JobFailure& failure) { Q_EMIT failed(failure.sentence); });
}

void TraversalRunner::askMap(const library::CandidateChoice& candidates)
{
    if (!ready())
        return;
    m_mapJob.start(
        [service = service(), candidates](std::stop_token stop, const ProgressFn& progress) {
            return service->map(candidates, stop, progress);
        },
        [this](std::shared_ptr<const library::LibraryMap> map) {
            if (map)
                Q_EMIT mapped(std::move(map));
        },
        [this](const JobFailure& failure) { Q_EMIT mapFailed(failure.sentence); });
}

void TraversalRunner::askHierarchy()
{
    if (!ready())
        return;
    m_hierarchyJob.start(
        [service = service()](std::stop_token stop, const ProgressFn& progress) {
            return service->hierarchy(stop, progress);
        },
        [this](std::shared_ptr<const library::LibraryHierarchy> hierarchy) {
            if (hierarchy)
                Q_EMIT hierarchyReady(std::move(hierarchy));
        },
        [this](const JobFailure& failure) { Q_EMIT hierarchyFailed(failure.sentence); });
}

} // namespace prolap::ui
