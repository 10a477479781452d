#include "core/train/data/mel_cache.h"

#include <cstring>
#include <numeric>

#include "core/content_hash.h"
#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/train/data/cache_folder.h"

namespace prolap::train {

namespace {

constexpr const char* kSum = "sha256";

std::string sumOf(std::span<const std::byte> counts, std::span<const std::byte> pieces)
{
    ContentHash hash;
    hash.add(counts);
    hash.add(pieces);
    return hash.hex();
}

/// None unless all is as put() wrote it.
std::optional<ClipPieces> readPieces(const Path& file)
{
    const checkpoint::TensorSet set = checkpoint::readSafetensors(file);
    const checkpoint::TensorView* counts = set.find("counts");
    const checkpoint::TensorView* pieces = set.find("pieces");
    const auto sum = set.metadata().find(kSum);
    if (!counts || !pieces || sum == set.metadata().end() || counts->dtype != checkpoint::DType::I64 ||
        pieces->dtype != checkpoint::DType::F16 || pieces->shape.size() < 3 ||
        sum->second != sumOf(counts->bytes, pieces->bytes))
        return std::nullopt;
    ClipPieces clip;
    clip.counts.resize(counts->count());
    std::memcpy(clip.counts.data(), counts->bytes.data(), counts->bytes.size());
    if (std::accumulate(clip.counts.begin(), clip.counts.end(), std::int64_t(0)) != pieces->shape[0])
        return std::nullopt;
    torch::Tensor half = torch::empty(pieces->shape, torch::kHalf);
    std::memcpy(half.data_ptr(), pieces->bytes.data(), pieces->bytes.size());
    clip.pieces = half.to(torch::kFloat32);
    return clip;
}

} // namespace

MelCache::MelCache(Path folder, const std::string& frontEnd, std::uint64_t limit)
    : m_root(std::move(folder)), m_folder(m_root / ("mel-" + frontEnd)), m_limit(limit)
{
    m_total = trimCacheFolder(m_root, m_limit);
}

Path MelCache::fileOf(const std::string& sha256) const
{
    return m_folder / sha256.substr(0, 2) / (sha256 + ".safetensors");
}

std::optional<ClipPieces> MelCache::find(const std::string& sha256) const
{
    const Path file = fileOf(sha256);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::nullopt;
    try {
        auto clip = readPieces(file);
        if (clip)
            markUsed(file);
        return clip;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void MelCache::put(const std::string& sha256, ClipPieces& clip)
{
    const torch::Tensor half = clip.pieces.to(torch::kHalf).contiguous();
    clip.pieces = half.to(torch::kFloat32);
    if (half.nbytes() > m_limit)
        return;
    const std::span pieceBytes(static_cast<const std::byte*>(half.const_data_ptr()), half.nbytes());
    const std::span countBytes = std::as_bytes(std::span(clip.counts));
    const std::vector<checkpoint::TensorView> tensors{
        {"counts", checkpoint::DType::I64, {static_cast<std::int64_t>(clip.counts.size())}, countBytes},
        {"pieces", checkpoint::DType::F16, half.sizes().vec(), pieceBytes}};
    const Path file = fileOf(sha256);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    try {
        checkpoint::writeSafetensors(file, tensors, {{kSum, sumOf(countBytes, pieceBytes)}});
    } catch (const Error&) {
        return;
    }
    const std::uintmax_t bytes = std::filesystem::file_size(file, error);
    m_total += error ? 0 : bytes;
    // Some room at once, so that not every file that comes makes one go.
    if (m_total > m_limit)
        m_total = trimCacheFolder(m_root, m_limit - m_limit / 10);
}

} // namespace prolap::train
