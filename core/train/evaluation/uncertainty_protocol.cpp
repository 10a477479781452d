#include "core/train/evaluation/uncertainty_protocol.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/prolap/correlation.h"
#include "core/prolap/similarity.h"

namespace prolap::train {

namespace {

constexpr int kBins = 15;
constexpr std::int64_t kCloudPoints = 1500;

torch::Tensor distinct(const torch::Tensor& ids)
{
    return std::get<0>(at::_unique2(ids.index({ids >= 0}), /*sorted=*/true));
}

double meanOf(const torch::Tensor& values)
{
    return values.to(torch::kFloat64).mean().item<double>();
}

/// u and the mean log-variance of everything in a split.
struct Spread {
    torch::Tensor captionU, captionLogVar; ///< [C]
    torch::Tensor clipU, clipLogVar;       ///< [N]
};

Spread spreadOf(const EmbeddedSplit& split)
{
    const Gaussians &captions = split.task.captions, &clips = split.task.clips;
    return {uncertainty(captions), captions.logVar.mean(1), uncertainty(clips), clips.logVar.mean(1)};
}

/// Match probabilities of naming captions with clips, and which are true.
struct Claims {
    torch::Tensor probability, truth; ///< [P]
};

Claims claimsOf(const EmbeddedSplit& split, const torch::Tensor& mask)
{
    const NamedClips named = namedClips(split.task);
    const torch::Tensor s = similarityMatrix(split.task.captions.select(named.captions), split.task.clips.select(mask));
    return {matchProbability(s.to(torch::kFloat64), *split.model.calibration).flatten(),
            named.hits.index_select(1, mask.nonzero().squeeze(1)).flatten()};
}

Figures figuresOf(const EmbeddedSplit& split, const Spread& spread, const torch::Tensor& mask)
{
    Figures figures;
    const auto addCorrelation = [&](const char* name, const torch::Tensor& x, const torch::Tensor& y) {
        const double r = pearson(x, y);
        if (std::isnan(r))
            return;
        figures.metrics[name] = r;
        figures.chance[name] = 0;
    };
    const torch::Tensor ids = split.task.captionIds.index({mask});
    const torch::Tensor all = distinct(ids.flatten());
    addCorrelation("r_length_u", split.captionTokens.index_select(0, all), spread.captionU.index_select(0, all));
    std::vector<torch::Tensor> levels, us;
    for (std::int64_t level = 0; level < ids.size(1); ++level) {
        const torch::Tensor captions = distinct(ids.select(1, level));
        if (captions.numel() == 0)
            continue;
        us.push_back(spread.captionU.index_select(0, captions));
        levels.push_back(torch::full_like(us.back(), static_cast<double>(level + 1)));
        figures.metrics[fmt::format("mean_u_level{}", level + 1)] = meanOf(us.back());
        figures.metrics[fmt::format("mean_log_var_level{}", level + 1)] =
            meanOf(spread.captionLogVar.index_select(0, captions));
    }
    addCorrelation("r_level_u", torch::cat(levels), torch::cat(us));
    figures.metrics["mean_u_clips"] = meanOf(spread.clipU.index({mask}));
    figures.metrics["median_u_clips"] = spread.clipU.index({mask}).quantile(.5).item<double>();
    figures.metrics["mean_log_var_clips"] = meanOf(spread.clipLogVar.index({mask}));
    if (split.model.calibration) {
        const Claims claims = claimsOf(split, mask);
        figures.metrics["ece"] = expectedCalibrationError(claims.probability, claims.truth, kBins);
        const torch::Tensor likely = claims.probability > .1;
        if (likely.any().item<bool>())
            figures.metrics["ece_above_tenth"] =
                expectedCalibrationError(claims.probability.index({likely}), claims.truth.index({likely}), kBins);
    }
    return figures;
}

/// An axis of u, logarithmic, a little wider than what there is.
Axis axisOfU(const torch::Tensor& u)
{
    const double low = u.min().item<double>(), high = u.max().item<double>();
    return {"u", std::max(low / 1.1, 1e-30), std::max(high * 1.1, 2e-30), true};
}

BoxChart::Box boxOf(const std::string& name, const torch::Tensor& u)
{
    const torch::Tensor q = u.to(torch::kFloat64).quantile(torch::tensor({.05, .25, .5, .75, .95}, torch::kFloat64));
    const auto at = [&q](std::int64_t i) { return q[i].item<double>(); };
    return {name, at(0), at(1), at(2), at(3), at(4)};
}

Chart reliabilityOf(const EmbeddedSplit& split, const torch::Tensor& everyClip)
{
    const Claims claims = claimsOf(split, everyClip);
    const ReliabilityBins bins = reliabilityBins(claims.probability, claims.truth, kBins);
    LineChart chart;
    chart.x = {"claimed match probability", 0, 1, false};
    chart.y = {"share of true pairs", 0, 1, false};
    chart.diagonal = true;
    chart.marks = true;
    Series series{"naming captions and clips", {}};
    for (int bin = 0; bin < kBins; ++bin) {
        if (bins.weight[bin].item<double>() > 0)
            series.points.emplace_back(bins.claimed[bin].item<double>(), bins.found[bin].item<double>());
    }
    chart.series = {series};
    return {"Reliability",
            "Pairs in bins of claimed probability: on the dashed line a claim of 70 % is right 70 times in a hundred.",
            chart};
}

std::vector<Chart> chartsOf(const EmbeddedSplit& split, const Spread& spread, const torch::Tensor& everyClip)
{
    std::vector<Chart> charts;
    BoxChart levels;
    levels.y = axisOfU(torch::cat({spread.captionU, spread.clipU}));
    for (std::int64_t level = 0; level < split.task.captionIds.size(1); ++level) {
        const torch::Tensor captions = distinct(split.task.captionIds.select(1, level));
        if (captions.numel() > 0)
            levels.boxes.push_back(
                boxOf(fmt::format("level {}", level + 1), spread.captionU.index_select(0, captions)));
    }
    levels.boxes.push_back(boxOf("clips", spread.clipU));
    charts.push_back({"Uncertainty by caption level",
                      "u of distinct captions, general (1) to specific, and of clips: quartiles, whiskers from the 5th "
                      "to the 95th hundredth.",
                      levels});
    ScatterChart lengths;
    lengths.x = {"caption length (tokens)", 0, split.captionTokens.max().item<double>() + 1, false};
    lengths.y = axisOfU(spread.captionU);
    lengths.points.name = "captions";
    const std::int64_t captions = split.captionTokens.numel(), points = std::min(captions, kCloudPoints);
    for (std::int64_t i = 0; i < points; ++i) {
        const std::int64_t at = i * captions / points;
        lengths.points.points.emplace_back(split.captionTokens[at].item<double>(), spread.captionU[at].item<double>());
    }
    charts.push_back({"Uncertainty and length",
                      "u of distinct captions over their length; longer captions say more and should be surer.",
                      lengths});
    if (split.model.calibration)
        charts.push_back(reliabilityOf(split, everyClip));
    return charts;
}

} // namespace

ProtocolReport evaluateUncertainty(const EmbeddedSplit& split, bool charts)
{
    const torch::NoGradGuard noGrad;
    requireVariances(split, "the uncertainty protocol");
    const Spread spread = spreadOf(split);
    const torch::Tensor everyClip = torch::ones({static_cast<std::int64_t>(split.rows.size())}, torch::kBool);
    ProtocolReport report;
    report.protocol = Protocol::Uncertainty;
    report.clips = static_cast<std::int64_t>(split.rows.size());
    report.captions = static_cast<std::int64_t>(split.captions.size());
    report.figures = figuresOf(split, spread, everyClip);
    report.sources = figuresBySource(split, [&](const torch::Tensor& mask) { return figuresOf(split, spread, mask); });
    if (!split.model.calibration)
        report.notes.push_back(
            fmt::format("{} has no calibration, so its match probability cannot be judged", split.model.name));
    if (charts)
        report.charts = chartsOf(split, spread, everyClip);
    return report;
}

} // namespace prolap::train
