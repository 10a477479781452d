#include "core/index/matrix.h"

#include <cassert>
#include <cerrno>
#include <cmath>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/error.h"
#include "core/index/half.h"
#include "core/index/kernels.h"
#include "core/index/matrix_file.h"
#include "core/index/row_checksum.h"
#include "core/index/row_coding.h"

namespace prolap::index {

namespace {

[[noreturn]] void throwOpenError(int number, const Path& path)
{
    ErrorKind kind = ErrorKind::Internal;
    if (number == ENOENT || number == ENOTDIR)
        kind = ErrorKind::NotFound;
    else if (number == EACCES || number == EPERM)
        kind = ErrorKind::Permission;
    else if (number == EROFS)
        kind = ErrorKind::ReadOnly;
    else if (number == ENOSPC || number == EDQUOT)
        kind = ErrorKind::DiskFull;
    throw Error(kind, "The search matrix " + displayText(path) +
                          " cannot be opened: " + std::system_category().message(number));
}

void requireDimension(std::size_t dim)
{
    if (dim == 0 || dim > kLargestStride)
        throw Error(ErrorKind::BadInput, "A search matrix takes 1 to " + std::to_string(kLargestStride) +
                                             " dimensions, not " + std::to_string(dim));
}

} // namespace

std::size_t MatrixView::rowsOfBlock(std::size_t block) const
{
    return std::min(m_layout.rows, m_size - block * m_layout.rows);
}

const RowKey& MatrixView::key(std::size_t row) const
{
    return keys(row / m_layout.rows)[row % m_layout.rows];
}

std::vector<float> MatrixView::vector(std::size_t row) const
{
    std::vector<float> values(dim());
    const std::uint16_t* stored = halves(row);
    for (std::size_t d = 0; d < values.size(); ++d)
        values[d] = fromHalf(stored[d]);
    return values;
}

std::span<const RowKey> MatrixView::keys(std::size_t block) const
{
    return {reinterpret_cast<const RowKey*>(base(block) + m_layout.keys), rowsOfBlock(block)};
}

std::span<const RowCode> MatrixView::bounds(std::size_t block) const
{
    return {reinterpret_cast<const RowCode*>(base(block) + m_layout.bounds), rowsOfBlock(block)};
}

const std::int8_t* MatrixView::codes(std::size_t block) const
{
    return reinterpret_cast<const std::int8_t*>(base(block) + m_layout.codes);
}

const std::uint16_t* MatrixView::halves(std::size_t row) const
{
    return reinterpret_cast<const std::uint16_t*>(base(row / m_layout.rows) + m_layout.halves) +
           row % m_layout.rows * m_layout.stride;
}

Matrix::Matrix(std::unique_ptr<File> file) : m_file(std::move(file)) {}
Matrix::Matrix(Matrix&&) noexcept = default;
Matrix& Matrix::operator=(Matrix&&) noexcept = default;
Matrix::~Matrix() = default;

Matrix Matrix::open(const Path& path, std::size_t dim, const std::string& identity, Access access)
{
    requireDimension(dim);
    const bool append = access == Access::Append;
    const int fd = ::open(path.c_str(), (append ? O_RDWR : O_RDONLY) | O_CLOEXEC);
    if (fd < 0)
        throwOpenError(errno, path);
    auto file = std::make_unique<File>(fd, path, Path(), dim);
    if (append && ::flock(fd, LOCK_EX | LOCK_NB) != 0)
        throw Error(ErrorKind::Busy, "The search matrix " + displayText(path) + " is being written by another process");
    file->writable = append;
    file->readHeader(identity);
    file->checkRows();
    return Matrix(std::move(file));
}

Matrix Matrix::create(const Path& path, std::size_t dim, const std::string& identity)
{
    requireDimension(dim);
    std::string name = path.native() + ".XXXXXX";
    const int fd = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd < 0)
        throwOpenError(errno, path);
    auto file = std::make_unique<File>(fd, path, Path(name), dim);
    // A new file of its own: nobody else can hold its lock.
    ::flock(fd, LOCK_EX | LOCK_NB);
    file->header.dim = dim;
    file->header.rowsPerBlock = file->layout.rows;
    file->header.blockBytes = file->layout.bytes;
    file->header.identitySum = checksum(std::as_bytes(std::span(identity)));
    file->header.fixedSum = file->header.sumOfFixed();
    file->header.commit(0, 0);
    const std::vector<std::byte> page(MatrixHeader::kBytes);
    file->write(page.data(), page.size(), 0);
    file->writeHeader();
    return Matrix(std::move(file));
}

