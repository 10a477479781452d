#include "core/train/evaluation/retrieval_protocol.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include <fmt/format.h>

#include "core/prolap/ranking_metrics.h"
#include "core/prolap/similarity.h"

namespace prolap::train {

namespace {

constexpr std::int64_t kQueriesAtOnce = 512;
constexpr std::int64_t kLongestRecall = 50; // answers, in the curve

/// Ranks in portions, so that a large split needs no matrix of all queries by all items.
/// scores, hits: of the queries from begin to end over all items.
RankedQueries rankInPortions(std::int64_t queries,
                             const std::function<torch::Tensor(std::int64_t begin, std::int64_t end)>& scores,
                             const std::function<torch::Tensor(std::int64_t begin, std::int64_t end)>& hits)
{
    std::vector<RankedQueries> parts;
    for (std::int64_t begin = 0; begin < queries; begin += kQueriesAtOnce) {
        const std::int64_t end = std::min(queries, begin + kQueriesAtOnce);
        parts.push_back(rankQueries(scores(begin, end), hits(begin, end)));
    }
    return joined(parts);
}

void addRanking(Figures& figures, const std::string& prefix, const RankedQueries& ranked, std::int64_t items)
{
    const auto add = [&prefix](std::map<std::string, double>& map, const RankingMetrics& m) {
        map[prefix + "_r1"] = m.r1;
        map[prefix + "_r5"] = m.r5;
        map[prefix + "_r10"] = m.r10;
        map[prefix + "_map10"] = m.map10;
        map[prefix + "_medr"] = m.medianRank;
    };
    add(figures.metrics, rankingMetrics(ranked));
    add(figures.chance, rankingChance(ranked.wanted, items));
}

/// Every caption of every clip, int64 [N, L, A].
torch::Tensor allCaptions(const RetrievalTask& task)
{
    return task.alternatives.defined() ? task.alternatives : task.captionIds.unsqueeze(2);
}

/// The captions of one level of the asking clips over all clips; a hit is the caption's own clip.
RankedQueries rankClips(const RetrievalTask& task, const torch::Tensor& asking, std::int64_t level)
{
    const torch::Tensor ids = allCaptions(task).select(1, level); // [N, A]
    const torch::Tensor asks = asking.unsqueeze(1) & (ids >= 0);
    const torch::Tensor own = asks.nonzero().select(1, 0); // of each query: its clip
    if (own.numel() == 0)
        return {};
    const torch::Tensor shown = ids.index({asks});
    const torch::Tensor clips = torch::arange(task.clips.mean.size(0)).unsqueeze(0);
    return rankInPortions(
        own.numel(),
        [&](std::int64_t begin, std::int64_t end) {
            return similarityMatrix(task.captions.select(shown.slice(0, begin, end)), task.clips);
        },
        [&](std::int64_t begin, std::int64_t end) { return clips == own.slice(0, begin, end).unsqueeze(1); });
}

struct RankedCaptions {
    RankedQueries queries;
    std::int64_t captions = 0; ///< how many were ranked
};

/// The asking clips (int64 rows) over all captions in use; a hit is any of a clip's own.
RankedCaptions rankCaptions(const RetrievalTask& task, const torch::Tensor& asking)
{
    const std::int64_t clips = task.clips.mean.size(0), captions = task.captions.mean.size(0);
    const torch::Tensor ids = allCaptions(task).flatten(1);
    const torch::Tensor carried = torch::zeros({clips, captions + 1}, torch::kBool)
                                      .scatter(1, torch::where(ids >= 0, ids, captions), true)
                                      .slice(1, 0, captions);
    const torch::Tensor used = carried.any(0).nonzero().squeeze(1);
    const Gaussians candidates = task.captions.select(used);
    return {rankInPortions(
                asking.numel(),
                [&](std::int64_t begin, std::int64_t end) {
                    return similarityMatrix(task.clips.select(asking.slice(0, begin, end)), candidates);
                },
                [&](std::int64_t begin, std::int64_t end) {
                    return carried.index_select(0, asking.slice(0, begin, end)).index_select(1, used);
                }),
            used.numel()};
}

Series recallCurve(const std::string& name, const RankedQueries& ranked, std::int64_t longest)
{
    const torch::Tensor ranks = ranked.firstRank.index({ranked.wanted > 0});
    Series series{name, {}};
    for (std::int64_t k = 1; k <= longest; ++k)
        series.points.emplace_back(static_cast<double>(k), (ranks <= k).to(torch::kFloat64).mean().item<double>());
    return series;
}

} // namespace

std::int64_t labelLevel(const torch::Tensor& captionIds)
{
    return std::min<std::int64_t>(2, captionIds.size(1) - 1);
}

NamedClips namedClips(const RetrievalTask& task)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor naming = task.captionIds.select(1, labelLevel(task.captionIds));
    const torch::Tensor carrying = (naming >= 0).nonzero().squeeze(1);
    NamedClips named;
    torch::Tensor place; // of each carrying clip's caption among the distinct ones
    std::tie(named.captions, place, std::ignore) =
        at::_unique2(naming.index_select(0, carrying), /*sorted=*/true, /*return_inverse=*/true, false);
    const std::int64_t names = named.captions.numel();
    named.hits = torch::zeros({names, naming.numel()}, torch::kBool);
    named.hits.index_put_({place, carrying}, torch::ones({carrying.numel()}, torch::kBool));
    if (!(task.labels >= 0).any().item<bool>())
        return named;
    // means[q, l]: some clip of label l carries the caption q. The last column serves clips without label.
    const std::int64_t labels = task.labels.max().item<std::int64_t>() + 1;
    const torch::Tensor column = torch::where(task.labels >= 0, task.labels, labels);
    torch::Tensor means = torch::zeros({names, labels + 1}, torch::kBool);
    means.index_put_({place, column.index_select(0, carrying)}, torch::ones({carrying.numel()}, torch::kBool));
    means.select(1, labels).fill_(false);
    named.hits = named.hits | means.index_select(1, column);
    return named;
}

