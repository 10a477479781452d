#include "core/library/traversal/vocabulary_clips.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "core/error.h"
#include "core/index/kernels.h"
#include "core/library/ranking.h"
#include "core/traversal/pair_inclusion.h"
#include "db/vector_table.h"

namespace prolap::library {

namespace {

/// The Gaussians of clips, each read once.
class ClipGaussians {
public:
    ClipGaussians(db::Catalogue& catalogue, EmbeddingSetId set) : m_table(catalogue), m_set(set) {}

    const db::GaussianOut* of(ClipId clip)
    {
        const auto [at, isNew] = m_known.emplace(clip, std::nullopt);
        if (isNew)
            at->second = m_table.aggregate(m_set, clip);
        return at->second ? &*at->second : nullptr;
    }

private:
    db::VectorTable m_table;
    EmbeddingSetId m_set;
    std::unordered_map<ClipId, std::optional<db::GaussianOut>> m_known;
};

} // namespace

std::optional<std::vector<CaptionClips>> clipsOfCaptions(const CaptionGaussians& captions, std::size_t count,
                                                         const SearchableVectors& clips, const model::ModelInfo& model,
                                                         db::Catalogue& catalogue, std::stop_token stop,
                                                         const ProgressFn& progress)
{
    if (!model.calibrated)
        throw Error(ErrorKind::Unsupported, fmt::format("{} is not calibrated, so it cannot say which clips a caption "
                                                        "describes: choose a model that is.",
                                                        model.name));
    std::vector<CaptionClips> all(count);
    if (!clips.set)
        return all;
    ClipGaussians gaussians(catalogue, *clips.set);
    const index::MatrixView& matrix = clips.matrix;
    const std::size_t stride = matrix.layout().stride;
    const auto product = index::kernels().halfProduct;
    std::vector<float> best(clips.clips->groupCount());
    ProgressThrottle throttle;
    for (std::size_t c = 0; c < count; ++c) {
        if (stop.stop_requested())
            return std::nullopt;
        if (progress && throttle.due())
            progress({static_cast<std::int64_t>(c), static_cast<std::int64_t>(count), captions.texts[c]});
        std::vector<float> query = captions.mean(c);
        const std::vector<float> mean = query, logVar = captions.logVar(c);
        query.resize(stride);
        std::ranges::fill(best, -std::numeric_limits<float>::infinity());
        for (std::size_t row = 0; row < matrix.size(); ++row) {
            const float s = static_cast<float>(product(matrix.halves(row), query.data(), stride)) + matrix.bias(row);
            float& ofClip = best[clips.clips->groupOfRow(row)];
            ofClip = std::max(ofClip, s);
        }
        for (std::uint32_t group = 0; group < best.size(); ++group) {
            const double probability = matchProbability(model, static_cast<double>(best[group]));
            if (probability < model.credibleProbability)
                continue;
            const ClipId clip = clips.clips->clip(group);
            if (captions.probabilistic()) {
                const db::GaussianOut* own = gaussians.of(clip);
                if (!own || own->logVar.empty() ||
                    traversal::inclusionOf({own->mean, own->logVar}, {mean, logVar}) <= 0)
                    continue;
            }
            all[c].clips.push_back({clip, best[group], static_cast<float>(probability)});
        }
        all[c].total = all[c].clips.size();
        std::ranges::stable_sort(all[c].clips, std::ranges::greater{}, &IncludedClip::similarity);
        if (all[c].clips.size() > kMostIncluded)
            all[c].clips.resize(kMostIncluded);
    }
    if (progress)
        progress({static_cast<std::int64_t>(count), static_cast<std::int64_t>(count), {}});
    return all;
}

} // namespace prolap::library
