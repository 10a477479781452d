#pragma once

#include <chrono>
#include <vector>

#include "core/library/file_changes.h"
#include "core/library/index_notices.h"
#include "core/library/indexer.h"
#include "core/library/listen_pipeline.h"
#include "core/library/moved_files.h"
#include "db/catalogue.h"
#include "db/run_lock.h"
#include "db/vector_table.h"

namespace prolap::library {

/// One indexing run, step by step; the object ends with it.
class IndexRun {
public:
    IndexRun(const Path& catalogue, const model::Embedder& embedder, const IndexOptions& options, RunControl& control,
             const IndexCallbacks& callbacks);
    IndexReport run();

private:
    void scan();
    void takeUp(const RootPlan& plan, ScanResult&& scan);
    void findMoved();
    void list();
    void markGone();
    void listen();
    std::vector<ListenTask> tasks();
    std::int64_t alreadyListed(const std::vector<ListenTask>& tasks) const;
    double secondsOf(const std::vector<ListenTask>& tasks);
    int threads() const;

    const model::Embedder& m_embedder;
    const IndexOptions& m_options;
    RunControl& m_control;
    IndexNotices m_notices;
    const std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();

    db::RunLock m_lock;
    db::Catalogue m_catalogue;
    db::EmbeddingSet m_set;
    std::vector<RootPlan> m_plans; ///< of the roots that can be reached
    std::vector<FreshFile> m_fresh;
    std::vector<db::KnownFile> m_gone;
    MovedFiles m_moved;
    IndexReport m_report;
};

} // namespace prolap::library
