#pragma once

#include <memory>

#include <QObject>

#include "core/library/traversal/traversal_service.h"
#include "ui/jobs/job.h"
#include "ui/session/library_session.h"

namespace prolap::ui {

/// The path that another model finds from the same start. Loads that model beside the session's, off the GUI thread,
/// embeds what it has not met yet (the sound, the captions), and lets it go again.
/// Threads: the GUI thread.
class ModelComparison : public QObject {
    Q_OBJECT

public:
    struct Question {
        Path model;
        library::TraversalRequest request; ///< a climb becomes a line where the model knows no uncertainty

        bool operator==(const Question&) const = default;
    };

    explicit ModelComparison(LibrarySession* session, QObject* parent = nullptr);

    /// A newer question makes an older one's answer void.
    void ask(const Question& question);
    void cancel() { m_job.cancel(); }
    /// Frees the model's memory, once nothing is under way with it.
    void release();
    bool busy() const { return m_job.running(); }
    bool holdsModel() const { return m_loaded != nullptr; }

Q_SIGNALS:
    void answered(std::shared_ptr<const prolap::library::Traversal> traversal);
    void failed(const QString& sentence);
    /// total 0: the model is being loaded; else captions are read.
    void progressed(const prolap::Progress& progress);
    void busyChanged();

private:
    /// A model and what stands on it.
    struct Loaded {
        Path path;
        std::shared_ptr<const model::Embedder> embedder;
        std::shared_ptr<library::TraversalService> service;
    };
    struct Answer {
        std::shared_ptr<const Loaded> loaded;
        std::shared_ptr<const library::Traversal> traversal;
    };

    LibrarySession* const m_session;
    std::shared_ptr<const Loaded> m_loaded;
    bool m_keep = false;
    Job m_job;
};

} // namespace prolap::ui
