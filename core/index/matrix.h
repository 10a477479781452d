#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/index/matrix_layout.h"
#include "core/paths.h"

namespace prolap::index {

/// One row to append.
struct NewRow {
    RowKey key;
    std::span<const float> vector; ///< [dim], finite, kept in half precision
    float bias = 0;                ///< finite; added to the score, weighted by the query
};

/// The rows of a matrix at one moment, to read. Stays valid, and the same, while rows are appended and after the
/// matrix is gone. Threads: any number may read.
class MatrixView {
public:
    std::size_t size() const { return m_size; }
    std::size_t dim() const { return m_layout.dim; }
    const BlockLayout& layout() const { return m_layout; }
    std::size_t blockCount() const { return (m_size + m_layout.rows - 1) / m_layout.rows; }
    std::size_t rowsOfBlock(std::size_t block) const;

    const RowKey& key(std::size_t row) const;
    float bias(std::size_t row) const { return bounds(row / m_layout.rows)[row % m_layout.rows].bias; }
    /// The vector as it is stored, exact. Shape [dim].
    std::vector<float> vector(std::size_t row) const;

    std::span<const RowKey> keys(std::size_t block) const;
    std::span<const RowCode> bounds(std::size_t block) const;
    const std::int8_t* codes(std::size_t block) const;  ///< [rowsOfBlock, stride]
    const std::uint16_t* halves(std::size_t row) const; ///< [stride]

private:
    friend class Matrix;
    const std::byte* base(std::size_t block) const { return m_blocks[block].get(); }

    BlockLayout m_layout;
    std::size_t m_size = 0;
    std::vector<std::shared_ptr<const std::byte>> m_blocks;
};

/// The vectors of a library as one memory-mapped file that grows at its end. It is a cache: what it holds can be made
/// again from the catalogue, and open() refuses anything that is not whole.
///
/// A row takes 3 bytes a dimension: 8-bit codes, which a search reads all of, and half-precision values, which it reads
/// for the few rows that the codes cannot decide (top_k.h).
/// Threads: one thread at a time; the views it gives are free of it. Processes: a file is appended to by one process
/// at a time, which holds a lock on it; others open it read-only.
class Matrix {
public:
    /// Opens a file and checks every row. identity: what the file must have been created with.
    /// Errors: Error(NotFound); Error(Corrupt) when truncated, damaged or no matrix; Error(Incompatible) for another
    /// version, dimension or identity; Error(Busy) when writable and another process appends.
    enum class Access { Read, Append };
    static Matrix open(const Path& file, std::size_t dim, const std::string& identity, Access access);

    /// Makes an empty file under a temporary name beside it; publish() gives it its name. A process that is killed in
    /// between leaves no half-written matrix behind.
    /// Errors: Error(Permission, DiskFull, ReadOnly).
    static Matrix create(const Path& file, std::size_t dim, const std::string& identity);

    /// Without a file, for when none can be written.
    static Matrix inMemory(std::size_t dim);

    Matrix(Matrix&&) noexcept;
    Matrix& operator=(Matrix&&) noexcept;
    ~Matrix();

    /// Appends all rows or none. marker: what marker() gives from now on, in this and in later processes.
    /// Errors: Error(BadInput) for a wrong dimension or a value that half precision cannot hold (NaN, infinite, beyond
    /// 65504), naming the window; Error(DiskFull).
    void append(std::span<const NewRow> rows, std::int64_t marker);

    /// Puts a created file in its place, over any that is there.
    void publish();

    /// The caller's note of how far the matrix has followed its source; 0 at first.
    std::int64_t marker() const;
    std::size_t size() const;
    MatrixView view() const;

private:
    class File;
    explicit Matrix(std::unique_ptr<File> file);
    std::unique_ptr<File> m_file;
};

} // namespace prolap::index
