#pragma once

#include <memory>

#include <sys/types.h>

#include "core/paths.h"

namespace prolap::train {

/// The right to work on a run, or to be the one run that trains: a lock on a file that one process holds at a time and
/// that the system frees even after kill -9. The file says the process's number; it stays.
class RunLock {
public:
    /// Nothing when another process holds it. Errors: Error(ReadOnly, Permission, DiskFull) when it cannot be made.
    static std::unique_ptr<RunLock> tryTake(const Path& file);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    /// The process that holds it now; 0 when none does.
    static pid_t holder(const Path& file);

private:
    explicit RunLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace prolap::train
