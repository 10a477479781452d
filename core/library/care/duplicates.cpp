#include "core/library/care/duplicates.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>

#include "core/index/kernels.h"
#include "db/care_queries.h"
#include "db/half.h"
#include "db/vector_table.h"

namespace prolap::library {

namespace {

constexpr std::size_t kLanes = 32; ///< what core/index pads rows to

struct Candidate {
    std::size_t at; ///< among all heard clips
    double seconds;
    std::vector<std::uint16_t> halves;
    std::vector<float> values;
};

/// Clips that belong together, by joining pairs.
class Groups {
public:
    explicit Groups(std::size_t size) : m_parent(size), m_lowest(size, 1)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0u);
    }

    std::size_t of(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b, double similarity)
    {
        a = of(a);
        b = of(b);
        const double lowest = std::min({m_lowest[a], m_lowest[b], similarity});
        if (a != b) {
            m_parent[std::max(a, b)] = std::min(a, b);
            m_lowest[std::min(a, b)] = lowest;
        }
    }
    double lowest(std::size_t i) { return m_lowest[of(i)]; }

private:
    std::vector<std::size_t> m_parent;
    std::vector<double> m_lowest;
};

std::optional<Candidate> candidate(db::VectorTable& vectors, EmbeddingSetId set, const db::HeardClip& clip,
                                   std::size_t at)
{
    std::optional<db::GaussianOut> gaussian = vectors.aggregate(set, clip.clip);
    if (!gaussian)
        return std::nullopt;
    std::vector<float>& mean = gaussian->mean;
    double squares = 0;
    for (const float value : mean)
        squares += double(value) * value;
    if (!(squares > 0) || !std::isfinite(squares))
        return std::nullopt;
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (float& value : mean)
        value *= scale;
    mean.resize((mean.size() + kLanes - 1) / kLanes * kLanes, 0.0f);
    Candidate made{at, clip.seconds, std::vector<std::uint16_t>(mean.size()), std::move(mean)};
    db::toHalf(made.values, made.halves);
    return made;
}

} // namespace

DuplicateReport findDuplicates(const Path& catalogue, const std::string& modelId, const DuplicateOptions& options,
                               std::stop_token stop, const ProgressFn& progress)
{
    db::Catalogue opened(catalogue);
    DuplicateReport report;
    const std::vector<db::HeardClip> heard = db::heardClips(opened); // by id
    std::map<std::string, std::vector<std::size_t>> byHash;
    for (std::size_t i = 0; i < heard.size(); ++i)
        byHash[heard[i].contentHash].push_back(i);
    std::vector<std::size_t> distinct; // one of each content
    for (const auto& [hash, same] : byHash) {
        distinct.push_back(same.front());
        if (same.size() < 2)
            continue;
        DuplicateGroup group;
        for (const std::size_t i : same)
            group.clips.push_back(heard[i].clip);
        report.spareClips += static_cast<std::int64_t>(same.size()) - 1;
        report.spareBytes += heard[same.front()].size * (static_cast<std::int64_t>(same.size()) - 1);
        report.groups.push_back(std::move(group));
    }
    std::sort(report.groups.begin(), report.groups.end(),
              [](const DuplicateGroup& a, const DuplicateGroup& b) { return a.clips < b.clips; });
    db::VectorTable vectors(opened);
    const auto set = modelId.empty() ? std::nullopt : vectors.findSet(modelId);
    if (!options.similar || !set)
        return report;

    // By length, so that only neighbours are compared; the window of neighbours alone is held in memory.
    std::sort(distinct.begin(), distinct.end(), [&](std::size_t a, std::size_t b) {
        return heard[a].seconds != heard[b].seconds ? heard[a].seconds < heard[b].seconds : a < b;
    });
    Groups groups(heard.size());
    std::deque<Candidate> window;
    ProgressThrottle throttle;
    const index::Kernels& kernels = index::kernels();
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        if (stop.stop_requested()) {
            report.outcome = Outcome::Cancelled;
            return report;
        }
        if (progress && throttle.due())
            progress({static_cast<std::int64_t>(i), static_cast<std::int64_t>(distinct.size()), {}, -1});
        std::optional<Candidate> clip = candidate(vectors, set->id, heard[distinct[i]], distinct[i]);
        if (!clip)
            continue;
        const double shortest = clip->seconds * (1 - options.maxLengthDifference);
        while (!window.empty() && window.front().seconds < shortest)
            window.pop_front();
        for (const Candidate& other : window) {
            if (other.values.size() != clip->values.size())
                continue;
            const double cosine = kernels.halfProduct(other.halves.data(), clip->values.data(), clip->values.size());
            if (cosine >= options.minSimilarity)
                groups.join(other.at, clip->at, std::min(1.0, cosine));
        }
        window.push_back(std::move(*clip));
    }
    std::map<std::size_t, DuplicateGroup> alike;
    for (const std::size_t i : distinct)
        alike[groups.of(i)].clips.push_back(heard[i].clip);
    std::vector<DuplicateGroup> found;
    for (auto& [first, group] : alike) {
        if (group.clips.size() < 2)
            continue;
        group.identical = false;
        group.similarity = groups.lowest(first);
        std::sort(group.clips.begin(), group.clips.end());
        found.push_back(std::move(group));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const DuplicateGroup& a, const DuplicateGroup& b) { return a.similarity > b.similarity; });
    std::move(found.begin(), found.end(), std::back_inserter(report.groups));
    return report;
}

} // namespace prolap::library
