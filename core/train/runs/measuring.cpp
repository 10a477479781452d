#include <algorithm>
#include <set>

#include <torch/torch.h>

#include "core/error.h"
#include "core/model/compute_setting.h"
#include "core/prolap/calibration.h"
#include "core/prolap/inclusion.h"
#include "core/prolap/ranking_metrics.h"
#include "core/prolap/similarity.h"
#include "core/train/data/read_data.h"
#include "core/train/evaluation/traversal_protocol.h"
#include "core/train/evaluation/zero_shot_protocol.h"
#include "core/train/runs/measuring.h"

namespace prolap::train {

namespace {

constexpr int kBins = 15;

std::vector<double> listOf(const torch::Tensor& values)
{
    const torch::Tensor all = values.to(torch::kFloat64).contiguous();
    return {all.const_data_ptr<double>(), all.const_data_ptr<double>() + all.numel()};
}

/// The clips of a split, at most so many, evenly spaced.
std::vector<ManifestRow> chosen(const Manifest& manifest, const MeasuredSet& set)
{
    std::vector<ManifestRow> rows;
    for (const ManifestRow& row : manifest.rows) {
        if (!manifest.hasSplit || row.split == set.split)
            rows.push_back(row);
    }
    if (rows.size() <= set.most)
        return rows;
    std::vector<ManifestRow> some;
    for (std::size_t i = 0; i < set.most; ++i)
        some.push_back(std::move(rows[i * rows.size() / set.most]));
    return some;
}

/// Each clip's captions by retrieval: the mean AP@10 over them of finding this clip.
std::vector<double> ownClipPrecision(const RetrievalTask& task, const torch::Tensor& scores)
{
    const std::int64_t clips = task.clips.mean.size(0);
    std::vector<double> values;
    const torch::Tensor ids = task.captionIds;
    torch::Tensor sums = torch::zeros({clips}, torch::kFloat64), counts = torch::zeros({clips}, torch::kFloat64);
    for (std::int64_t level = 0; level < ids.size(1); ++level) {
        const torch::Tensor own = ids.select(1, level);
        const torch::Tensor has = (own >= 0).nonzero().squeeze(1);
        if (has.numel() == 0)
            continue;
        const torch::Tensor hits =
            torch::arange(clips).unsqueeze(0) == has.unsqueeze(1); // a caption of each clip asks for that clip
        const RankedQueries ranked = rankQueries(scores.index_select(0, own.index_select(0, has)), hits);
        sums.index_add_(0, has, ranked.averagePrecision);
        counts.index_add_(0, has, torch::ones_like(ranked.averagePrecision));
    }
    return listOf(sums / counts.clamp_min(1));
}

/// By clip, the share of its captions that are wider than it.
std::vector<double> inclusionByClip(const RetrievalTask& task)
{
    const std::int64_t clips = task.clips.mean.size(0);
    torch::Tensor sums = torch::zeros({clips}, torch::kFloat64), counts = torch::zeros({clips}, torch::kFloat64);
    for (std::int64_t level = 0; level < task.captionIds.size(1); ++level) {
        const torch::Tensor own = task.captionIds.select(1, level);
        const torch::Tensor has = (own >= 0).nonzero().squeeze(1);
        if (has.numel() == 0)
            continue;
        const torch::Tensor inside =
            inclusion(task.clips.select(has), task.captions.select(own.index_select(0, has))) > 0;
        sums.index_add_(0, has, inside.to(torch::kFloat64));
        counts.index_add_(0, has, torch::ones({has.numel()}, torch::kFloat64));
    }
    return listOf(sums / counts.clamp_min(1));
}

/// By clip and bin: pairs with naming captions, their claimed probability, true ones.
std::vector<std::vector<double>> calibrationByClip(const torch::Tensor& probability, const torch::Tensor& hits)
{
    const torch::Tensor bin = (probability * kBins).floor().clamp(0, kBins - 1).to(torch::kInt64); // [Q, N]
    const std::int64_t clips = probability.size(1);
    torch::Tensor sums = torch::zeros({clips, kBins, 3}, torch::kFloat64);
    for (std::int64_t each = 0; each < kBins; ++each) {
        const torch::Tensor in = (bin == each).to(torch::kFloat64);
        sums.select(1, each).select(1, 0).copy_(in.sum(0));
        sums.select(1, each).select(1, 1).copy_((in * probability).sum(0));
        sums.select(1, each).select(1, 2).copy_((in * hits.to(torch::kFloat64)).sum(0));
    }
    std::vector<std::vector<double>> rows;
    for (std::int64_t i = 0; i < clips; ++i)
        rows.push_back(listOf(sums[i].flatten()));
    return rows;
}

/// Nothing where the captions or the model allow no traversal.
void addTraversal(Measured& result, const EmbeddedSplit& split)
{
    try {
        TraversalByClip traversal = traversalByClip(split, {});
        result.values["traversal_precision"] = std::move(traversal.precision);
        result.values["traversal_recall"] = std::move(traversal.recall);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadInput && error.kind() != ErrorKind::Unsupported)
            throw;
    }
}

} // namespace

