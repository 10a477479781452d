#include "core/train/joint_space.h"

#include "core/train/data/piece_source.h"

namespace prolap::train {

namespace {

Gaussians asGaussians(const model::nn::Gaussians& z)
{
    return {z.mean, z.logVar};
}

/// Clips by the aggregate of their windows: the mean of the means, normalised again, the mean of the log-variances.
Gaussians aggregated(const Gaussians& windows, const torch::Tensor& counts)
{
    const std::int64_t clips = counts.numel();
    const torch::Tensor owner = torch::repeat_interleave(torch::arange(clips), counts);
    const auto meanOf = [&](const torch::Tensor& rows) {
        return torch::zeros({clips, rows.size(1)}, rows.options()).index_add(0, owner, rows) / counts.unsqueeze(1);
    };
    Gaussians result;
    result.mean =
        torch::nn::functional::normalize(meanOf(windows.mean), torch::nn::functional::NormalizeFuncOptions().dim(-1));
    if (windows.probabilistic())
        result.logVar = meanOf(windows.logVar);
    return result;
}

} // namespace

RetrievalTask embedSplit(const model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                         const torch::Tensor& rows)
{
    const torch::NoGradGuard noGrad;
    const torch::Device device = model.logitScale.device();
    const torch::Tensor counts = dataset.windowCount.index_select(0, rows);
    torch::Tensor features;
    if (recipe.trainsAudio()) {
        model.audioEncoder->optimiseForInference();
        std::vector<torch::Tensor> parts;
        for (std::int64_t i = 0; i < rows.numel(); ++i) {
            const ManifestRow& row = dataset.rows[static_cast<std::size_t>(rows[i].item<std::int64_t>())];
            const ClipPieces clip = dataset.pieces->windows(row.file);
            for (const torch::Tensor& window : clip.pieces.split_with_sizes(clip.counts))
                parts.push_back(model.audioEncoder->forward(window.to(device)).mean(0, /*keepdim=*/true));
        }
        features = torch::cat(parts);
    } else {
        const torch::Tensor owner = torch::repeat_interleave(torch::arange(rows.numel()), counts);
        const torch::Tensor begins = counts.cumsum(0) - counts;
        const torch::Tensor within = torch::arange(owner.numel()) - begins.index_select(0, owner);
        features = dataset.windowFeatures.index_select(
            0, dataset.firstWindow.index_select(0, rows).index_select(0, owner) + within);
    }
    RetrievalTask task;
    const Gaussians windows = asGaussians(model.audioHead.ptr()->forward(features.to(device)));
    task.clips =
        aggregated({windows.mean.cpu(), windows.probabilistic() ? windows.logVar.cpu() : torch::Tensor()}, counts);
    const torch::Tensor texts =
        recipe.trainsText() ? model.encodeTextFeatures(dataset.captions) : dataset.captionFeatures;
    const Gaussians captions = asGaussians(model.textHead.ptr()->forward(texts.to(device)));
    task.captions = {captions.mean.cpu(), captions.probabilistic() ? captions.logVar.cpu() : torch::Tensor()};
    task.captionIds = dataset.captionIds.index_select(0, rows);
    task.alternatives = dataset.alternatives.index_select(0, rows);
    task.labels = dataset.labels.index_select(0, rows);
    return task;
}

} // namespace prolap::train
