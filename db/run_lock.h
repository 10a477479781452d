#pragma once

#include "core/paths.h"

namespace prolap::db {

/// The right to index into a catalogue, held by one run at a time over all processes: a lock on FILE.lock beside it,
/// which the system frees even after kill -9.
class RunLock {
public:
    /// Errors: Error(Busy) when another run holds it, Error(ReadOnly, Permission) when no lock can be made there.
    explicit RunLock(const Path& catalogue);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

private:
    int m_descriptor = -1;
};

} // namespace prolap::db
