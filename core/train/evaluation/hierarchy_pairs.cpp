#include "core/train/evaluation/hierarchy_pairs.h"

#include <functional>
#include <optional>
#include <random>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace prolap::train {

namespace {

constexpr int kDraws = 64; // by lot, before all that may be drawn are listed

using Ids = std::vector<std::int64_t>;

Ids listed(const torch::Tensor& values)
{
    const torch::Tensor flat = values.to(torch::kInt64).contiguous();
    return {flat.const_data_ptr<std::int64_t>(), flat.const_data_ptr<std::int64_t>() + flat.numel()};
}

torch::Tensor tensorOf(const Ids& ids)
{
    return torch::tensor(ids, torch::kInt64);
}

/// What is known of which caption is true of which clip.
class Truth {
public:
    explicit Truth(const RetrievalTask& task)
        : m_levels(task.captionIds.size(1)), m_ids(listed(task.captionIds)), m_labels(listed(task.labels))
    {
        for (std::int64_t clip = 0; clip < clips(); ++clip) {
            for (std::int64_t level = 0; level < m_levels; ++level) {
                const std::int64_t caption = idOf(clip, level);
                if (caption < 0)
                    continue;
                m_clipsOf[caption].insert(clip);
                if (labelOf(clip) >= 0)
                    m_labelsOf[caption].insert(labelOf(clip));
            }
        }
    }

    std::int64_t clips() const { return static_cast<std::int64_t>(m_labels.size()); }
    std::int64_t levels() const { return m_levels; }
    std::int64_t idOf(std::int64_t clip, std::int64_t level) const
    {
        return m_ids[static_cast<std::size_t>(clip * m_levels + level)];
    }

    bool holds(std::int64_t caption, std::int64_t clip) const
    {
        const auto labels = m_labelsOf.find(caption);
        return m_clipsOf.at(caption).contains(clip) ||
               (labels != m_labelsOf.end() && labels->second.contains(labelOf(clip)));
    }

    /// Whether `general` is true of a clip that carries `specific`.
    bool related(std::int64_t general, std::int64_t specific) const
    {
        for (const std::int64_t clip : m_clipsOf.at(specific)) {
            if (holds(general, clip))
                return true;
        }
        return false;
    }

private:
    std::int64_t labelOf(std::int64_t clip) const { return m_labels[static_cast<std::size_t>(clip)]; }

    std::int64_t m_levels;
    Ids m_ids, m_labels;
    std::unordered_map<std::int64_t, std::unordered_set<std::int64_t>> m_clipsOf, m_labelsOf;
};

/// One of the candidates that may be taken, each as likely as the others; the same on every machine.
std::optional<std::int64_t> drawn(const Ids& candidates, const std::function<bool(std::int64_t)>& allowed,
                                  std::mt19937_64& random)
{
    for (int draw = 0; draw < kDraws; ++draw) {
        const std::int64_t candidate = candidates[random() % candidates.size()];
        if (allowed(candidate))
            return candidate;
    }
    Ids left;
    for (const std::int64_t candidate : candidates) {
        if (allowed(candidate))
            left.push_back(candidate);
    }
    return left.empty() ? std::nullopt : std::optional(left[random() % left.size()]);
}

HierarchyPairs pairsOf(std::string name, const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs,
                       const Ids& candidates,
                       const std::function<bool(std::int64_t inner, std::int64_t outer)>& allowed,
                       std::mt19937_64& random)
{
    Ids inner, outer, shuffledInner, shuffledOuter;
    for (const auto& [in, out] : pairs) {
        inner.push_back(in);
        outer.push_back(out);
        const auto other = drawn(
            candidates, [&, out = out](std::int64_t id) { return allowed(id, out); }, random);
        if (!other)
            continue;
        shuffledInner.push_back(*other);
        shuffledOuter.push_back(out);
    }
    return {std::move(name), tensorOf(inner), tensorOf(outer), tensorOf(shuffledInner), tensorOf(shuffledOuter)};
}

Ids clipsOf(const torch::Tensor& mask)
{
    return listed(mask.nonzero().squeeze(1));
}

} // namespace

std::vector<HierarchyPairs> audioPairs(const RetrievalTask& task, const torch::Tensor& mask, std::uint64_t seed)
{
    const Truth truth(task);
    std::mt19937_64 random(seed);
    const Ids everyClip = listed(torch::arange(truth.clips()));
    std::vector<HierarchyPairs> all;
    for (std::int64_t level = 0; level < truth.levels(); ++level) {
        std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
        for (const std::int64_t clip : clipsOf(mask)) {
            if (truth.idOf(clip, level) >= 0)
                pairs.emplace_back(clip, truth.idOf(clip, level));
        }
        if (!pairs.empty())
            all.push_back(pairsOf(
                fmt::format("audio_level{}", level + 1), pairs, everyClip,
                [&](std::int64_t clip, std::int64_t caption) { return !truth.holds(caption, clip); }, random));
    }
    return all;
}

std::vector<HierarchyPairs> levelPairs(const RetrievalTask& task, const torch::Tensor& mask, std::uint64_t seed)
{
    const Truth truth(task);
    std::mt19937_64 random(seed);
    std::vector<HierarchyPairs> all;
    for (std::int64_t level = 0; level + 1 < truth.levels(); ++level) {
        std::unordered_set<std::int64_t> known;
        Ids specific; // all distinct captions of level k + 1, of every clip
        for (std::int64_t clip = 0; clip < truth.clips(); ++clip) {
            const std::int64_t caption = truth.idOf(clip, level + 1);
            if (caption >= 0 && known.insert(caption).second)
                specific.push_back(caption);
        }
        std::unordered_map<std::int64_t, std::unordered_set<std::int64_t>> paired;
        std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
        for (const std::int64_t clip : clipsOf(mask)) {
            const std::int64_t inner = truth.idOf(clip, level + 1), outer = truth.idOf(clip, level);
            if (inner >= 0 && outer >= 0 && inner != outer && paired[inner].insert(outer).second)
                pairs.emplace_back(inner, outer);
        }
        if (!pairs.empty())
            all.push_back(pairsOf(
                fmt::format("level{}_level{}", level + 2, level + 1), pairs, specific,
                [&](std::int64_t inner, std::int64_t outer) { return inner != outer && !truth.related(outer, inner); },
                random));
    }
    return all;
}

} // namespace prolap::train
