#include "core/train/retrieval_protocol.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include <fmt/format.h>

#include "core/prolap/ranking_metrics.h"
#include "core/prolap/similarity.h"

namespace prolap::train {

namespace {

constexpr std::int64_t kQueriesAtOnce = 512;

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
    const std::int64_t captions = task.captions.mean.size(0);
    const torch::Tensor asking = queries.defined() ? queries : torch::ones({clips}, torch::kBool);

    // Captions to clips: each caption of each asking clip.
    std::vector<RankedQueries> ofLevels;
    for (std::int64_t level = 0; level < levels; ++level) {
        const torch::Tensor ids = task.captionIds.select(1, level);
        const torch::Tensor own = (asking & (ids >= 0)).nonzero().squeeze(1); // clips that ask by this level
        if (own.numel() == 0)
            continue;
        const torch::Tensor shown = ids.index_select(0, own);
        ofLevels.push_back(rankInPortions(
            own.numel(),
            [&](std::int64_t begin, std::int64_t end) {
                return similarityMatrix(task.captions.select(shown.slice(0, begin, end)), task.clips);
            },
            [&](std::int64_t begin, std::int64_t end) {
                return torch::arange(clips).unsqueeze(0) == own.slice(0, begin, end).unsqueeze(1);
            }));
        if (levels > 1) {
            const std::string name = fmt::format("t2a_map10_level{}", level + 1);
            figures.metrics[name] = rankingMetrics(ofLevels.back()).map10;
            figures.chance[name] = rankingChance(ofLevels.back().wanted, clips).map10;
        }
    }
    if (ofLevels.empty())
        return figures;
    addRanking(figures, "t2a", joined(ofLevels), clips);

    // Clips to captions.
    const torch::Tensor askingClips = asking.nonzero().squeeze(1);
    const torch::Tensor carried = torch::zeros({clips, captions + 1}, torch::kBool)
                                      .scatter(1, torch::where(task.captionIds >= 0, task.captionIds, captions), true)
                                      .slice(1, 0, captions);
    const auto clipRows = [&](std::int64_t begin, std::int64_t end) { return askingClips.slice(0, begin, end); };
    const torch::Tensor used = carried.any(0).nonzero().squeeze(1);
    addRanking(figures, "a2t",
               rankInPortions(
                   askingClips.numel(),
                   [&](std::int64_t begin, std::int64_t end) {
                       return similarityMatrix(task.clips.select(clipRows(begin, end)), task.captions.select(used));
                   },
                   [&](std::int64_t begin, std::int64_t end) {
                       return carried.index_select(0, clipRows(begin, end)).index_select(1, used);
                   }),
               used.numel());

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

} // namespace prolap::train
