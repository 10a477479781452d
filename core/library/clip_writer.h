#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "core/library/indexer.h"
#include "core/library/listen_pipeline.h"
#include "db/catalogue.h"
#include "db/vector_table.h"

namespace prolap::library {

/// Puts finished clips into the catalogue, in transactions of what half a second has brought, so that the write lock
/// is held for moments only. What has not been flushed is lost with the object.
class ClipWriter {
public:
    struct Written {
        std::int64_t indexed = 0;
        std::int64_t failed = 0;
        std::int64_t missing = 0; ///< vanished before they could be read
        std::int64_t windows = 0;
        double audioSeconds = 0;
        std::vector<IndexFailure> failures;
    };

    ClipWriter(db::Catalogue& catalogue, const db::EmbeddingSet& set, const std::vector<ListenTask>& tasks)
        : m_catalogue(catalogue), m_set(set), m_tasks(tasks)
    {
    }

    void add(ListenedClip&& clip);
    /// Whether half a second has gone by since the first clip that waits.
    bool due() const;
    /// Writes what waits in one transaction. Returns what was written.
    Written flush();

private:
    void write(const ListenedClip& clip, Written& written);
    void writeVectors(const ListenTask& task, const ListenedClip& clip);

    db::Catalogue& m_catalogue;
    const db::EmbeddingSet m_set;
    const std::vector<ListenTask>& m_tasks;
    std::vector<ListenedClip> m_waiting;
    std::size_t m_bytes = 0;
    std::chrono::steady_clock::time_point m_since;
};

} // namespace prolap::library
