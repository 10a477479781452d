#include "core/audio/file_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"

namespace prolap::audio {

namespace {

constexpr int kWholeFileBufferBytes = 128 << 10;
constexpr int kHeaderBufferBytes = 32 << 10; // what a network disk must send for a look at the header

ErrorKind kindOf(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
    case ENAMETOOLONG:
        return ErrorKind::NotFound;
    case EACCES:
    case EPERM:
        return ErrorKind::Permission;
    default:
        return ErrorKind::Internal;
    }
}

std::int64_t modifiedNs(const struct stat& status)
{
    return status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec;
}

} // namespace

FileSource::FileSource(const Path& file, bool hashing)
{
    prepareLibav();
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait.
    m_descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (m_descriptor < 0) {
        const int code = errno;
        throw Error(kindOf(code), "Cannot open " + displayText(file) + ": " + std::strerror(code) + ".");
    }
    // A throwing constructor runs no destructor, so the descriptor is closed here.
    const auto refuse = [&](ErrorKind kind, const std::string& what) {
        ::close(m_descriptor);
        throw Error(kind, displayText(file) + what);
    };
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0)
        refuse(ErrorKind::Internal, std::string(" cannot be examined: ") + std::strerror(errno) + ".");
    if (S_ISDIR(status.st_mode))
        refuse(ErrorKind::Unsupported, " is a folder, not an audio file.");
    if (!S_ISREG(status.st_mode))
        refuse(ErrorKind::Unsupported, " is a pipe, socket or device, not an audio file.");
    if (status.st_size == 0)
        refuse(ErrorKind::Corrupt, " is empty: it has 0 bytes.");
    m_size = status.st_size;
    m_modified = modifiedNs(status);
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);

    const int bufferBytes = hashing ? kWholeFileBufferBytes : kHeaderBufferBytes;
    auto* buffer = static_cast<unsigned char*>(av_malloc(static_cast<std::size_t>(bufferBytes)));
    if (buffer)
        m_io.reset(avio_alloc_context(buffer, bufferBytes, 0, this, &readPacket, nullptr, &seek));
    if (!m_io) {
        av_free(buffer);
        refuse(ErrorKind::OutOfMemory, " cannot be read: there is no memory left.");
    }
    try {
        if (hashing)
            m_hash = std::make_unique<ContentHash>();
    } catch (...) {
        ::close(m_descriptor);
        throw;
    }
}

FileSource::~FileSource()
{
    ::close(m_descriptor);
}

std::size_t FileSource::readAt(std::int64_t position, void* buffer, std::size_t size) const
{
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::pread(m_descriptor, static_cast<char*>(buffer) + done, size - done,
                                      position + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

int FileSource::readPacket(void* self, std::uint8_t* buffer, int size)
{
    auto& source = *static_cast<FileSource*>(self);
    ssize_t count = 0;
    do
        count = ::pread(source.m_descriptor, buffer, static_cast<std::size_t>(size), source.m_position);
    while (count < 0 && errno == EINTR);
    if (count < 0) {
        source.m_readError = errno;
        return AVERROR(errno);
    }
    if (count == 0)
        return AVERROR_EOF;
    source.hash(source.m_position, buffer, static_cast<std::size_t>(count));
    source.m_position += count;
    return static_cast<int>(count);
}

std::int64_t FileSource::seek(void* self, std::int64_t offset, int whence)
{
    auto& source = *static_cast<FileSource*>(self);
    std::int64_t target = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return source.m_size - source.m_begin;
    case SEEK_SET:
        target = source.m_begin + offset;
        break;
    case SEEK_CUR:
        target = source.m_position + offset;
        break;
    case SEEK_END:
        target = source.m_size + offset;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (target < source.m_begin)
        return AVERROR(EINVAL);
    source.m_position = target;
    return target - source.m_begin;
}

void FileSource::hash(std::int64_t from, const std::uint8_t* bytes, std::size_t count)
{
    const std::int64_t to = from + static_cast<std::int64_t>(count);
    if (!m_hash || from > m_hashedTo || to <= m_hashedTo)
        return;
    const auto known = static_cast<std::size_t>(m_hashedTo - from);
    m_hash->add(std::as_bytes(std::span(bytes + known, count - known)));
    m_hashedTo = to;
}

std::string FileSource::finishHash(std::stop_token stop)
{
    if (m_hashedTo < m_size) {
        std::vector<std::byte> buffer(static_cast<std::size_t>(std::min<std::int64_t>(1 << 20, m_size - m_hashedTo)));
        while (const std::size_t count = readAt(m_hashedTo, buffer.data(), buffer.size())) {
            if (stop.stop_requested())
                return {};
            m_hash->add(std::span(buffer).first(count));
            m_hashedTo += static_cast<std::int64_t>(count);
        }
    }
    return m_hash->hex();
}

std::string FileSource::trouble() const
{
    if (m_readError != 0)
        return std::string("it could not be read to its end (") + std::strerror(m_readError) + ")";
    struct stat status {};
    if (::fstat(m_descriptor, &status) == 0 && (status.st_size != m_size || modifiedNs(status) != m_modified))
        return "it was changed while it was read";
    return {};
}

} // namespace prolap::audio
