#include "core/train/data/piece_source.h"

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/train/augment/uniform.h"
#include "core/train/features.h"

namespace prolap::train {

std::string frontEndId(const model::ProlapModel& model, int maxWindows)
{
    model::PackConfig audioOnly;
    audioOnly.audio = model.config.audio;
    ContentHash hash;
    hash.add(audioOnly.toJson().dump());
    hash.add(fmt::format(" windows {}", maxWindows));
    for (const auto& buffer : model.audioEncoder->named_buffers()) {
        // A filter bank that came with a checkpoint is part of the front end, not of what learns.
        if (!buffer.key().ends_with("mel_weight"))
            continue;
        const torch::Tensor values = buffer.value().cpu().contiguous();
        hash.add(std::span(static_cast<const std::byte*>(values.const_data_ptr()), values.nbytes()));
    }
    return hash.hex().substr(0, 32);
}

PieceSource::PieceSource(const model::ProlapModel& model, int maxWindows, const Path& cacheDir,
                         std::uint64_t cacheBytes)
    : m_model(model), m_maxWindows(maxWindows), m_cache(cacheDir, frontEndId(model, maxWindows), cacheBytes)
{
}

ClipPieces PieceSource::windows(const Path& file)
{
    std::string& sha256 = m_hashes[file];
    if (sha256.empty())
        sha256 = fileSha256(file);
    if (auto known = m_cache.find(sha256))
        return std::move(*known);
    ClipPieces clip;
    std::vector<torch::Tensor> pieces;
    for (std::vector<float>& window :
         clipWindows(file, m_model.audioEncoder->sampleRate(), m_model.config.audio.windowSeconds, m_maxWindows, {})) {
        const auto samples =
            torch::from_blob(window.data(), {static_cast<std::int64_t>(window.size())}, torch::kFloat32);
        pieces.push_back(m_model.audioEncoder->prepare(samples));
        clip.counts.push_back(pieces.back().size(0));
    }
    clip.pieces = torch::cat(pieces);
    m_cache.put(sha256, clip);
    return clip;
}

torch::Tensor PieceSource::drawnWindow(const Path& file, std::mt19937_64& random)
{
    const ClipPieces clip = windows(file);
    const auto drawn = uniformIndex(random, static_cast<std::int64_t>(clip.counts.size()));
    return clip.pieces.split_with_sizes(clip.counts)[static_cast<std::size_t>(drawn)];
}

} // namespace prolap::train
