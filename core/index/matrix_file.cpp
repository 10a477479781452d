#include "core/index/matrix_file.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <system_error>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "core/index/row_checksum.h"

namespace prolap::index {

namespace {

[[noreturn]] void throwSystemError(int number, const std::string& doing, const Path& path)
{
    ErrorKind kind = ErrorKind::Internal;
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        kind = ErrorKind::DiskFull;
    else if (number == EACCES || number == EPERM)
        kind = ErrorKind::Permission;
    else if (number == EROFS)
        kind = ErrorKind::ReadOnly;
    else if (number == ENOMEM)
        kind = ErrorKind::OutOfMemory;
    throw Error(kind, doing + " the search matrix " + displayText(path) +
                          " failed: " + std::system_category().message(number));
}

[[noreturn]] void throwCorrupt(const Path& path, const std::string& found)
{
    throw Error(ErrorKind::Corrupt, "The search matrix " + displayText(path) + " " + found);
}

} // namespace

std::uint64_t MatrixHeader::sumOfFixed() const
{
    return checksum(std::as_bytes(std::span(this, 1)).first(offsetof(MatrixHeader, fixedSum)));
}

namespace {

std::uint64_t sumOfCommit(const MatrixHeader::Commit& commit)
{
    return checksum(std::as_bytes(std::span(&commit, 1)).first(offsetof(MatrixHeader::Commit, sum)));
}

} // namespace

const MatrixHeader::Commit* MatrixHeader::latest() const
{
    const Commit* best = nullptr;
    for (const Commit& commit : commits)
        if (commit.number > 0 && commit.sum == sumOfCommit(commit) && (!best || commit.number > best->number))
            best = &commit;
    return best;
}

void MatrixHeader::commit(std::uint64_t rows, std::int64_t marker)
{
    const Commit* before = latest();
    Commit next{before ? before->number + 1 : 1, rows, marker, 0};
    next.sum = sumOfCommit(next);
    commits[next.number % commits.size()] = next;
}

Matrix::File::File(int descriptor, Path name, Path temporary, std::size_t dim)
    : fd(descriptor), path(std::move(name)), temporaryPath(std::move(temporary)), layout(dim)
{
}

Matrix::File::~File()
{
    if (!temporaryPath.empty())
        ::unlink(temporaryPath.c_str());
    ::close(fd);
}

void Matrix::File::write(const void* data, std::size_t size, std::size_t offset)
{
    const auto* at = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::pwrite(fd, at, size, static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            throwSystemError(written < 0 ? errno : ENOSPC, "Writing", path);
        at += written;
        size -= static_cast<std::size_t>(written);
        offset += static_cast<std::size_t>(written);
    }
}

void Matrix::File::writeHeader()
{
    write(&header, sizeof header, 0);
}

void Matrix::File::readHeader(const std::string& identity)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        throwSystemError(errno, "Reading", path);
    const auto length = static_cast<std::size_t>(status.st_size);
    MatrixHeader found;
    if (length < MatrixHeader::kBytes || ::pread(fd, &found, sizeof found, 0) != static_cast<ssize_t>(sizeof found))
        throwCorrupt(path, "is shorter than its header");
    if (found.magic != MatrixHeader().magic || found.byteOrder != MatrixHeader().byteOrder)
        throwCorrupt(path, "is not a search matrix of this machine's kind");
    if (found.fixedSum != found.sumOfFixed())
        throwCorrupt(path, "has a damaged header");
    if (found.version != MatrixHeader().version)
        throw Error(ErrorKind::Incompatible, "The search matrix " + displayText(path) + " has format version " +
                                                 std::to_string(found.version) + ", expected " +
                                                 std::to_string(MatrixHeader().version));
    if (found.dim != layout.dim || found.rowsPerBlock != layout.rows || found.blockBytes != layout.bytes)
        throw Error(ErrorKind::Incompatible, "The search matrix " + displayText(path) + " has " +
                                                 std::to_string(found.dim) + " dimensions, expected " +
                                                 std::to_string(layout.dim));
    if (found.identitySum != checksum(std::as_bytes(std::span(identity))))
        throw Error(ErrorKind::Incompatible,
                    "The search matrix " + displayText(path) + " belongs to another catalogue or model");
    const MatrixHeader::Commit* commit = found.latest();
    if (!commit)
        throwCorrupt(path, "has a damaged header");
    const std::size_t blockCount = (commit->rows + layout.rows - 1) / layout.rows;
    if (blockCount > (length - MatrixHeader::kBytes) / layout.bytes)
        throwCorrupt(path, "is truncated");
    header = found;
    rows = commit->rows;
    mapBlocks(blockCount);
}

void Matrix::File::mapBlocks(std::size_t count)
{
    while (blocks.size() < count) {
        const std::size_t offset = offsetOfBlock(blocks.size());
        struct stat status = {};
        if (::fstat(fd, &status) != 0)
            throwSystemError(errno, "Reading", path);
        if (static_cast<std::size_t>(status.st_size) < offset + layout.bytes &&
            ::ftruncate(fd, static_cast<off_t>(offset + layout.bytes)) != 0)
            throwSystemError(errno, "Growing", path);
        void* mapped = ::mmap(nullptr, layout.bytes, PROT_READ, MAP_SHARED, fd, static_cast<off_t>(offset));
        if (mapped == MAP_FAILED)
            throwSystemError(errno, "Mapping", path);
        blocks.emplace_back(static_cast<const std::byte*>(mapped), [size = layout.bytes](const std::byte* base) {
            ::munmap(const_cast<std::byte*>(base), size);
        });
    }
}

std::uint64_t rowChecksum(const RowKey& key, const RowCode& bounds, std::span<const std::int8_t> codes,
                          std::span<const std::uint16_t> halves)
{
    std::uint64_t sum = checksum(std::as_bytes(std::span(&key, 1)));
    sum = checksum(std::as_bytes(std::span(&bounds, 1)), sum);
    sum = checksum(std::as_bytes(codes), sum);
    return checksum(std::as_bytes(halves), sum);
}

void Matrix::File::checkRows() const
{
    for (std::size_t row = 0; row < rows; ++row) {
        const std::byte* block = blocks[row / layout.rows].get();
        const std::size_t at = row % layout.rows;
        const auto* key = reinterpret_cast<const RowKey*>(block + layout.keys) + at;
        const auto* bounds = reinterpret_cast<const RowCode*>(block + layout.bounds) + at;
        const auto* sums = reinterpret_cast<const std::uint64_t*>(block + layout.checksums) + at;
        const auto* codes = reinterpret_cast<const std::int8_t*>(block + layout.codes) + at * layout.stride;
        const auto* halves = reinterpret_cast<const std::uint16_t*>(block + layout.halves) + at * layout.stride;
        if (rowChecksum(*key, *bounds, {codes, layout.stride}, {halves, layout.stride}) != *sums)
            throwCorrupt(path, "is damaged in row " + std::to_string(row));
    }
}

} // namespace prolap::index
