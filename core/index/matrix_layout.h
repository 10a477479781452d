#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/ids.h"

namespace prolap::index {

/// What a row stands for: a window of a clip.
struct RowKey {
    WindowId window;
    ClipId clip;
    double startSeconds = 0;
    double endSeconds = 0;

    bool operator==(const RowKey&) const = default;
};

/// What a row's 8-bit codes leave out, so that a score from them can be bounded:
/// |vector - scale * codes| <= residual, |scale * codes| <= norm (Euclidean).
struct RowCode {
    float scale = 0;
    float residual = 0;
    float norm = 0;
    float bias = 0; ///< the scalar stored beside the vector, exact
};

/// Where the parts of a block lie. A block holds `rows` rows, part by part, so that a scan of the codes reads one
/// contiguous run of memory: keys, codes' bounds, checksums, 8-bit codes, half-precision vectors.
struct BlockLayout {
    std::size_t dim = 0;
    std::size_t stride = 0; ///< dim rounded up to a multiple of 32; the padding is 0
    std::size_t rows = 0;
    std::size_t keys = 0, bounds = 0, checksums = 0, codes = 0, halves = 0; ///< offsets, bytes
    std::size_t bytes = 0;                                                  ///< of a block, whole pages

    explicit BlockLayout(std::size_t dimension = 0) : dim(dimension), stride((dimension + 31) / 32 * 32)
    {
        constexpr std::size_t kPage = 4096;
        constexpr std::size_t kCodeBytes = 4U << 20;
        rows = stride == 0 ? 64 : std::max<std::size_t>(64, kCodeBytes / stride / 64 * 64);
        const auto place = [this](std::size_t size) {
            const std::size_t at = bytes;
            bytes = (bytes + size + kPage - 1) / kPage * kPage;
            return at;
        };
        keys = place(rows * sizeof(RowKey));
        bounds = place(rows * sizeof(RowCode));
        checksums = place(rows * sizeof(std::uint64_t));
        codes = place(rows * stride);
        halves = place(rows * stride * sizeof(std::uint16_t));
    }
};

} // namespace prolap::index
