#include "core/train/mixture_plan.h"

#include <cstdlib>
#include <random>
#include <vector>

#include "core/prolap/targets.h"
#include "core/train/augment/mixed_caption.h"
#include "core/train/augment/uniform.h"
#include "core/train/dataset.h"

namespace prolap::train {

namespace {

/// One of the captions of equal rank of a clip at a level; -1 where it has none.
std::int64_t drawnCaption(const torch::TensorAccessor<std::int64_t, 3>& alternatives, std::int64_t clip,
                          std::int64_t level, std::mt19937_64& random)
{
    std::int64_t count = 0;
    while (count < alternatives.size(2) && alternatives[clip][level][count] >= 0)
        ++count;
    return count == 0 ? -1 : alternatives[clip][level][uniformIndex(random, count)];
}

/// The level nearest to the wanted one at which a clip has a caption, the more specific one of two; -1 without any.
std::int64_t nearestLevel(const torch::TensorAccessor<std::int64_t, 3>& alternatives, std::int64_t clip,
                          std::int64_t wanted)
{
    std::int64_t nearest = -1;
    for (std::int64_t level = 0; level < alternatives.size(1); ++level) {
        if (alternatives[clip][level][0] >= 0 &&
            (nearest < 0 || std::abs(level - wanted) <= std::abs(nearest - wanted)))
            nearest = level;
    }
    return nearest;
}

/// The rows of `plan` [N, K, L] that belong to pairs, [M, L].
torch::Tensor ofPairs(const torch::Tensor& plan, const MixedPairs& pairs)
{
    return plan.index({pairs.first, pairs.draws});
}

} // namespace

MixedPairs MixturePlan::drawnPairs(const torch::Tensor& clips) const
{
    MixedPairs pairs;
    pairs.first = clips;
    pairs.draws = torch::randint(partners.size(1), {clips.numel()}, torch::kInt64);
    pairs.second = partners.index({clips, pairs.draws});
    return pairs;
}

std::string MixturePlan::caption(const Dataset& dataset, std::int64_t clip, std::int64_t draw, std::int64_t level) const
{
    const auto text = [&](const torch::Tensor& ids) {
        return dataset.captions.at(static_cast<std::size_t>(ids[clip][draw][level].item<std::int64_t>()));
    };
    std::mt19937_64 random(static_cast<std::uint64_t>(seeds[clip][draw].item<std::int64_t>() + level));
    return mixedCaption(text(firstCaptions), text(secondCaptions), random);
}

MixturePlan plannedMixtures(const Dataset& dataset, int draws, std::uint64_t seed)
{
    const auto clips = static_cast<std::int64_t>(dataset.rows.size());
    const std::int64_t levels = dataset.alternatives.size(1), training = dataset.training.numel();
    const auto nothing = [](torch::IntArrayRef sizes) { return torch::full(sizes, -1, torch::kInt64); };
    MixturePlan plan;
    plan.partners = nothing({clips, draws});
    plan.seeds = nothing({clips, draws});
    plan.firstCaptions = nothing({clips, draws, levels});
    plan.secondCaptions = nothing({clips, draws, levels});
    plan.secondLevels = nothing({clips, draws, levels});
    const auto rows = dataset.training.accessor<std::int64_t, 1>();
    const auto alternatives = dataset.alternatives.accessor<std::int64_t, 3>();
    auto partners = plan.partners.accessor<std::int64_t, 2>();
    auto seeds = plan.seeds.accessor<std::int64_t, 2>();
    auto first = plan.firstCaptions.accessor<std::int64_t, 3>();
    auto second = plan.secondCaptions.accessor<std::int64_t, 3>();
    auto secondLevels = plan.secondLevels.accessor<std::int64_t, 3>();
    std::mt19937_64 random(seed);
    for (std::int64_t i = 0; i < training; ++i) {
        for (std::int64_t draw = 0; draw < draws; ++draw) {
            const std::int64_t clip = rows[i];
            const std::int64_t partner = rows[(i + 1 + uniformIndex(random, training - 1)) % training];
            partners[clip][draw] = partner;
            seeds[clip][draw] = uniformIndex(random, std::int64_t{1} << 62);
            for (std::int64_t level = 0; level < levels; ++level) {
                first[clip][draw][level] = drawnCaption(alternatives, clip, level, random);
                const std::int64_t beside = nearestLevel(alternatives, partner, level);
                if (beside < 0)
                    continue;
                secondLevels[clip][draw][level] = beside;
                second[clip][draw][level] = drawnCaption(alternatives, partner, beside, random);
            }
        }
    }
    return plan;
}

torch::Tensor mixtureTargets(const Dataset& dataset, const MixedPairs& pairs, const torch::Tensor& levels,
                             bool labelAware)
{
    const std::int64_t count = pairs.count();
    const torch::Tensor own = oneToOneTargets(count);
    if (!labelAware)
        return own;
    const MixturePlan& plan = dataset.mixtures;
    const torch::Tensor column = levels.unsqueeze(1);
    const torch::Tensor secondLevels = ofPairs(plan.secondLevels, pairs).gather(1, column);
    // The partner's captions as the data have them, but for the one that is shown.
    const torch::Tensor secondIds =
        dataset.captionIds.index_select(0, pairs.second)
            .scatter(1, secondLevels, ofPairs(plan.secondCaptions, pairs).gather(1, column));
    const torch::Tensor clips = torch::cat({pairs.first, pairs.second});
    const torch::Tensor isTrue =
        labelAwareTargets(torch::cat({ofPairs(plan.firstCaptions, pairs), secondIds}),
                          torch::cat({levels, secondLevels.squeeze(1)}), dataset.labels.index_select(0, clips));
    const auto part = [&](std::int64_t clip, std::int64_t caption) {
        return isTrue.slice(0, clip * count, (clip + 1) * count).slice(1, caption * count, (caption + 1) * count);
    };
    return own | (part(0, 0) & part(1, 1)) | (part(0, 1) & part(1, 0));
}

} // namespace prolap::train
