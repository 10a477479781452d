#pragma once

#include "core/paths.h"

namespace prolap::fetch {

/// The right to fetch into a folder, held by one process at a time: a lock on `.fetch.lock` in it, which the system
/// frees even after kill -9. The file goes when the lock goes.
class FolderLock {
public:
    /// Errors: Error(Busy) when another process holds it, Error(ReadOnly, Permission, DiskFull) when it cannot be made.
    explicit FolderLock(const Path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    Path m_file;
    int m_descriptor = -1;
};

} // namespace prolap::fetch