Figures retrievalFigures(const RetrievalTask& task, const torch::Tensor& queries)
{
    const torch::NoGradGuard noGrad;
    Figures figures;
    const std::int64_t clips = task.clips.mean.size(0), levels = task.captionIds.size(1);
    const torch::Tensor asking = queries.defined() ? queries : torch::ones({clips}, torch::kBool);

    // Captions to clips: each caption of each asking clip.
    std::vector<RankedQueries> ofLevels;
    for (std::int64_t level = 0; level < levels; ++level) {
        const RankedQueries ranked = rankClips(task, asking, level);
        if (!ranked.wanted.defined())
            continue;
        ofLevels.push_back(ranked);
        if (levels > 1) {
            const std::string name = fmt::format("t2a_map10_level{}", level + 1);
            figures.metrics[name] = rankingMetrics(ranked).map10;
            figures.chance[name] = rankingChance(ranked.wanted, clips).map10;
        }
    }
    if (ofLevels.empty())
        return figures;
    addRanking(figures, "t2a", joined(ofLevels), clips);

    // Clips to captions.
    const torch::Tensor askingClips = asking.nonzero().squeeze(1);
    const auto clipRows = [&](std::int64_t begin, std::int64_t end) { return askingClips.slice(0, begin, end); };
    const RankedCaptions captions = rankCaptions(task, askingClips);
    addRanking(figures, "a2t", captions.queries, captions.captions);

    // By label.
    if (!(task.labels >= 0).any().item<bool>())
        return figures;
    const NamedClips named = namedClips(task);
    const torch::Tensor& names = named.captions;
    const torch::Tensor& hits = named.hits;
    const torch::Tensor asked = task.captionIds.select(1, labelLevel(task.captionIds)).index({asking});
    const torch::Tensor nameRows = (names.unsqueeze(1) == asked.unsqueeze(0)).any(1).nonzero().squeeze(1);
    if (nameRows.numel() == 0)
        return figures;
    const RankedQueries byName = rankInPortions(
        nameRows.numel(),
        [&](std::int64_t begin, std::int64_t end) {
            return similarityMatrix(task.captions.select(names.index_select(0, nameRows.slice(0, begin, end))),
                                    task.clips);
        },
        [&](std::int64_t begin, std::int64_t end) { return hits.index_select(0, nameRows.slice(0, begin, end)); });
    figures.metrics["t2a_label_map10"] = rankingMetrics(byName).map10;
    figures.chance["t2a_label_map10"] = rankingChance(byName.wanted, clips).map10;
    const RankedQueries toName = rankInPortions(
        askingClips.numel(),
        [&](std::int64_t begin, std::int64_t end) {
            return similarityMatrix(task.clips.select(clipRows(begin, end)), task.captions.select(names));
        },
        [&](std::int64_t begin, std::int64_t end) { return hits.t().index_select(0, clipRows(begin, end)); });
    const RankingMetrics found = rankingMetrics(toName), chance = rankingChance(toName.wanted, names.numel());
    figures.metrics["a2t_label_map10"] = found.map10;
    figures.chance["a2t_label_map10"] = chance.map10;
    figures.metrics["a2t_label_r1"] = found.r1;
    figures.chance["a2t_label_r1"] = chance.r1;
    return figures;
}

std::vector<Chart> retrievalCharts(const RetrievalTask& task)
{
    const torch::NoGradGuard noGrad;
    const std::int64_t clips = task.clips.mean.size(0);
    std::vector<RankedQueries> ofLevels;
    for (std::int64_t level = 0; level < task.captionIds.size(1); ++level) {
        if (RankedQueries ranked = rankClips(task, torch::ones({clips}, torch::kBool), level); ranked.wanted.defined())
            ofLevels.push_back(std::move(ranked));
    }
    const RankedCaptions captions = rankCaptions(task, torch::arange(clips));
    const std::int64_t longest = std::min<std::int64_t>({kLongestRecall, clips, captions.captions});
    if (longest < 2)
        return {};
    LineChart chart;
    chart.x = {"answers looked at", 1, static_cast<double>(longest), false};
    chart.y = {"recall", 0, 1, false};
    chart.series = {recallCurve("caption to clip", joined(ofLevels), longest),
                    recallCurve("clip to caption", captions.queries, longest)};
    return {{"Recall",
             "Share of captions whose own clip is among the first answers, and of clips one of whose captions is.",
             chart}};
}

} // namespace prolap::train
