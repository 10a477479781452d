#include "core/train/evaluation/inclusion_protocol.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/prolap/inclusion.h"
#include "core/prolap/separation.h"
#include "core/prolap/similarity.h"
#include "core/train/evaluation/hierarchy_pairs.h"

namespace prolap::train {

namespace {

constexpr std::int64_t kPairsAtOnce = 4096;
constexpr std::size_t kCurvePoints = 200;

/// incl, s and H(inner, outer) of pairs, [P] each.
struct PairScores {
    torch::Tensor incl, s, h;
};

PairScores scoresOf(const Gaussians& inners, const torch::Tensor& inner, const Gaussians& outers,
                    const torch::Tensor& outer)
{
    std::vector<torch::Tensor> incl{torch::zeros({0})}, s{torch::zeros({0})}, h{torch::zeros({0})};
    for (std::int64_t begin = 0; begin < inner.numel(); begin += kPairsAtOnce) {
        const Gaussians z1 = inners.select(inner.slice(0, begin, begin + kPairsAtOnce));
        const Gaussians z2 = outers.select(outer.slice(0, begin, begin + kPairsAtOnce));
        h.push_back(inclusionMeasure(z1, z2));
        incl.push_back(h.back() - inclusionMeasure(z2, z1));
        s.push_back(similarity(z1, z2));
    }
    return {torch::cat(incl), torch::cat(s), torch::cat(h)};
}

/// True and shuffled pairs of one entry of the hierarchy, or of several joined.
struct Scored {
    std::string name;
    PairScores truePairs, shuffled;
};

std::vector<Scored> scored(const std::vector<HierarchyPairs>& all, const Gaussians& inners, const Gaussians& outers)
{
    std::vector<Scored> result;
    for (const HierarchyPairs& pairs : all)
        result.push_back({pairs.name, scoresOf(inners, pairs.inner, outers, pairs.outer),
                          scoresOf(inners, pairs.shuffledInner, outers, pairs.shuffledOuter)});
    return result;
}

Scored joined(const std::string& name, const std::vector<Scored>& parts)
{
    const auto all = [&parts](PairScores Scored::*pairs, torch::Tensor PairScores::*score) {
        std::vector<torch::Tensor> tensors{torch::zeros({0})};
        for (const Scored& part : parts)
            tensors.push_back(part.*pairs.*score);
        return torch::cat(tensors);
    };
    const auto both = [&](PairScores Scored::*pairs) {
        return PairScores{all(pairs, &PairScores::incl), all(pairs, &PairScores::s), all(pairs, &PairScores::h)};
    };
    return {name, both(&Scored::truePairs), both(&Scored::shuffled)};
}

/// Both kinds of pairs of a split's clips.
struct Pairs {
    std::vector<Scored> audio, levels;
};

Pairs pairsOf(const EmbeddedSplit& split, const torch::Tensor& mask, std::uint64_t seed)
{
    const RetrievalTask& task = split.task;
    return {scored(audioPairs(task, mask, seed), task.clips, task.captions),
            scored(levelPairs(task, mask, seed), task.captions, task.captions)};
}

double share(const torch::Tensor& yes)
{
    return yes.to(torch::kFloat64).mean().item<double>();
}

void addFigures(Figures& figures, const Scored& pairs)
{
    const auto add = [&](const std::string& name, double value) {
        if (std::isnan(value))
            return;
        figures.metrics[name] = value;
        figures.chance[name] = .5;
    };
    add("share_" + pairs.name, share(pairs.truePairs.incl > 0));
    add("share_" + pairs.name + "_shuffled", share(pairs.shuffled.incl > 0));
    add("auroc_" + pairs.name, auroc(pairs.truePairs.s, pairs.shuffled.s));
    add("auroc_" + pairs.name + "_h", auroc(pairs.truePairs.h, pairs.shuffled.h));
}

void addContained(Figures& figures, const Scored& pairs, const std::optional<double>& threshold)
{
    if (!threshold)
        return;
    const auto contained = [&](const PairScores& scores) {
        return share((scores.incl > 0) & (scores.s >= *threshold));
    };
    figures.metrics["contains_" + pairs.name] = contained(pairs.truePairs);
    if (pairs.shuffled.s.numel() > 0)
        figures.metrics["contains_" + pairs.name + "_shuffled"] = contained(pairs.shuffled);
    figures.metrics["overlap_threshold_" + pairs.name] = *threshold;
}

Figures figuresOf(const Pairs& pairs, const OverlapThresholds& thresholds)
{
    Figures figures;
    const auto addAll = [&](const std::string& name, const std::vector<Scored>& parts,
                            const std::optional<double>& threshold) {
        if (parts.empty())
            return;
        const Scored all = joined(name, parts);
        addFigures(figures, all);
        addContained(figures, all, threshold);
        for (const Scored& part : parts)
            addFigures(figures, part);
    };
    addAll("audio_text", pairs.audio, thresholds.audioText);
    addAll("levels", pairs.levels, thresholds.levels);
    return figures;
}

Series curveOf(const std::string& name, const Scored& pairs)
{
    const RocCurve curve = rocCurve(pairs.truePairs.s, pairs.shuffled.s);
    Series series{fmt::format("{} ({:.2f})", name, auroc(pairs.truePairs.s, pairs.shuffled.s)), {}};
    const auto corners = static_cast<std::size_t>(curve.falseRate.numel());
    const std::size_t points = std::min(corners, kCurvePoints);
    for (std::size_t i = 0; i < points; ++i) {
        const auto at = static_cast<std::int64_t>(points < 2 ? 0 : i * (corners - 1) / (points - 1));
        series.points.emplace_back(curve.falseRate[at].item<double>(), curve.trueRate[at].item<double>());
    }
    return series;
}

std::string readable(const std::string& name)
{
    if (name.rfind("audio_level", 0) == 0)
        return "clip < " + name.substr(11);
    return fmt::format("{} < {}", name.substr(5, 1), name.substr(name.size() - 1)); // level2_level1
}

std::vector<Chart> chartsOf(const Pairs& pairs)
{
    BarChart shares;
    shares.y = {"share with incl > 0", 0, 1, false};
    shares.series = {{"true pairs", {}}, {"shuffled pairs", {}}};
    for (const auto* parts : {&pairs.audio, &pairs.levels}) {
        for (const Scored& part : *parts) {
            shares.groups.push_back(readable(part.name));
            shares.series[0].values.push_back(share(part.truePairs.incl > 0));
            shares.series[1].values.push_back(share(part.shuffled.incl > 0));
        }
    }
    std::vector<Chart> charts{{"Inclusion",
                               "Share of pairs whose first lies inside its second: clips in captions of each level, "
                               "and captions of one level in those of the level above. Shuffled pairs do not belong "
                               "together; where they pass as often, the share measures variance alone.",
                               shares}};
    LineChart roc;
    roc.x = {"shuffled pairs above the threshold", 0, 1, false};
    roc.y = {"true pairs above the threshold", 0, 1, false};
    roc.diagonal = true;
    for (const auto& [name, parts] : {std::pair{"clip and caption", &pairs.audio}, {"captions", &pairs.levels}}) {
        const Scored all = joined(name, *parts);
        if (all.truePairs.s.numel() > 0 && all.shuffled.s.numel() > 0)
            roc.series.push_back(curveOf(name, all));
    }
    if (!roc.series.empty())
        charts.push_back({"Overlap of true against shuffled pairs",
                          "ROC curves of the similarity s, with the area under each; the dashed line is chance.", roc});
    return charts;
}

torch::Tensor everyClip(const EmbeddedSplit& split)
{
    return torch::ones({static_cast<std::int64_t>(split.rows.size())}, torch::kBool);
}

} // namespace

OverlapThresholds overlapThresholds(const EmbeddedSplit& validation, std::uint64_t seed)
{
    const torch::NoGradGuard noGrad;
    requireVariances(validation, "inclusion");
    const Pairs pairs = pairsOf(validation, everyClip(validation), seed);
    const auto threshold = [](const std::vector<Scored>& parts) -> std::optional<double> {
        const Scored all = joined("", parts);
        if (all.truePairs.s.numel() == 0 || all.shuffled.s.numel() == 0)
            return std::nullopt;
        return bestSplit(all.truePairs.s, all.shuffled.s);
    };
    return {threshold(pairs.audio), threshold(pairs.levels)};
}

ProtocolReport evaluateInclusion(const EmbeddedSplit& split, const OverlapThresholds& thresholds, std::uint64_t seed,
                                 bool charts)
{
    const torch::NoGradGuard noGrad;
    requireVariances(split, "inclusion");
    const Pairs pairs = pairsOf(split, everyClip(split), seed);
    ProtocolReport report;
    report.protocol = Protocol::Inclusion;
    report.clips = static_cast<std::int64_t>(split.rows.size());
    report.captions = static_cast<std::int64_t>(split.captions.size());
    report.figures = figuresOf(pairs, thresholds);
    report.sources = figuresBySource(
        split, [&](const torch::Tensor& mask) { return figuresOf(pairsOf(split, mask, seed), thresholds); });
    report.notes.push_back("H is the exact integral, summed over dimensions");
    if (!thresholds.audioText)
        report.notes.push_back("Without clips of a split \"val\" apart from the evaluated one there is no threshold of "
                               "overlap, and no contains figures");
    if (charts)
        report.charts = chartsOf(pairs);
    return report;
}

} // namespace prolap::train
