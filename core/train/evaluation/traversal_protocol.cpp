#include "core/train/evaluation/traversal_protocol.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/prolap/centroid.h"
#include "core/prolap/similarity.h"
#include "core/traversal/meetings.h"
#include "core/traversal/most_inclusive.h"

namespace prolap::train {

namespace {

constexpr std::int64_t kClipsAtATime = 256; ///< whose products with all captions are held

/// What one clip's traversal met.
struct Met {
    std::int64_t clip = 0;
    std::vector<std::size_t> captions;
};

/// As the walk takes them.
torch::Tensor plain(const torch::Tensor& values)
{
    return values.to(torch::kCPU, torch::kFloat32).contiguous();
}

std::span<const float> row(const torch::Tensor& rows, std::int64_t i)
{
    const auto width = static_cast<std::size_t>(rows.size(-1));
    return {rows.const_data_ptr<float>() + (rows.dim() == 1 ? 0 : static_cast<std::size_t>(i) * width), width};
}

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
        m_scores = plain(similarityMatrix(split.task.clips, split.task.captions));
        m_start = m_scores.argmax(1);
        m_means = plain(split.task.captions.mean);
        m_bias = plain(-.5 * m_u);
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
        return setting.path == TraversalPath::Climb ? climb(setting) : walk(setting);
    }

private:
    std::vector<Met> climb(const TraversalSetting& setting) const
    {
        requireVariances(m_split, "the climb");
        const torch::Tensor logU = plain(m_u.log());
        const std::span<const float> levels = row(logU, 0);
        const auto top = static_cast<double>(*std::ranges::max_element(levels));
        std::vector<Met> all;
        for (const std::int64_t clip : m_clips) {
            const auto from = static_cast<double>(levels[static_cast<std::size_t>(m_start[clip].item<std::int64_t>())]);
            all.push_back({clip, traversal::distinctInOrder(traversal::alongClimb(
                                     traversal::climbLevels(from, top, static_cast<std::size_t>(setting.points)),
                                     row(m_scores, clip), levels, setting.width, 1))});
        }
        return all;
    }

    std::vector<Met> walk(const TraversalSetting& setting)
    {
        const torch::Tensor roots = plain(rootsOf(setting.root)); // [1, D] or of every clip asked
        const torch::Tensor asked = torch::tensor(m_clips, torch::kInt64);
        std::vector<Met> all;
        for (std::int64_t from = 0; from < clips(); from += kClipsAtATime) {
            const std::int64_t to = std::min(clips(), from + kClipsAtATime);
            const torch::Tensor starts = m_means.index_select(0, m_start.index_select(0, asked.slice(0, from, to)));
            const torch::Tensor ends = roots.size(0) == 1 ? roots : roots.slice(0, from, to);
            const torch::Tensor cosines = (starts * ends).sum(1).to(torch::kFloat64).contiguous();
            const torch::Tensor withStart = torch::mm(starts, m_means.t()).contiguous();
            const torch::Tensor withRoot = torch::mm(ends, m_means.t()).contiguous();
            for (std::int64_t i = from; i < to; ++i) {
                const std::vector<traversal::PathWeights> weights =
                    traversal::pathWeights(traversal::PathShape::Linear, cosines.const_data_ptr<double>()[i - from],
                                           static_cast<std::size_t>(setting.points));
                all.push_back(
                    {m_clips[static_cast<std::size_t>(i)],
                     traversal::distinctInOrder(traversal::alongLine(weights,
                                                                     {row(withStart, i - from),
                                                                      row(withRoot, ends.size(0) == 1 ? 0 : i - from),
                                                                      row(m_bias, 0),
                                                                      {}},
                                                                     1))});
            }
        }
        return all;
    }

    std::size_t levelsOf(std::int64_t clip) const
    {
        std::size_t count = 0;
        for (std::int64_t level = 0; level < levels(); ++level)
            count += idOf(clip, level) >= 0;
        return count;
    }

    /// [1, D] for all clips, or one for each of m_clips.
    torch::Tensor rootsOf(TraversalRoot root)
    {
        switch (root) {
        case TraversalRoot::Empty:
            return m_split.empty.mean;
        case TraversalRoot::Inclusive:
            requireVariances(m_split, "the root inclusive");
            return mostInclusiveCaptions();
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

    torch::Tensor mostInclusiveCaptions() const
    {
        const torch::Tensor means = plain(m_split.task.clips.mean), logVars = plain(m_split.task.clips.logVar);
        const torch::Tensor captionLogVars = plain(m_split.task.captions.logVar);
        const auto dim = static_cast<std::size_t>(m_means.size(1));
        std::vector<std::int64_t> best;
        for (const std::int64_t clip : m_clips)
            best.push_back(
                static_cast<std::int64_t>(traversal::mostInclusive<float>({row(means, clip), row(logVars, clip)},
                                                                          {m_means.const_data_ptr<float>(), dim,
                                                                           captionLogVars.const_data_ptr<float>(), dim,
                                                                           static_cast<std::size_t>(candidates())})
                                              .value()));
        return m_means.index_select(0, torch::tensor(best, torch::kInt64));
    }

    const EmbeddedSplit& m_split;
    torch::Tensor m_u; ///< [C]
    torch::Tensor m_ids;
    std::vector<std::int64_t> m_clips;
    torch::Tensor m_scores; ///< float32 [N, C]
    torch::Tensor m_start;  ///< int64 [N]
    torch::Tensor m_means;  ///< float32 [C, D]
    torch::Tensor m_bias;   ///< float32 [C], -u / 2
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
        const std::set<std::size_t> found(one.captions.begin(), one.captions.end());
        std::set<std::size_t> wanted;
        for (std::size_t level = 0; level < levels; ++level) {
            const std::int64_t id = traversals.idOf(one.clip, static_cast<std::int64_t>(level));
            if (id < 0)
                continue;
            wanted.insert(static_cast<std::size_t>(id));
            having[level] += 1;
            metOf[level] += static_cast<double>(found.size());
            hits[level] += found.contains(static_cast<std::size_t>(id));
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
        for (const TraversalRoot root : kTraversalRoots)
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

TraversalByClip traversalByClip(const EmbeddedSplit& split, const TraversalSetting& setting)
{
    const torch::NoGradGuard noGrad;
    Traversals traversals(split);
    TraversalByClip values;
    for (const Met& one : traversals.follow(setting)) {
        const std::set<std::int64_t> found(one.captions.begin(), one.captions.end());
        std::set<std::int64_t> wanted;
        for (std::int64_t level = 0; level < traversals.levels(); ++level) {
            if (const std::int64_t id = traversals.idOf(one.clip, level); id >= 0)
                wanted.insert(id);
        }
        const auto right =
            static_cast<double>(std::ranges::count_if(wanted, [&](auto id) { return found.contains(id); }));
        values.precision.push_back(right / static_cast<double>(found.size()));
        values.recall.push_back(right / static_cast<double>(wanted.size()));
    }
    return values;
}

} // namespace prolap::train
