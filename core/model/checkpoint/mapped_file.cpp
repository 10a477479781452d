#include "core/model/checkpoint/mapped_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::checkpoint {

namespace {

struct Descriptor {
    int value = -1;
    ~Descriptor()
    {
        if (value >= 0)
            ::close(value);
    }
};

[[noreturn]] void failReading(const Path& file, int code)
{
    const ErrorKind kind = code == ENOENT || code == ENOTDIR ? ErrorKind::NotFound
                           : code == EACCES || code == EPERM ? ErrorKind::Permission
                           : code == ENOMEM                  ? ErrorKind::OutOfMemory
                                                             : ErrorKind::Internal;
    throw Error(kind, fmt::format("Cannot read {}: {}.", displayText(file), std::strerror(code)));
}

} // namespace

MappedFile::MappedFile(const Path& file)
{
    // O_NONBLOCK: a FIFO must not keep us waiting for a writer.
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (descriptor.value < 0)
        failReading(file, errno);
    struct stat status {};
    if (::fstat(descriptor.value, &status) != 0)
        failReading(file, errno);
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorKind::BadInput, fmt::format("Cannot read {}: expected a file, found a {}.", displayText(file),
                                                     S_ISDIR(status.st_mode) ? "folder" : "device or pipe"));
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0)
        return;
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value, 0);
    if (address == MAP_FAILED)
        failReading(file, errno);
    m_bytes = {static_cast<const std::byte*>(address), size};
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
}

} // namespace prolap::checkpoint
