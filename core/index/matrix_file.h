#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/index/matrix.h"

namespace prolap::index {

/// First page of a matrix file. The fixed part is written once; of the two commits the valid one with the higher
/// number counts, so that a torn write of one leaves the other.
struct MatrixHeader {
    std::array<char, 8> magic = {'P', 'L', 'X', 'M', 'T', 'R', 'X', '\n'};
    std::uint32_t version = 1;
    std::uint32_t byteOrder = 0x01020304;
    std::uint64_t dim = 0;
    std::uint64_t rowsPerBlock = 0;
    std::uint64_t blockBytes = 0;
    std::uint64_t identitySum = 0; ///< checksum of the identity text
    std::uint64_t fixedSum = 0;    ///< checksum of the fields above
    struct Commit {
        std::uint64_t number = 0;
        std::uint64_t rows = 0;
        std::int64_t marker = 0;
        std::uint64_t sum = 0; ///< checksum of the fields above
    };
    std::array<Commit, 2> commits;

    static constexpr std::size_t kBytes = 4096; ///< blocks begin here

    std::uint64_t sumOfFixed() const;
    /// The commit that counts; none if both are damaged.
    const Commit* latest() const;
    void commit(std::uint64_t rows, std::int64_t marker);
};

/// The open file under a Matrix: descriptor, header, mapped blocks.
class Matrix::File {
public:
    File(int descriptor, Path name, Path temporary, std::size_t dim);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void writeHeader();
    /// Reads the header and checks it against the file's length, dim and identity.
    void readHeader(const std::string& identity);
    void checkRows() const;
    /// Maps blocks until `count` of them are; makes the file longer where it has to be.
    void mapBlocks(std::size_t count);
    void write(const void* data, std::size_t size, std::size_t offset);
    std::size_t offsetOfBlock(std::size_t block) const { return MatrixHeader::kBytes + block * layout.bytes; }

    int fd;
    Path path;
    Path temporaryPath; ///< not yet published
    bool writable = true;
    BlockLayout layout;
    MatrixHeader header;
    std::size_t rows = 0;
    std::vector<std::shared_ptr<const std::byte>> blocks;
};

/// Checksum of one row: key, bounds, codes and halves, as they lie in a block.
std::uint64_t rowChecksum(const RowKey& key, const RowCode& bounds, std::span<const std::int8_t> codes,
                          std::span<const std::uint16_t> halves);

} // namespace prolap::index