std::optional<Measured> measured(const MeasuredSet& set, GaussianSource& source, RunControl& control,
                                 const GaussianSource::ClipProgress& progress)
{
    const torch::NoGradGuard noGrad;
    Measured result;
    const Manifest manifest = readData(set.source, /*strict=*/false);
    const std::vector<ManifestRow> rows = chosen(manifest, set);
    if (rows.empty())
        return result;
    auto clips = source.embedClips(rows, control, progress, [](const DataFailure&) {});
    if (!clips)
        return std::nullopt;
    if (clips->rows.empty())
        return result;
    auto split = embeddedSplit(std::move(*clips), manifest.levels, source, control);
    if (!split)
        return std::nullopt;
    const RetrievalTask& task = split->task;
    result.clips = static_cast<std::int64_t>(split->rows.size());
    for (const ManifestRow& row : split->rows) {
        result.paths.push_back(displayText(row.file));
        result.labels.push_back(row.label);
    }
    const torch::Tensor scores = similarityMatrix(task.captions, task.clips);
    result.values["t2a_map10"] = ownClipPrecision(task, scores);
    const NamedClips named = namedClips(task);
    const torch::Tensor namedScores = scores.index_select(0, named.captions);
    if (!split->labels.empty())
        result.values["t2a_label_map10"] = listOf(rankQueries(namedScores, named.hits).averagePrecision);
    if (split->labels.size() >= 2) {
        auto prompts = labelPrompts(*split, manifest, set.source.place(), source, control);
        if (!prompts)
            return std::nullopt;
        const torch::Tensor taken = similarityMatrix(task.clips, prompts->prompts).argmax(1);
        const torch::Tensor labelled = task.labels >= 0;
        result.values["zeroshot_top1"] = listOf((taken == task.labels).index({labelled}).to(torch::kFloat64));
        for (std::int64_t i = 0; i < taken.numel(); ++i)
            result.taken.push_back(split->labels[static_cast<std::size_t>(taken[i].item<std::int64_t>())]);
    }
    if (split->model.probabilistic)
        result.values["inclusion"] = inclusionByClip(task);
    addTraversal(result, *split);
    if (split->model.calibration)
        result.calibration =
            calibrationByClip(matchProbability(namedScores.to(torch::kFloat64), *split->model.calibration), named.hits);
    return result;
}

std::optional<std::vector<Measured>> measure(const std::vector<MeasuredSet>& sets, const Path& pack,
                                             const std::string& device, int threads, const Path& cacheDir,
                                             RunControl& control, const ProgressFn& progress)
{
    const model::ThreadCount count(threads);
    model::ProlapModel model = model::ProlapModel::load(pack);
    model.to(model::chooseDevice(device));
    CachedSource source(std::move(model), cacheDir.empty() ? userCacheDir() / "features" : cacheDir);
    std::vector<Measured> all;
    ProgressThrottle throttle;
    for (const MeasuredSet& set : sets) {
        auto one = measured(set, source, control, [&](std::int64_t done, std::int64_t total) {
            if (progress && (throttle.due() || done == total))
                progress({done, total, "", -1});
        });
        if (!one)
            return std::nullopt;
        all.push_back(std::move(*one));
    }
    return all;
}

} // namespace prolap::train
