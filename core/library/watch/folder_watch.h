#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

struct WatchOptions {
    std::chrono::milliseconds settle{2000};    ///< changes are told when so long nothing more has happened
    std::chrono::milliseconds patience{20000}; ///< or when the first of them is so old
    std::chrono::milliseconds rescan{300000};  ///< folders that cannot be watched are told as changed so often
    std::size_t maxFolders = 1'000'000;        ///< folders watched at most, those below others included
};

/// Tells when sound files come, change or go in folders and all that lies below them. Uses inotify; folders that the
/// system cannot watch (its limit is reached, or a network file system, where the changes of others are not seen) are
/// told as changed from time to time instead. Hidden files and folders are left out, as a scan does.
/// Threads: works on a thread of its own, from which the callbacks come; the destructor waits for it.
class FolderWatch {
public:
    struct Callbacks {
        /// These folders have changed, or may have: each is a root or lies in one; none lies in another.
        std::function<void(const std::vector<Path>& folders)> changed;
        /// Some folders are not watched: one sentence that says why, and what happens instead. At most once.
        std::function<void(const std::string& sentence)> limited;
    };

    FolderWatch(std::vector<Path> roots, Callbacks callbacks, const WatchOptions& options = {});
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace prolap::library
