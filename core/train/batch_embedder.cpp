#include "core/train/batch_embedder.h"

#include <cmath>

#include "core/prolap/targets.h"

namespace prolap::train {

namespace {

Gaussians part(const model::nn::Gaussians& z, std::int64_t begin, std::int64_t end)
{
    return {z.mean.slice(0, begin, end), z.logVar.defined() ? z.logVar.slice(0, begin, end) : torch::Tensor()};
}

/// count groups of `size` rows from `begin` on.
std::vector<Gaussians> groups(const model::nn::Gaussians& z, std::int64_t begin, std::int64_t size, std::size_t count)
{
    std::vector<Gaussians> all;
    for (std::size_t i = 0; i < count; ++i, begin += size)
        all.push_back(part(z, begin, begin + size));
    return all;
}

} // namespace

BatchEmbedder::BatchEmbedder(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                             LabelClassifier& labels, const torch::Tensor& logTemperature, const torch::Device& device)
    : m_model(model),
      m_dataset(dataset),
      m_recipe(recipe),
      m_labels(labels),
      m_logTemperature(logTemperature),
      m_device(device),
      m_audio(recipe.trainsAudio() ? liveAudioFeed(model, dataset, recipe, device) : frozenAudioFeed(dataset, device)),
      m_text(recipe.trainsText() ? liveTextFeed(model, dataset, recipe, device) : frozenTextFeed(dataset, device))
{
}

BatchEmbeddings BatchEmbedder::embed(const torch::Tensor& clips)
{
    const std::int64_t count = clips.numel();
    const torch::Tensor ids = drawnCaptions(m_dataset.alternatives.index_select(0, clips)); // [B, L]
    const torch::Tensor levels = drawLevels(ids);
    const torch::Tensor labels = m_dataset.labels.index_select(0, clips);
    // Two at least: the repulsive loss compares samples.
    const auto wanted = static_cast<std::int64_t>(std::ceil(m_recipe.views.share * static_cast<double>(count)));
    const std::int64_t masked = std::min(count, std::max<std::int64_t>(2, wanted));

    BatchEmbeddings batch;
    embedClips(clips, m_recipe.masksClips() ? masked : 0, batch);
    embedCaptions(ids, ids.gather(1, levels.unsqueeze(1)).squeeze(1), m_recipe.masksCaptions() ? masked : 0, batch);
    batch.targets = (m_recipe.losses.targets == Recipe::Targets::Label ? labelAwareTargets(ids, levels, labels)
                                                                       : oneToOneTargets(count))
                        .to(m_device);
    batch.logScale = m_model.logitScale;
    batch.bias = m_model.logitBias;
    batch.logTemperature = m_logTemperature;
    return batch;
}

void BatchEmbedder::embedClips(const torch::Tensor& clips, std::int64_t masked, BatchEmbeddings& batch)
{
    const std::int64_t count = clips.numel();
    const AudioBatch sounds = m_audio->batch(clips, masked);
    torch::Tensor features = m_model.audioHead->standardise(sounds.features);
    if (!m_recipe.trainsAudio())
        features = features + m_recipe.augmentation.featureNoise * torch::randn_like(features);
    torch::Tensor rows = features;
    if (!sounds.masked.empty())
        rows = torch::cat({features, m_model.audioHead->standardise(torch::cat(sounds.masked))});
    const model::nn::Gaussians z = m_model.audioHead->forwardStandardised(rows);
    batch.clips = part(z, 0, count);
    batch.maskedClips = groups(z, count, masked, sounds.masked.size());
    if (m_labels.usable())
        batch.labelLoss = m_labels.loss(m_model.audioHead->inner(features), m_dataset.labels.index_select(0, clips),
                                        m_recipe.losses.labelSmoothing);
}

void BatchEmbedder::embedCaptions(const torch::Tensor& ids, const torch::Tensor& shown, std::int64_t masked,
                                  BatchEmbeddings& batch)
{
    const std::int64_t count = shown.numel(), levels = ids.size(1);
    // Clips with a caption at every level show all of them; the rest only the drawn one.
    torch::Tensor asked = shown;
    std::int64_t whole = 0;
    if (m_recipe.losses.inclusionLevels > 0 && levels > 1 && m_model.textHead->config().probabilistic) {
        const torch::Tensor complete = (ids >= 0).all(1).nonzero().squeeze(1);
        whole = complete.numel();
        asked = torch::cat({shown, ids.index_select(0, complete).t().reshape(-1)});
    }
    torch::Tensor features = m_text->features(asked);
    MaskedViews views;
    if (masked > 0) {
        views = m_text->masked(shown.slice(0, 0, masked));
        features = torch::cat({features, torch::cat(views)});
    }
    const model::nn::Gaussians z = m_model.textHead->forward(features);
    batch.captions = part(z, 0, count);
    if (whole > 0)
        batch.captionsByLevel = groups(z, count, whole, static_cast<std::size_t>(levels));
    batch.maskedCaptions = groups(z, asked.numel(), masked, views.size());
}

/// A caption column for each clip, by the recipe's shares among those that the clip has.
torch::Tensor BatchEmbedder::drawLevels(const torch::Tensor& captionIds) const
{
    torch::Tensor shares = torch::full({captionIds.size(1)}, 1e-9, torch::kFloat32);
    for (std::int64_t level = 0; level < captionIds.size(1); ++level) {
        const auto index = static_cast<std::size_t>(level);
        if (index < m_recipe.data.captionLevels.size())
            shares[level] += m_recipe.data.captionLevels[index];
    }
    return torch::multinomial(shares.unsqueeze(0) * (captionIds >= 0), 1, /*replacement=*/true).squeeze(1);
}

} // namespace prolap::train
