#pragma once

#include <chrono>
#include <vector>

#include "core/library/indexer.h"
#include "core/progress.h"

namespace prolap::library {

/// Tells the caller how an indexing run goes on: progress at most every 60 ms, changes at most twice a second.
/// Threads: one.
class IndexNotices {
public:
    explicit IndexNotices(const IndexCallbacks& callbacks) : m_callbacks(callbacks) {}

    IndexProgress& progress() { return m_progress; }
    /// Reports when it is due, or at once where the report must not be lost.
    void report(bool now = false);
    void begin(IndexProgress::Stage stage);

    void failures(const std::vector<IndexFailure>& failures);
    /// Something was committed.
    void changed();
    /// What is left of changes and progress.
    void finish();

private:
    const IndexCallbacks& m_callbacks;
    IndexProgress m_progress;
    ProgressThrottle m_throttle;
    ProgressThrottle m_changeThrottle{std::chrono::milliseconds(500)};
    bool m_changePending = false;
};

} // namespace prolap::library