Matrix Matrix::inMemory(std::size_t dim)
{
    requireDimension(dim);
    const int fd = ::memfd_create("prolap-matrix", MFD_CLOEXEC);
    if (fd < 0)
        throwOpenError(errno, "in memory");
    auto file = std::make_unique<File>(fd, "in memory", Path(), dim);
    file->header.commit(0, 0);
    return Matrix(std::move(file));
}

void Matrix::append(std::span<const NewRow> rows, std::int64_t marker)
{
    File& file = *m_file;
    assert(file.writable);
    const BlockLayout& layout = file.layout;

    // All rows are encoded before the first is written: all or none.
    std::vector<RowKey> keys;
    std::vector<RowCode> bounds;
    std::vector<std::uint64_t> sums;
    std::vector<std::uint16_t> halves(rows.size() * layout.stride);
    std::vector<std::int8_t> codes(rows.size() * layout.stride);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const NewRow& row = rows[i];
        const auto rowHalves = std::span(halves).subspan(i * layout.stride, layout.stride);
        const auto rowCodes = std::span(codes).subspan(i * layout.stride, layout.stride);
        if (row.vector.size() != layout.dim)
            throw Error(ErrorKind::BadInput, "The vector of window " + std::to_string(row.key.window.value) + " has " +
                                                 std::to_string(row.vector.size()) + " values, expected " +
                                                 std::to_string(layout.dim));
        if (!encodeHalves(row.vector, rowHalves) || !std::isfinite(row.bias))
            throw Error(ErrorKind::BadInput, "The vector of window " + std::to_string(row.key.window.value) +
                                                 " holds a value that is not a number or too large");
        keys.push_back(row.key);
        bounds.push_back(encodeCodes(rowHalves, rowCodes));
        bounds.back().bias = row.bias;
        sums.push_back(rowChecksum(keys.back(), bounds.back(), rowCodes, rowHalves));
    }

    const std::size_t total = file.rows + rows.size();
    file.mapBlocks((total + layout.rows - 1) / layout.rows);
    for (std::size_t from = 0; from < rows.size();) {
        const std::size_t row = file.rows + from, at = row % layout.rows;
        const std::size_t count = std::min(rows.size() - from, layout.rows - at);
        const auto put = [&](std::size_t part, const auto* data, std::size_t perRow) {
            const std::size_t size = perRow * sizeof *data;
            file.write(data + from * perRow, count * size, file.offsetOfBlock(row / layout.rows) + part + at * size);
        };
        put(layout.keys, keys.data(), 1);
        put(layout.bounds, bounds.data(), 1);
        put(layout.checksums, sums.data(), 1);
        put(layout.codes, codes.data(), layout.stride);
        put(layout.halves, halves.data(), layout.stride);
        from += count;
    }
    MatrixHeader next = file.header;
    next.commit(total, marker);
    std::swap(file.header, next);
    try {
        file.writeHeader();
    } catch (...) {
        file.header = next;
        throw;
    }
    file.rows = total;
}

void Matrix::publish()
{
    File& file = *m_file;
    assert(!file.temporaryPath.empty());
    if (::rename(file.temporaryPath.c_str(), file.path.c_str()) != 0)
        throwOpenError(errno, file.path);
    file.temporaryPath.clear();
}

std::int64_t Matrix::marker() const
{
    return m_file->header.latest()->marker;
}

std::size_t Matrix::size() const
{
    return m_file->rows;
}

MatrixView Matrix::view() const
{
    MatrixView view;
    view.m_layout = m_file->layout;
    view.m_size = m_file->rows;
    view.m_blocks = m_file->blocks;
    return view;
}

} // namespace prolap::index
