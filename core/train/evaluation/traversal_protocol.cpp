#include "core/train/evaluation/traversal_protocol.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/prolap/similarity.h"
#include "core/prolap/traversal.h"

namespace prolap::train {

namespace {

constexpr TraversalRoot kRoots[] = {TraversalRoot::Empty, TraversalRoot::Inclusive, TraversalRoot::Masked,
                                    TraversalRoot::Centroid};

/// What one clip's traversal met.
struct Met {
    std::int64_t clip = 0;
    std::vector<std::int64_t> captions;
};

/// The clips that can be asked, and what all their traversals share.
class Traversals {
public:
    explicit Traversals(const EmbeddedSplit& split)
        : m_split(split), m_u(uncertainty(split.task.captions)), m_ids(split.task.captionIds.contiguous())
    {
        for (std::int64_t clip = 0; clip < m_ids.size(0); ++clip) {
            if (levelsOf(clip) >= 2)
                m_clips.push_back(clip);
        }
        if (m_clips.empty())
            throw Error(ErrorKind::BadInput,
                        "No clip has captions at two levels: traversal needs a manifest with the columns caption1 "
                        "(general) to captionN (specific)");
        m_scores = similarityMatrix(split.task.clips, split.task.captions);
        m_start = m_scores.argmax(1);
    }

    std::int64_t clips() const { return static_cast<std::int64_t>(m_clips.size()); }
    std::int64_t levels() const { return m_ids.size(1); }
    std::int64_t candidates() const { return m_u.numel(); }
    std::int64_t idOf(std::int64_t clip, std::int64_t level) const
    {
        return m_ids.const_data_ptr<std::int64_t>()[clip * levels() + level];
    }

    std::vector<Met> follow(const TraversalSetting& setting)
    {
        std::vector<Met> all;
        if (setting.path == TraversalPath::Climb) {
            requireVariances(m_split, "the climb");
            const torch::Tensor logU = m_u.log();
            for (const std::int64_t clip : m_clips)
                all.push_back(
                    {clip, distinctInOrder(prolap::climb(m_scores[clip], logU, m_start[clip].item<std::int64_t>(),
                                                         {setting.points, setting.width}))});
            return all;
        }
        const torch::Tensor& means = m_split.task.captions.mean;
        const torch::Tensor roots = rootsOf(setting.root);
        for (const std::int64_t clip : m_clips) {
            const torch::Tensor start = means[m_start[clip].item<std::int64_t>()];
            const torch::Tensor root = roots.size(0) == 1 ? roots[0] : roots[clip];
            all.push_back(
                {clip, distinctInOrder(nearestCandidates(traversalPoints(start, root, setting.points), means, m_u))});
        }
        return all;
    }

private:
    std::size_t levelsOf(std::int64_t clip) const
    {
        std::size_t count = 0;
        for (std::int64_t level = 0; level < levels(); ++level)
            count += idOf(clip, level) >= 0;
        return count;
    }

    /// [1, D] for all clips, or [N, D].
    torch::Tensor rootsOf(TraversalRoot root)
    {
        switch (root) {
        case TraversalRoot::Empty:
            return m_split.empty.mean;
        case TraversalRoot::Inclusive:
            requireVariances(m_split, "the root inclusive");
            return m_split.task.captions.mean.index_select(0, mostInclusive(m_split.task.clips, m_split.task.captions));
        case TraversalRoot::Masked:
            if (!m_split.masked)
                throw Error(ErrorKind::Unsupported,
                            fmt::format("The tokenizer of {} has no mask token, which the root masked needs: take "
                                        "another root",
                                        m_split.model.name));
            return m_split.masked->mean;
        case TraversalRoot::Centroid:
            return centroid(m_split.task.clips.mean).unsqueeze(0);
        }
        return {};
    }

