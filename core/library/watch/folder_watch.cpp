#include "core/library/watch/folder_watch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <set>
#include <stop_token>
#include <system_error>
#include <thread>
#include <unordered_map>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/audio/media_extensions.h"

namespace prolap::library {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kEvents = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE |
                                  IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

/// File systems (NFS, SMB, FUSE, 9P) whose changes by other machines inotify does not see. Source: statfs(2).
constexpr std::array<unsigned long, 5> kNetworks = {0x6969, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997};

bool isNetwork(const Path& folder)
{
    struct statfs about {};
    if (::statfs(folder.c_str(), &about) != 0)
        return false;
    const auto type = static_cast<unsigned long>(about.f_type) & 0xFFFFFFFFUL;
    return std::find(kNetworks.begin(), kNetworks.end(), type) != kNetworks.end();
}

std::string systemLimit()
{
    std::ifstream file("/proc/sys/fs/inotify/max_user_watches");
    std::string number;
    file >> number;
    return number.empty() ? "so many" : number;
}

bool liesIn(const Path& path, const Path& folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_number; }

private:
    const int m_number;
};

} // namespace

class FolderWatch::Worker {
public:
    Worker(std::vector<Path> roots, Callbacks callbacks, const WatchOptions& options)
        : m_roots(std::move(roots)),
          m_callbacks(std::move(callbacks)),
          m_options(options),
          m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
          m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
          m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }
    ~Worker()
    {
        m_thread.request_stop();
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(m_wake.get(), &one, sizeof one);
    }

