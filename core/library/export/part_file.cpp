#include "core/library/export/part_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "core/error.h"

namespace prolap::library {

PartFile::PartFile(const Path& file)
    : m_file(file), m_part(Path(file) += ".part"), m_stream(std::fopen(m_part.c_str(), "wb"))
{
    if (!m_stream)
        fail();
}

PartFile::~PartFile()
{
    if (!m_stream)
        return;
    std::fclose(m_stream);
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
}

void PartFile::fail()
{
    const int code = errno;
    const ErrorKind kind = code == ENOSPC || code == EDQUOT    ? ErrorKind::DiskFull
                           : code == EROFS                     ? ErrorKind::ReadOnly
                           : code == EACCES || code == EPERM   ? ErrorKind::Permission
                           : code == ENOENT || code == ENOTDIR ? ErrorKind::NotFound
                                                               : ErrorKind::Internal;
    throw Error(kind, displayText(m_file) + " cannot be written: " + std::strerror(code) + ".");
}

void PartFile::write(const void* bytes, std::size_t size)
{
    if (std::fwrite(bytes, 1, size, m_stream) != size)
        fail();
}

void PartFile::finish()
{
    std::FILE* stream = std::exchange(m_stream, nullptr);
    std::error_code failed, ignored;
    if (std::fclose(stream) != 0) {
        failed = std::error_code(errno, std::generic_category());
        std::filesystem::remove(m_part, ignored);
    } else {
        std::filesystem::rename(m_part, m_file, failed);
        if (failed)
            std::filesystem::remove(m_part, ignored);
    }
    if (failed) {
        errno = failed.value();
        fail();
    }
}

} // namespace prolap::library
