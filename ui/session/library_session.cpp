#include "ui/session/library_session.h"

#include <algorithm>
#include <utility>

#include "core/library/models/default_model.h"
#include "core/library/models/model_shelf.h"
#include "ui/text.h"

namespace prolap::ui {

namespace {

constexpr std::size_t kScaleSample = 2000; ///< clips that stand for the library's spread of uncertainty

CertaintyScale readScale(const Path& catalogue, const std::string& modelId, const std::stop_token& stop)
{
    library::LibraryView view(catalogue, modelId);
    const std::vector<ClipId> all = view.clips({});
    std::vector<ClipId> sample;
    const std::size_t step = std::max<std::size_t>(1, all.size() / kScaleSample);
    for (std::size_t i = 0; i < all.size(); i += step)
        sample.push_back(all[i]);
    std::vector<float> uncertainties;
    for (std::size_t from = 0; from < sample.size() && !stop.stop_requested(); from += 200)
        for (const auto& d :
             view.details(std::span(sample).subspan(from, std::min<std::size_t>(200, sample.size() - from))))
            if (d.uncertainty)
                uncertainties.push_back(*d.uncertainty);
    return CertaintyScale(std::move(uncertainties));
}

} // namespace

LibrarySession::LibrarySession(ModelOpener opener, QObject* parent)
    : QObject(parent), m_opener(std::move(opener)), m_indexJob(nullptr, Job::Priority::Background)
{
}

LibrarySession::~LibrarySession()
{
    if (m_control)
        m_control->requestStop();
}

void LibrarySession::open(const Path& catalogue)
{
    const bool wasIndexing = indexing();
    cancelIndexing();
    m_indexJob.cancel();
    m_control.reset();
    m_listJob.cancel();
    m_summaryJob.cancel();
    m_scaleJob.cancel();
    m_serviceJob.cancel();
    endSwitch();
    m_waitingList.reset();
    m_service.reset();
    m_summary = {};
    m_summaryKnown = m_summaryAgain = false;
    m_catalogue = catalogue;
    makeLoader();
    if (wasIndexing)
        Q_EMIT indexingChanged(false);
    Q_EMIT opened();
    Q_EMIT searchReadyChanged();
    refreshSummary();
    if (m_embedder)
        makeService();
    if (m_embedder || m_modelJob.running())
        followLibrary();
}

void LibrarySession::makeLoader()
{
    m_loader = std::make_unique<ClipLoader>(m_catalogue, modelId());
    connect(m_loader.get(), &ClipLoader::failed, this, &LibrarySession::failed);
    Q_EMIT loaderChanged();
}

LibrarySession::LoadedModel LibrarySession::openedModel(const ModelOpener& opener, ModelChoice choice,
                                                        const Path& catalogue)
{
    LoadedModel loaded;
    const auto chosen = choice.libraryFirst && !catalogue.empty() ? library::defaultModel(catalogue) : std::nullopt;
    std::error_code code;
    if (chosen && std::filesystem::exists(*chosen, code))
        choice.path = *chosen;
    else if (chosen)
        loaded.note = tr("The model of this library, %1, is not there any more: another one is used. Choose its model "
                         "on the Models page.")
                          .arg(shown(*chosen));
    loaded.embedder = opener(choice);
    loaded.choice = choice;
    try {
        if (!choice.path.empty())
            library::rememberModel(choice.path);
    } catch (const Error&) { // it is only missing from the list of models
    }
    return loaded;
}

void LibrarySession::loadModel(const ModelChoice& choice)
{
    endSwitch();
    m_choice = m_asked = choice;
    Q_EMIT modelLoading();
    m_modelJob.start([opener = m_opener, choice, catalogue = m_catalogue](
                         std::stop_token, const ProgressFn&) { return openedModel(opener, choice, catalogue); },
                     [this](LoadedModel model) { take(std::move(model)); },
                     [this](const JobFailure& failure) {
                         Q_EMIT modelFailed(failure.sentence);
                         if (m_waitingFolders && !indexing())
                             Q_EMIT indexingChanged(false); // it goes on when a model can be loaded
                     });
}

void LibrarySession::take(LoadedModel model)
{
    m_choice = model.choice;
    m_embedder = std::move(model.embedder);
    Q_EMIT modelReady();
    if (!model.note.isEmpty())
        Q_EMIT failed(model.note);
    if (m_catalogue.empty())
        return;
    makeLoader(); // another model's uncertainties
    Q_EMIT contentChanged();
    makeService();
}

void LibrarySession::useModel(const ModelChoice& choice)
{
    if (!m_service || m_modelJob.running() || !m_summary.readOnlyReason.isEmpty()) {
        loadModel(choice);
        return;
    }
    m_next = LoadedModel{choice, nullptr, {}};
    Q_EMIT nextModelChanged();
    m_nextJob.start(
        [opener = m_opener, choice](std::stop_token, const ProgressFn&) { return openedModel(opener, choice, {}); },
        [this](LoadedModel model) {
            m_next = std::move(model);
            index({});
        },
        [this](const JobFailure& failure) {
            endSwitch();
            Q_EMIT modelFailed(failure.sentence);
        });
}

void LibrarySession::endSwitch()
{
    m_nextJob.cancel();
    if (!m_next)
        return;
    m_next.reset();
    Q_EMIT nextModelChanged();
}

/// After another library was opened: its own model, or what was asked for.
void LibrarySession::followLibrary()
{
    m_defaultJob.start(
        [catalogue = m_catalogue](std::stop_token, const ProgressFn&) { return library::defaultModel(catalogue); },
        [this](const std::optional<Path>& chosen) {
            if (chosen.value_or(m_asked.path) != m_choice.path)
                loadModel({m_asked.path, m_asked.options, true});
        },
        [this](const JobFailure& failure) { fail(failure); });
}

void LibrarySession::makeService()
{
    m_serviceJob.start(
        [catalogue = m_catalogue, embedder = m_embedder](std::stop_token, const ProgressFn&) {
            return std::make_shared<library::SearchService>(catalogue, embedder);
        },
        [this](std::shared_ptr<library::SearchService> service) { serviceReady(std::move(service)); },
        [this](const JobFailure& failure) { fail(failure); });
}

void LibrarySession::serviceReady(std::shared_ptr<library::SearchService> service)
{
    m_service = std::move(service);
    Q_EMIT searchReadyChanged();
    refreshSummary();
    refreshScale();
    if (m_waitingList)
        list(*std::exchange(m_waitingList, std::nullopt));
    startIndexing();
}

void LibrarySession::refreshSummary()
{
    if (m_catalogue.empty())
        return;
    if (m_summaryJob.running()) {
        m_summaryAgain = true;
        return;
    }
    m_summaryJob.start(
        [catalogue = m_catalogue, id = modelId(), service = m_service](std::stop_token, const ProgressFn&) {
            if (service)
                service->refresh();
            library::LibraryView view(catalogue, id);
            return LibrarySummary{view.totals(), view.roots(), view.failures(),
                                  QString::fromStdString(view.readOnlyReason())};
        },
        [this](LibrarySummary summary) {
            const bool clipsChanged = summary.totals.clips != m_summary.totals.clips ||
                                      summary.totals.windows != m_summary.totals.windows || !m_summaryKnown;
            m_summary = std::move(summary);
            m_summaryKnown = true;
            Q_EMIT summaryChanged();
            if (clipsChanged)
                Q_EMIT contentChanged();
            if (std::exchange(m_summaryAgain, false))
                refreshSummary();
        },
        [this](const JobFailure& failure) {
            m_summaryAgain = false;
            m_summary.readOnlyReason = failure.sentence;
            Q_EMIT summaryChanged();
            fail(failure);
        });
}

void LibrarySession::refreshScale()
{
    m_scaleJob.start([catalogue = m_catalogue, id = modelId()](
                         std::stop_token stop, const ProgressFn&) { return readScale(catalogue, id, stop); },
                     [this](const CertaintyScale& scale) { Q_EMIT certaintyScaleChanged(scale); },
                     [this](const JobFailure& failure) { fail(failure); });
}

void LibrarySession::list(const ListRequest& request)
{
    m_waitingList.reset();
    if (request.ranks() && !m_service) {
        m_listJob.cancel();
        m_waitingList = request;
        return;
    }
    m_listJob.start(
        [catalogue = m_catalogue, id = modelId(), service = m_service, request](std::stop_token stop,
                                                                                const ProgressFn&) {
            return fetchList(catalogue, id, service.get(), request, std::move(stop));
        },
        [this](std::optional<ListAnswer> answer) {
            if (answer)
                Q_EMIT listed(*answer);
        },
        [this](const JobFailure& failure) { Q_EMIT listFailed(failure.sentence); });
}

void LibrarySession::index(const std::vector<Path>& folders)
{
    const bool wasIndexing = indexing();
    if (!m_waitingFolders || m_waitingFolders->empty() || folders.empty())
        m_waitingFolders = folders; // "all folders" holds what waited
    else
        m_waitingFolders->insert(m_waitingFolders->end(), folders.begin(), folders.end());
    if (!wasIndexing)
        Q_EMIT indexingChanged(true);
    startIndexing();
}

void LibrarySession::startIndexing()
{
    if (!m_waitingFolders || !m_service || m_indexJob.running())
        return;
    library::IndexOptions options;
    options.folders = *std::exchange(m_waitingFolders, std::nullopt);
    m_control = std::make_shared<RunControl>();
    const auto embedder = m_next && m_next->embedder ? m_next->embedder : m_embedder;
    library::IndexCallbacks callbacks;
    callbacks.progress = [this, run = m_control](const library::IndexProgress& progress) {
        QMetaObject::invokeMethod(
            this,
            [this, run, progress] {
                if (run == m_control) // not of a library that has been closed since
                    Q_EMIT indexProgressed(progress);
            },
            Qt::QueuedConnection);
    };
    callbacks.changed = [this] {
        QMetaObject::invokeMethod(this, &LibrarySession::refreshSummary, Qt::QueuedConnection);
    };
    m_indexJob.start(
        [catalogue = m_catalogue, embedder, control = m_control, options = std::move(options),
         callbacks = std::move(callbacks)](std::stop_token stop, const ProgressFn&) {
            const std::stop_callback forward(stop, [&control] { control->requestStop(); });
            return library::indexFolders(catalogue, *embedder, options, *control, callbacks);
        },
        [this, embedder](const library::IndexReport& report) {
            m_control.reset();
            if (m_next && m_next->embedder == embedder && !m_waitingFolders) {
                if (report.outcome == Outcome::Done) {
                    m_asked = m_next->choice;
                    take(*std::exchange(m_next, std::nullopt));
                    Q_EMIT nextModelChanged();
                } else {
                    endSwitch();
                }
            }
            refreshSummary();
            refreshScale();
            if (report.missing > 0 || report.moved > 0)
                Q_EMIT contentChanged(); // which the numbers of clips and windows do not tell
            Q_EMIT indexFinished(report);
            startIndexing(); // folders that were added meanwhile
            if (!indexing())
                Q_EMIT indexingChanged(false);
        },
        [this](const JobFailure& failure) {
            m_control.reset();
            m_waitingFolders.reset();
            endSwitch();
            refreshSummary();
            Q_EMIT indexingChanged(false);
            fail(failure);
        });
}

void LibrarySession::setIndexingPaused(bool paused)
{
    if (!m_control)
        return;
    if (paused)
        m_control->pause();
    else
        m_control->resume();
}

void LibrarySession::cancelIndexing()
{
    const bool waited = m_waitingFolders.has_value();
    m_waitingFolders.reset();
    endSwitch();
    if (m_control)
        m_control->requestStop();
    else if (waited)
        Q_EMIT indexingChanged(false);
}

void LibrarySession::removeRoot(RootId root)
{
    m_removeJob.start(
        [catalogue = m_catalogue, id = modelId(), root](std::stop_token, const ProgressFn&) {
            library::LibraryView(catalogue, id).removeRoot(root);
            return true;
        },
        [this](bool) { refreshSummary(); }, [this](const JobFailure& failure) { fail(failure); });
}

bool LibrarySession::busy() const
{
    return modelComing() || m_nextJob.running() || m_defaultJob.running() || m_summaryJob.running() ||
           m_scaleJob.running() || m_removeJob.running() || listing() || indexing();
}

} // namespace prolap::ui
