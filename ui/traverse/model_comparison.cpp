#include "ui/traverse/model_comparison.h"

namespace prolap::ui {

ModelComparison::ModelComparison(LibrarySession* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&m_job, &Job::progressed, this, &ModelComparison::progressed);
    connect(&m_job, &Job::runningChanged, this, &ModelComparison::busyChanged);
    connect(session, &LibrarySession::opened, this, [this] { // another library
        m_job.cancel();
        m_loaded.reset();
    });
}

void ModelComparison::ask(const Question& question)
{
    m_keep = true;
    if (m_loaded && m_loaded->path != question.model)
        m_loaded.reset();                          // before the next one takes its place
    ModelChoice choice = m_session->modelChoice(); // runs where the other one does
    choice.path = question.model;
    choice.libraryFirst = false;
    Q_EMIT progressed({0, 0, {}});
    m_job.start(
        [opener = m_session->opener(), catalogue = m_session->catalogue(), loaded = m_loaded, choice,
         question = question](std::stop_token stop, const ProgressFn& progress) mutable {
            Answer answer{std::move(loaded), nullptr};
            if (!answer.loaded) {
                auto fresh = std::make_shared<Loaded>();
                fresh->path = choice.path;
                fresh->embedder = opener(choice);
                const auto search = std::make_shared<library::SearchService>(catalogue, fresh->embedder);
                fresh->service = std::make_shared<library::TraversalService>(catalogue, fresh->embedder, search);
                answer.loaded = std::move(fresh);
            }
            if (!stop.stop_requested())
                if (auto found = answer.loaded->service->traverse(
                        answer.loaded->service->withoutClimb(question.request), stop, progress))
                    answer.traversal = std::make_shared<const library::Traversal>(std::move(*found));
            return answer;
        },
        [this](const Answer& answer) {
            if (m_keep)
                m_loaded = answer.loaded;
            if (answer.traversal)
                Q_EMIT answered(answer.traversal);
        },
        [this](const JobFailure& failure) { Q_EMIT failed(failure.sentence); });
}

void ModelComparison::release()
{
    m_keep = false;
    m_loaded.reset();
}

} // namespace prolap::ui
