#include "core/library/spectrogram_tile.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "core/atomic_file.h"
#include "core/audio/spectrogram.h"
#include "core/content_hash.h"
#include "core/error.h"

namespace prolap::library {

namespace {

constexpr float kRangeDb = 90;
constexpr int kTrimEvery = 256; ///< tiles written between two looks at the folder
constexpr std::size_t kTileBytes = SpectrogramTile::kColumns * SpectrogramTile::kRows;

} // namespace

TileCache::TileCache(Path folder, std::int64_t mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

Path TileCache::fileOf(const TileSource& source) const
{
    const std::string key = fmt::format("1 {} {} {:.3f} {:.3f} {}", source.sizeBytes, source.modifiedMs, source.start,
                                        source.end, source.file.native());
    ContentHash hash;
    hash.add(key);
    const std::string name = hash.hex();
    return m_folder / name.substr(0, 2) / (name.substr(2, 38) + ".tile");
}

std::optional<SpectrogramTile> TileCache::tile(const TileSource& source, const std::stop_token& stop)
{
    const Path file = fileOf(source);
    SpectrogramTile tile;
    tile.levels.assign(kTileBytes, 0);
    std::error_code ignored;
    if (std::ifstream in(file, std::ios::binary); in) {
        in.read(reinterpret_cast<char*>(tile.levels.data()), static_cast<std::streamsize>(kTileBytes));
        if (in.gcount() == static_cast<std::streamsize>(kTileBytes) && in.peek() == std::ifstream::traits_type::eof()) {
            std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now(), ignored);
            return tile;
        }
    }
    audio::SpectrogramOptions options;
    options.start = source.start;
    options.end = source.end;
    options.columns = SpectrogramTile::kColumns;
    options.rows = SpectrogramTile::kRows;
    const int rate = audio::readSpectrogram(
        source.file, options,
        [&](std::size_t first, std::span<const float> levels) {
            std::ranges::transform(levels,
                                   tile.levels.begin() + static_cast<std::ptrdiff_t>(first * SpectrogramTile::kRows),
                                   [](float db) {
                                       return static_cast<std::uint8_t>(
                                           std::lround(std::clamp((db + kRangeDb) / kRangeDb, 0.0f, 1.0f) * 255));
                                   });
        },
        stop);
    if (rate == 0)
        return std::nullopt;
    try {
        std::filesystem::create_directories(file.parent_path());
        AtomicFile out(file, AtomicFile::Safety::Name);
        out.write(std::as_bytes(std::span(tile.levels)));
        out.commit();
        if (++m_written >= kTrimEvery)
            trim();
    } catch (const std::exception&) { // a full or a read-only disk: a cache is no reason to stop
    }
    return tile;
}

void TileCache::trim()
{
    m_written = 0;
    struct Kept {
        std::filesystem::file_time_type used;
        std::int64_t bytes;
        Path file;
    };
    std::vector<Kept> all;
    std::int64_t bytes = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder, ignored))
        if (entry.is_regular_file(ignored)) {
            all.push_back(
                {entry.last_write_time(ignored), static_cast<std::int64_t>(entry.file_size(ignored)), entry.path()});
            bytes += all.back().bytes;
        }
    if (bytes <= m_mostBytes)
        return;
    std::ranges::sort(all, {}, &Kept::used);
    for (const Kept& kept : all) {
        if (bytes <= m_mostBytes / 10 * 9)
            break;
        std::filesystem::remove(kept.file, ignored);
        bytes -= kept.bytes;
    }
}

} // namespace prolap::library