    const EmbeddedSplit& m_split;
    torch::Tensor m_u; ///< [C]
    torch::Tensor m_ids;
    std::vector<std::int64_t> m_clips;
    torch::Tensor m_scores; ///< [N, C]
    torch::Tensor m_start;  ///< int64 [N]
};

/// Averages over the clips of the mask. Empty where there are none.
Figures figuresOf(const std::vector<Met>& all, const Traversals& traversals, const torch::Tensor& mask)
{
    const auto levels = static_cast<std::size_t>(traversals.levels());
    const auto candidates = static_cast<double>(traversals.candidates());
    double clips = 0, precision = 0, recall = 0, own = 0, met = 0;
    std::vector<double> hits(levels), having(levels), metOf(levels);
    for (const Met& one : all) {
        if (!mask[one.clip].item<bool>())
            continue;
        const std::set<std::int64_t> found(one.captions.begin(), one.captions.end());
        std::set<std::int64_t> wanted;
        for (std::size_t level = 0; level < levels; ++level) {
            const std::int64_t id = traversals.idOf(one.clip, static_cast<std::int64_t>(level));
            if (id < 0)
                continue;
            wanted.insert(id);
            having[level] += 1;
            metOf[level] += static_cast<double>(found.size());
            hits[level] += found.contains(id);
        }
        const auto right =
            static_cast<double>(std::ranges::count_if(wanted, [&](auto id) { return found.contains(id); }));
        clips += 1;
        precision += right / static_cast<double>(found.size());
        recall += right / static_cast<double>(wanted.size());
        own += static_cast<double>(wanted.size());
        met += static_cast<double>(found.size());
    }
    Figures figures;
    if (clips == 0)
        return figures;
    figures.metrics = {{"precision", precision / clips}, {"recall", recall / clips}, {"captions_met", met / clips}};
    figures.chance = {{"precision", own / clips / candidates}, {"recall", met / clips / candidates}};
    for (std::size_t level = 0; level < levels; ++level) {
        if (having[level] == 0)
            continue;
        const std::string name = fmt::format("recall_level{}", level + 1);
        figures.metrics[name] = hits[level] / having[level];
        figures.chance[name] = metOf[level] / having[level] / candidates;
    }
    return figures;
}

/// A traversal's figures under the name of its way.
struct Way {
    std::string name;
    Figures figures;
};

std::string shown(std::string name)
{
    std::ranges::replace(name, '_', ' ');
    return name;
}

Chart chartOf(const std::vector<Way>& ways)
{
    BarChart bars;
    bars.series = {{"precision", {}}, {"recall", {}}};
    double highest = 0;
    for (const Way& way : ways) {
        bars.groups.push_back(shown(way.name));
        for (BarChart::Bars& series : bars.series) {
            series.values.push_back(way.figures.metrics.at(series.name));
            highest = std::max(highest, series.values.back());
        }
    }
    bars.y = {"share", 0, std::min(1.0, std::max(.05, std::ceil(highest * 20) / 20)), false};
    return {"Traversal by root and way",
            "Of the captions met on the way from a clip's nearest caption to the root: the share that are the clip's "
            "own (precision), and the share of its own that are met (recall).",
            bars};
}

Chart levelChartOf(const std::vector<Way>& ways, std::int64_t levels)
{
    BarChart bars;
    for (std::int64_t level = 1; level <= std::min<std::int64_t>(levels, 6); ++level)
        bars.series.push_back({fmt::format("level {}", level), {}});
    for (const Way& way : ways) {
        bars.groups.push_back(shown(way.name));
        for (std::size_t level = 0; level < bars.series.size(); ++level) {
            const auto found = way.figures.metrics.find(fmt::format("recall_level{}", level + 1));
            bars.series[level].values.push_back(found == way.figures.metrics.end() ? NAN : found->second);
        }
    }
    double highest = 0;
    for (const BarChart::Bars& series : bars.series)
        for (const double value : series.values)
            highest = std::max(highest, std::isnan(value) ? 0 : value);
    bars.y = {"recall", 0, std::min(1.0, std::max(.05, std::ceil(highest * 20) / 20)), false};
    return {"Traversal recall by caption level", "How often the clip's own caption of each level is met; 1 is general.",
            bars};
}

} // namespace

ProtocolReport evaluateTraversal(const EmbeddedSplit& split, const TraversalSetting& setting, bool everyWay,
                                 bool charts)
{
    const torch::NoGradGuard noGrad;
    Traversals traversals(split);
    ProtocolReport report;
    report.protocol = Protocol::Traversal;
    report.traversal = setting;
    report.clips = traversals.clips();
    report.captions = traversals.candidates();
    const torch::Tensor everyClip = torch::ones({static_cast<std::int64_t>(split.rows.size())}, torch::kBool);
    const std::vector<Met> met = traversals.follow(setting);
    report.figures = figuresOf(met, traversals, everyClip);
    report.sources =
        figuresBySource(split, [&](const torch::Tensor& mask) { return figuresOf(met, traversals, mask); });
    std::vector<Way> ways;
    if (everyWay) {
        const auto add = [&](const std::string& name, TraversalPath path, TraversalRoot root) {
            try {
                ways.push_back({name, figuresOf(traversals.follow({path, root, setting.points, setting.width}),
                                                traversals, everyClip)});
            } catch (const Error& e) {
                if (e.kind() != ErrorKind::Unsupported)
                    throw;
                report.notes.push_back(e.what());
            }
        };
        for (const TraversalRoot root : kRoots)
            add(fmt::format("{}_line", nameOf(root)), TraversalPath::Line, root);
        add("climb", TraversalPath::Climb, {});
        for (const Way& way : ways) {
            for (const auto& [name, value] : way.figures.metrics)
                report.figures.metrics[way.name + "_" + name] = value;
            for (const auto& [name, value] : way.figures.chance)
                report.figures.chance[way.name + "_" + name] = value;
        }
    } else {
        ways.push_back({setting.path == TraversalPath::Climb ? "climb" : fmt::format("{}_line", nameOf(setting.root)),
                        report.figures});
    }
    if (charts)
        report.charts = {chartOf(ways), levelChartOf(ways, traversals.levels())};
    return report;
}

} // namespace prolap::train
