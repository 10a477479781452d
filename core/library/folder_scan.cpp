#include "core/library/folder_scan.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include <dirent.h>
#include <sys/stat.h>

#include "core/audio/media_extensions.h"

namespace prolap::library {

namespace {

FoundFile foundFile(const struct stat& status, Path relative)
{
    return {std::move(relative), status.st_size,
            static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

class Scan {
public:
    Scan(const ScanRequest& request, RunControl& control, const std::function<void(std::size_t)>& onFound)
        : m_request(request), m_control(control), m_onFound(onFound)
    {
    }

    ScanResult run()
    {
        m_pending.push_back(m_request.below);
        while (!m_pending.empty() && !m_result.stopped) {
            const Path folder = std::move(m_pending.back());
            m_pending.pop_back();
            enter(folder);
        }
        std::sort(m_result.files.begin(), m_result.files.end(),
                  [](const FoundFile& a, const FoundFile& b) { return a.path.native() < b.path.native(); });
        return std::move(m_result);
    }

private:
    Path absolute(const Path& relative) const { return relative.empty() ? m_request.root : m_request.root / relative; }

    void enter(const Path& folder)
    {
        const Path path = absolute(folder);
        const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(path.c_str()), ::closedir);
        if (!open) {
            cannotRead(folder, errno);
            return;
        }
        struct stat status = {};
        if (::fstat(::dirfd(open.get()), &status) != 0 || !m_entered.emplace(status.st_dev, status.st_ino).second)
            return;
        errno = 0;
        while (const dirent* entry = ::readdir(open.get())) {
            const std::string name = entry->d_name;
            if (name == "." || name == "..")
                continue;
            m_result.empty = false;
            if (name.front() != '.')
                look(::dirfd(open.get()), folder, name);
            if (m_result.stopped)
                return;
            errno = 0;
        }
        if (errno != 0)
            cannotRead(folder, errno);
    }

    void look(int folderDescriptor, const Path& folder, const std::string& name)
    {
        if (!m_control.checkpoint()) {
            m_result.stopped = true;
            return;
        }
        struct stat status = {};
        if (::fstatat(folderDescriptor, name.c_str(), &status, 0) != 0)
            return; // a broken link, a link to itself, or gone since
        const Path relative = folder.empty() ? Path(name) : folder / name;
        if (S_ISDIR(status.st_mode)) {
            if (!m_request.apart.contains(absolute(relative)))
                m_pending.push_back(relative);
        } else if (S_ISREG(status.st_mode) && audio::hasMediaExtension(name)) {
            m_result.files.push_back(foundFile(status, relative));
            m_onFound(m_result.files.size());
        }
    }

    void cannotRead(const Path& folder, int number)
    {
        const bool top = folder == m_request.below;
        if (top && (number == ENOENT || number == ENOTDIR || number == ENODEV || number == EIO)) {
            m_result.reachable = false;
            return;
        }
        m_result.unreadable.push_back(folder);
        m_result.failures.push_back(
            {absolute(folder), "The folder " + displayText(absolute(folder)) +
                                   " cannot be read: " + std::system_category().message(number)});
    }

    const ScanRequest& m_request;
    RunControl& m_control;
    const std::function<void(std::size_t)>& m_onFound;
    std::vector<Path> m_pending;
    std::set<std::pair<dev_t, ino_t>> m_entered;
    ScanResult m_result;
};

} // namespace

ScanResult scanFolder(const ScanRequest& request, RunControl& control, const std::function<void(std::size_t)>& onFound)
{
    return Scan(request, control, onFound).run();
}

std::optional<FoundFile> statFile(const Path& absolute, const Path& relative)
{
    struct stat status = {};
    if (::stat(absolute.c_str(), &status) != 0)
        return std::nullopt;
    return foundFile(status, relative);
}

} // namespace prolap::library
