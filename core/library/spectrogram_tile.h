#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// A small picture of a clip: loudness of frequencies over time.
struct SpectrogramTile {
    static constexpr std::size_t kColumns = 128, kRows = 72;
    std::vector<std::uint8_t> levels; ///< [kColumns x kRows], row 0 the lowest; 255: full scale, 0: 90 dB below
};

/// What a tile shows of a file, as the catalogue knows it.
struct TileSource {
    Path file;
    std::int64_t sizeBytes = 0, modifiedMs = 0; ///< another file under the same name is another tile
    double start = 0, end = 0;                  ///< seconds

    bool operator==(const TileSource&) const = default;
};

/// Tiles on the disk, in the user's cache folder. The oldest go when they exceed the limit.
/// Threads: one at a time; processes may share a folder.
class TileCache {
public:
    static constexpr std::int64_t kMostBytes = std::int64_t{256} << 20;

    explicit TileCache(Path folder = userCacheDir() / "tiles", std::int64_t mostBytes = kMostBytes);

    /// From the disk, or computed and kept there; where it cannot be kept it is computed again the next time. None
    /// when stopped. Errors: those of audio::readSpectrogram.
    std::optional<SpectrogramTile> tile(const TileSource& source, const std::stop_token& stop);
    /// Takes away the oldest until nine tenths of the limit are left, if it is exceeded.
    void trim();

private:
    Path fileOf(const TileSource& source) const;

    const Path m_folder;
    const std::int64_t m_mostBytes;
    int m_written = 0; ///< since the last trim
};

} // namespace prolap::library
