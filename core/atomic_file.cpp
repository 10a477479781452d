#include "core/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/write_error.h"

namespace prolap {

namespace {

constexpr std::size_t kBufferBytes = 64 << 10;

// mkostemp gives 0600; this one shall be as readable as any other file of the user's.
mode_t ordinaryMode()
{
    const mode_t mask = ::umask(022);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

AtomicFile::AtomicFile(const Path& file, Safety safety) : m_file(file), m_safety(safety)
{
    const Path folder = file.has_parent_path() ? file.parent_path() : Path(".");
    m_temporary = (folder / ("." + file.filename().native() + ".XXXXXX")).native();
    m_descriptor = ::mkostemp(m_temporary.data(), O_CLOEXEC);
    if (m_descriptor < 0)
        fail(errno);
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        ::unlink(m_temporary.c_str());
    }
}

void AtomicFile::write(std::span<const std::byte> bytes)
{
    if (m_buffer.size() + bytes.size() > kBufferBytes)
        flush();
    if (bytes.size() > kBufferBytes)
        put(bytes);
    else
        m_buffer.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void AtomicFile::flush()
{
    put(std::as_bytes(std::span(m_buffer)));
    m_buffer.clear();
}

void AtomicFile::put(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written =
            ::write(m_descriptor, bytes.data(), std::min<std::size_t>(bytes.size(), std::size_t{1} << 30));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void AtomicFile::commit()
{
    flush();
    if (::fchmod(m_descriptor, ordinaryMode()) != 0)
        fail(errno);
    if (m_safety == Safety::Disk && ::fsync(m_descriptor) != 0)
        fail(errno);
    if (::rename(m_temporary.c_str(), m_file.c_str()) != 0)
        fail(errno);
    ::close(m_descriptor);
    m_descriptor = -1;
    if (m_safety != Safety::Disk)
        return;
    // The name itself must reach the disk too; a file system that cannot sync folders is no reason to fail.
    const Path folder = m_file.has_parent_path() ? m_file.parent_path() : Path(".");
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
}

void AtomicFile::fail(int code) const
{
    throwWriteError(m_file, code);
}

} // namespace prolap
