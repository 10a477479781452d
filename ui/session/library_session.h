#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "core/library/indexer.h"
#include "core/library/library_view.h"
#include "core/library/search_service.h"
#include "core/model/embedder.h"
#include "core/model/open_embedder.h"
#include "core/run_control.h"
#include "ui/glyphs/certainty_glyph.h"
#include "ui/jobs/job.h"
#include "ui/lists/clip_loader.h"
#include "ui/session/list_query.h"

namespace prolap::ui {

/// Which model, and how it shall run.
struct ModelChoice {
    Path path; ///< a pack; empty: the starter
    model::EmbedderOptions options;
    bool libraryFirst = false; ///< the library's default model, where it has one, comes before path
};

/// Opens a model; called on a worker. The window is handed it, so that it needs no torch itself.
using ModelOpener = std::function<std::unique_ptr<model::Embedder>(const ModelChoice&)>;

struct LibrarySummary {
    library::LibraryTotals totals;
    std::vector<library::RootSummary> roots;
    std::vector<library::IndexFailure> failures;
    QString readOnlyReason; ///< empty when the catalogue can be written
};

/// One library open in the window: its catalogue, the model, the search, and the run that indexes. All of it works
/// off the GUI thread and answers by signals; nothing here waits.
/// Threads: the GUI thread.
class LibrarySession : public QObject {
    Q_OBJECT

public:
    explicit LibrarySession(ModelOpener opener, QObject* parent = nullptr);
    ~LibrarySession() override;

    /// Opens a catalogue, new and empty where there is none.
    void open(const Path& catalogue);
    const Path& catalogue() const { return m_catalogue; }

    /// Loads a model beside the one in use, which goes on serving until the new one is there.
    void loadModel(const ModelChoice& choice);
    /// What is in use, or being loaded.
    const ModelChoice& modelChoice() const { return m_choice; }
    /// What was asked for: another one where a library's default model came first.
    const ModelChoice& askedModel() const { return m_asked; }

    /// Listens to what a model has not heard of the library yet, and takes it into use when it has heard all: until
    /// then the one in use serves, and a cancelled run leaves it in use. Where nothing serves yet, as loadModel().
    void useModel(const ModelChoice& choice);
    /// The model that is to be taken into use; none when none is.
    const ModelChoice* nextModel() const { return m_next ? &m_next->choice : nullptr; }

    bool loadingModel() const { return m_modelJob.running(); }
    const model::ModelInfo* modelInfo() const { return m_embedder ? &m_embedder->info() : nullptr; }
    bool searchReady() const { return m_service != nullptr; }
    /// For work beside searching, on a worker; null until searchReady().
    std::shared_ptr<library::SearchService> searchService() const { return m_service; }

    /// What opens a model, for those that need one beside the one in use.
    const ModelOpener& opener() const { return m_opener; }

    /// Takes up what others have changed in the catalogue.
    void refresh() { refreshSummary(); }
    const LibrarySummary& summary() const { return m_summary; }
    bool summaryKnown() const { return m_summaryKnown; }
    ClipLoader* loader() const { return m_loader.get(); }

    /// Asks for a list; the answer comes by listed(). A newer request makes an older one's answer void. A ranked list
    /// waits for the model.
    void list(const ListRequest& request);
    bool listing() const { return m_listJob.running() || (m_waitingList && modelComing()); }

    /// Adds folders, or goes through the library's own when there are none. Waits for the model, and for a run that
    /// is under way.
    void index(const std::vector<Path>& folders);
    bool indexing() const { return m_indexJob.running() || (m_waitingFolders && modelComing()); }
    void setIndexingPaused(bool paused);
    bool indexingPaused() const { return m_control && m_control->paused(); }
    void cancelIndexing();

    /// Takes a folder and its clips out of the library; the files stay.
    void removeRoot(RootId root);

    /// Whether an answer is still to come that changes what the window shows.
    bool busy() const;

Q_SIGNALS:
    void opened();
    void modelLoading();
    void modelReady();
    void modelFailed(const QString& sentence);
    void nextModelChanged();
    void loaderChanged(); ///< loader() is another object now
    void searchReadyChanged();
    void summaryChanged();
    /// Clips or their vectors have changed: lists may be out of date.
    void contentChanged();
    void certaintyScaleChanged(const prolap::ui::CertaintyScale& scale);
    void listed(const prolap::ui::ListAnswer& answer);
    void listFailed(const QString& sentence);
    void indexingChanged(bool indexing);
    void indexProgressed(const prolap::library::IndexProgress& progress);
    void indexFinished(const prolap::library::IndexReport& report);
    /// Something did not work: one sentence, for the status bar.
    void failed(const QString& sentence);

private:
    std::string modelId() const { return m_embedder ? m_embedder->info().id : std::string(); }
    bool modelComing() const { return m_modelJob.running() || m_serviceJob.running(); }
    struct LoadedModel {
        ModelChoice choice;
        std::shared_ptr<const model::Embedder> embedder;
        QString note; ///< what is not as it was asked for
    };
    static LoadedModel openedModel(const ModelOpener& opener, ModelChoice choice, const Path& catalogue);
    void take(LoadedModel model);
    void endSwitch();
    void followLibrary();
    void makeLoader();
    void makeService();
    void serviceReady(std::shared_ptr<library::SearchService> service);
    void refreshSummary();
    void refreshScale();
    void startIndexing();
    void fail(const JobFailure& failure) { Q_EMIT failed(failure.sentence); }

    const ModelOpener m_opener;
    Path m_catalogue;
    ModelChoice m_choice, m_asked;
    std::shared_ptr<const model::Embedder> m_embedder;
    std::optional<LoadedModel> m_next; ///< without embedder while it is being loaded
    std::shared_ptr<library::SearchService> m_service;
    std::shared_ptr<RunControl> m_control; ///< of the indexing run
    std::unique_ptr<ClipLoader> m_loader;
    LibrarySummary m_summary;
    bool m_summaryKnown = false;
    bool m_summaryAgain = false;
    std::optional<ListRequest> m_waitingList;
    std::optional<std::vector<Path>> m_waitingFolders;

    // Last: their threads end before what they use.
    Job m_modelJob, m_nextJob, m_defaultJob, m_serviceJob, m_summaryJob, m_scaleJob, m_listJob, m_removeJob, m_indexJob;
};

} // namespace prolap::ui
