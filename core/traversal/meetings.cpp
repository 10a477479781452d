#include "core/traversal/meetings.h"

#include <algorithm>
#include <future>
#include <unordered_set>

namespace prolap::traversal {

namespace {

constexpr std::size_t kWorthAThread = 400'000; ///< scores

/// The best few, best first; at most one of a group.
class Best {
public:
    explicit Best(std::size_t most) : m_most(most) { m_best.reserve(most + 1); }

    float least() const
    {
        return m_best.size() < m_most ? -std::numeric_limits<float>::infinity() : m_best.back().met.score;
    }
    /// Only for scores above least().
    void take(const Met& met, std::uint32_t group)
    {
        const auto same = group == kNoGroup ? m_best.end() : std::ranges::find(m_best, group, &OfGroup::group);
        if (same != m_best.end()) {
            if (same->met.score >= met.score)
                return;
            m_best.erase(same);
        } else if (m_best.size() == m_most) {
            m_best.pop_back();
        }
        const auto before =
            std::ranges::find_if(m_best, [&](const OfGroup& each) { return each.met.score < met.score; });
        m_best.insert(before, {met, group});
    }
    std::vector<Met> all() const
    {
        std::vector<Met> mets;
        for (const OfGroup& each : m_best)
            mets.push_back(each.met);
        return mets;
    }

private:
    struct OfGroup {
        Met met;
        std::uint32_t group;
    };
    std::size_t m_most;
    std::vector<OfGroup> m_best;
};

std::vector<Met> atPoint(const PathWeights& point, const EndProducts& candidates, std::size_t most)
{
    const auto a = static_cast<float>(point.a), b = static_cast<float>(point.b);
    Best best(most);
    float least = best.least();
    for (std::size_t i = 0; i < candidates.bias.size(); ++i) {
        const float score = a * candidates.withStart[i] + b * candidates.withRoot[i] + candidates.bias[i];
        if (score <= least)
            continue;
        const std::uint32_t group = candidates.groupOf ? candidates.groupOf(i) : kNoGroup;
        if (group != kNoGroup && group == candidates.leftOut)
            continue;
        best.take({i, score}, group);
        least = best.least();
    }
    return best.all();
}

template <typename At>
Meetings atEach(std::size_t points, std::size_t candidates, const std::stop_token& stop, const At& at)
{
    Meetings meetings(points);
    const auto some = [&](std::size_t from, std::size_t to) {
        for (std::size_t p = from; p < to && !stop.stop_requested(); ++p)
            meetings[p] = at(p);
    };
    if (points * candidates < kWorthAThread) {
        some(0, points);
    } else {
        auto second = std::async(std::launch::async, [&] { some(points / 2, points); });
        some(0, points / 2);
        second.get();
    }
    if (stop.stop_requested())
        meetings.clear();
    return meetings;
}

} // namespace

Meetings alongLine(std::span<const PathWeights> points, const EndProducts& candidates, std::size_t most,
                   const std::stop_token& stop)
{
    return atEach(points.size(), candidates.bias.size(), stop,
                  [&](std::size_t p) { return atPoint(points[p], candidates, most); });
}

Meetings alongClimb(std::span<const double> levels, std::span<const float> scores,
                    std::span<const float> logUncertainty, double width, std::size_t most, const std::stop_token& stop)
{
    return atEach(levels.size(), scores.size(), stop, [&](std::size_t p) {
        std::vector<Met> mets;
        for (const std::size_t candidate : bestWithin(scores, logUncertainty, levels[p], width, most))
            mets.push_back({candidate, scores[candidate]});
        return mets;
    });
}

std::vector<std::size_t> distinctInOrder(const Meetings& meetings)
{
    std::vector<std::size_t> met;
    std::unordered_set<std::size_t> seen;
    for (const std::vector<Met>& at : meetings)
        if (!at.empty() && seen.insert(at.front().candidate).second)
            met.push_back(at.front().candidate);
    return met;
}

} // namespace prolap::traversal