private:
    void run(const std::stop_token& stop)
    {
        for (const Path& root : m_roots) {
            if (stop.stop_requested())
                return;
            if (m_inotify.get() < 0)
                giveUp(root, "This system gives this program no way to watch folders (inotify)");
            else if (isNetwork(root))
                giveUp(root, "Folders on network drives cannot be watched");
            else
                watch(root, root, stop);
        }
        auto nextRescan = Clock::now() + m_options.rescan;
        while (!stop.stop_requested()) {
            const auto now = Clock::now();
            if (!m_timed.empty() && now >= nextRescan) {
                for (const Path& folder : m_timed)
                    note(folder);
                nextRescan = now + m_options.rescan;
            }
            std::optional<Clock::time_point> until;
            if (!m_changed.empty())
                until = std::min(m_last + m_options.settle, m_first + m_options.patience);
            if (until && now >= *until) {
                tell();
                continue;
            }
            if (!m_timed.empty())
                until = until ? std::min(*until, nextRescan) : nextRescan;
            wait(until);
            if (!stop.stop_requested())
                readEvents(stop);
        }
    }

    void wait(std::optional<Clock::time_point> until) const
    {
        std::array<pollfd, 2> descriptors{pollfd{m_wake.get(), POLLIN, 0}, pollfd{m_inotify.get(), POLLIN, 0}};
        int milliseconds = -1;
        if (until)
            milliseconds = static_cast<int>(std::clamp<std::int64_t>(
                std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count(), 0, 60000));
        ::poll(descriptors.data(), m_inotify.get() >= 0 ? 2 : 1, milliseconds);
    }

    /// Watches the folder and those below it. Returns false when no more can be watched.
    bool watch(const Path& folder, const Path& root, const std::stop_token& stop)
    {
        if (stop.stop_requested())
            return false;
        if (m_folders.size() >= m_options.maxFolders)
            return outOfWatches(root);
        const int watched = ::inotify_add_watch(m_inotify.get(), folder.c_str(), kEvents);
        if (watched < 0)
            return errno == ENOSPC ? outOfWatches(root) : true; // gone meanwhile, or not to be read: a scan says so
        m_folders[watched] = folder;
        std::error_code failed;
        for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
             entry.increment(failed)) {
            std::error_code ignored;
            // Links are not followed here: a loop would never end. A scan follows them.
            if (entry->path().filename().native().starts_with('.') || entry->is_symlink(ignored) ||
                !entry->is_directory(ignored))
                continue;
            if (!watch(entry->path(), root, stop))
                return false;
        }
        return true;
    }

    bool outOfWatches(const Path& root)
    {
        giveUp(root,
               "This system lets programs watch only " + systemLimit() + " folders (fs.inotify.max_user_watches)");
        return false;
    }

    void giveUp(const Path& root, const std::string& why)
    {
        m_timed.insert(root);
        if (m_saidWhy || !m_callbacks.limited)
            return;
        m_saidWhy = true;
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(m_options.rescan).count();
        m_callbacks.limited(why + ", so " + displayText(root) + " is looked at every " + std::to_string(minutes) +
                            " minutes instead.");
    }

    void readEvents(const std::stop_token& stop)
    {
        alignas(inotify_event) std::array<char, 64 * 1024> buffer;
        for (;;) {
            const auto size = m_inotify.get() >= 0 ? ::read(m_inotify.get(), buffer.data(), buffer.size()) : -1;
            if (size <= 0)
                return;
            for (std::ptrdiff_t at = 0; at < size;) {
                inotify_event event{};
                std::memcpy(&event, buffer.data() + at, sizeof event);
                const char* name = buffer.data() + at + sizeof event;
                at += static_cast<std::ptrdiff_t>(sizeof event + event.len);
                take(event, event.len > 0 ? std::string(name) : std::string(), stop);
            }
        }
    }

    void take(const inotify_event& event, const std::string& name, const std::stop_token& stop)
    {
        if (event.mask & IN_Q_OVERFLOW) { // more happened than the system kept: anything may have changed
            for (const Path& root : m_roots)
                note(root);
            return;
        }
        const auto found = m_folders.find(event.wd);
        if (found == m_folders.end())
            return;
        const Path folder = found->second;
        if (event.mask & IN_IGNORED) {
            m_folders.erase(found);
            return;
        }
        if (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) {
            note(isRoot(folder) ? folder : folder.parent_path());
            return;
        }
        if (name.starts_with('.'))
            return;
        if (event.mask & IN_ISDIR) {
            note(folder);
            if (event.mask & (IN_CREATE | IN_MOVED_TO))
                watch(folder / name, rootOf(folder), stop);
            return;
        }
        // A file that is being written is told when it is closed.
        if (!(event.mask & IN_CREATE) && audio::hasMediaExtension(name))
            note(folder);
    }

    bool isRoot(const Path& folder) const { return std::find(m_roots.begin(), m_roots.end(), folder) != m_roots.end(); }

    Path rootOf(const Path& folder) const
    {
        for (const Path& root : m_roots)
            if (liesIn(folder, root))
                return root;
        return folder;
    }

    void note(const Path& folder)
    {
        m_last = Clock::now();
        if (m_changed.empty())
            m_first = m_last;
        m_changed.insert(folder);
    }

    void tell()
    {
        std::set<Path> there; // what is gone meanwhile is told by the folder that it lay in
        for (Path folder : m_changed) {
            std::error_code failed;
            while (!isRoot(folder) && folder.has_relative_path() && !std::filesystem::is_directory(folder, failed))
                folder = folder.parent_path();
            there.insert(std::move(folder));
        }
        std::vector<Path> folders;
        for (const Path& folder : there) // outer ones come first
            if (std::none_of(folders.begin(), folders.end(), [&](const Path& other) { return liesIn(folder, other); }))
                folders.push_back(folder);
        m_changed.clear();
        if (m_callbacks.changed)
            m_callbacks.changed(folders);
    }

    const std::vector<Path> m_roots;
    const Callbacks m_callbacks;
    const WatchOptions m_options;
    const Descriptor m_inotify, m_wake;
    std::unordered_map<int, Path> m_folders;
    std::set<Path> m_timed;   ///< roots that are looked at from time to time
    std::set<Path> m_changed; ///< since they were last told
    Clock::time_point m_first, m_last;
    bool m_saidWhy = false;
    std::jthread m_thread; ///< last: ends before what it uses
};

FolderWatch::FolderWatch(std::vector<Path> roots, Callbacks callbacks, const WatchOptions& options)
    : m_worker(std::make_unique<Worker>(std::move(roots), std::move(callbacks), options))
{
}

FolderWatch::~FolderWatch() = default;

} // namespace prolap::library
