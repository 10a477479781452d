#include "core/train/batch_embedder.h"

#include <cmath>
#include <limits>

#include "core/model/nn/autocast.h"
#include "core/prolap/targets.h"

namespace prolap::train {

namespace {

/// In float32: the losses need the digits.
Gaussians part(const model::nn::Gaussians& z, std::int64_t begin, std::int64_t end)
{
    const auto rows = [&](const torch::Tensor& all) { return all.slice(0, begin, end).to(torch::kFloat32); };
    return {rows(z.mean), z.logVar.defined() ? rows(z.logVar) : torch::Tensor()};
}

/// count groups of `size` rows from `begin` on.
std::vector<Gaussians> groups(const model::nn::Gaussians& z, std::int64_t begin, std::int64_t size, std::size_t count)
{
    std::vector<Gaussians> all;
    for (std::size_t i = 0; i < count; ++i, begin += size)
        all.push_back(part(z, begin, begin + size));
    return all;
}

/// One of the views of each sample, each as likely. Shapes: V of [M, D]; returns [M, D].
Gaussians drawnView(const std::vector<Gaussians>& views)
{
    const std::int64_t count = views[0].mean.size(0);
    const torch::Tensor drawn =
        torch::randint(static_cast<std::int64_t>(views.size()), {count}, torch::kInt64).to(views[0].mean.device());
    const torch::Tensor rows = drawn * count + torch::arange(count, drawn.options());
    std::vector<torch::Tensor> means, logVars;
    for (const Gaussians& view : views) {
        means.push_back(view.mean);
        if (view.probabilistic())
            logVars.push_back(view.logVar);
    }
    return {torch::cat(means).index_select(0, rows),
            logVars.empty() ? torch::Tensor() : torch::cat(logVars).index_select(0, rows)};
}

/// The number of clips of `own` that a share stands for.
std::int64_t countOf(double share, std::int64_t own)
{
    // Two at least: losses compare samples.
    return std::min(own,
                    std::max<std::int64_t>(2, static_cast<std::int64_t>(std::ceil(share * static_cast<double>(own)))));
}

} // namespace

BatchEmbedder::BatchEmbedder(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                             LabelClassifier& labels, const torch::Tensor& logTemperature, const torch::Device& device,
                             const ProcessGroup& group)
    : m_model(model),
      m_dataset(dataset),
      m_recipe(recipe),
      m_labels(labels),
      m_logTemperature(logTemperature),
      m_device(device),
      m_group(group),
      m_audio(recipe.trainsAudio() ? liveAudioFeed(model, dataset, recipe, device) : frozenAudioFeed(dataset, device)),
      m_text(recipe.trainsText() ? liveTextFeed(model, dataset, recipe, device) : frozenTextFeed(dataset, device))
{
}

BatchEmbeddings BatchEmbedder::embed(const torch::Tensor& clips)
{
    const torch::Tensor ids = drawnCaptions(m_dataset.alternatives.index_select(0, clips)); // [B, L]
    const torch::Tensor levels = drawLevels(ids);
    const torch::Tensor labels = m_dataset.labels.index_select(0, clips);
    const std::int64_t own = clips.numel() / m_group.size();
    MixedPairs pairs;
    if (m_recipe.mixes())
        pairs = m_dataset.mixtures.drawnPairs(clips.slice(0, 0, countOf(m_recipe.mixing.share, own) * m_group.size()));
    if (m_group.size() > 1) // from here on each process draws for its own clips
        torch::manual_seed(
            torch::randint(std::numeric_limits<std::int32_t>::max(), {1}, torch::kInt64).item<std::int64_t>() +
            m_group.rank());
    const std::int64_t masked = countOf(m_recipe.views.share, own);

    BatchEmbeddings batch;
    embedClips(clips, m_recipe.masksClips() ? masked : 0, pairs, batch);
    embedCaptions(ids, levels, m_recipe.masksCaptions() ? masked : 0, pairs, batch);
    const bool labelAware = m_recipe.losses.targets == Recipe::Targets::Label;
    batch.targets = (labelAware ? labelAwareTargets(ids, levels, labels) : oneToOneTargets(clips.numel())).to(m_device);
    if (pairs.count() > 0)
        batch.mixedTargets =
            mixtureTargets(m_dataset, pairs, levels.slice(0, 0, pairs.count()), labelAware).to(m_device);
    if (m_dataset.teacher.defined()) {
        const torch::Tensor shown = ids.gather(1, levels.unsqueeze(1)).squeeze(1);
        batch.clipTeachers = m_dataset.teacher.clips.index_select(0, clips).to(m_device);
        batch.captionTeachers = m_dataset.teacher.captions.index_select(0, shown).to(m_device);
    }
    batch.logScale = m_model.logitScale;
    batch.bias = m_model.logitBias;
    batch.logTemperature = m_logTemperature;
    return batch;
}

torch::Tensor BatchEmbedder::share(const torch::Tensor& batch) const
{
    return batch.slice(0, m_group.rank(), batch.size(0), m_group.size());
}

MixedPairs BatchEmbedder::share(const MixedPairs& pairs) const
{
    if (pairs.count() == 0)
        return {};
    return {share(pairs.first), share(pairs.second), share(pairs.draws)};
}

torch::Tensor BatchEmbedder::together(const torch::Tensor& rows) const
{
    if (m_group.size() == 1)
        return rows;
    const auto size = static_cast<std::size_t>(m_group.size());
    const torch::Tensor all = m_group.gather(rows, std::vector<std::int64_t>(size, rows.size(0)));
    return all.view({m_group.size(), rows.size(0), -1}).transpose(0, 1).reshape({-1, rows.size(1)});
}

Gaussians BatchEmbedder::together(const Gaussians& z) const
{
    return {together(z.mean), z.probabilistic() ? together(z.logVar) : torch::Tensor()};
}

void BatchEmbedder::embedClips(const torch::Tensor& clips, std::int64_t masked, const MixedPairs& pairs,
                               BatchEmbeddings& batch)
{
    const model::nn::Autocast precision({m_device.type(), m_recipe.optimiser.bf16});
    const torch::Tensor own = share(clips);
    const std::int64_t count = own.numel();
    const MixedPairs ownPairs = share(pairs);
    const AudioBatch sounds = m_audio->batch(own, masked, ownPairs);
    const auto noisy = [&](const torch::Tensor& standardised) {
        if (m_recipe.trainsAudio())
            return standardised;
        return standardised + m_recipe.augmentation.featureNoise * torch::randn_like(standardised);
    };
    const torch::Tensor features = noisy(m_model.audioHead->standardise(sounds.features));
    torch::Tensor rows = features;
    if (!sounds.masked.empty())
        rows = torch::cat({features, m_model.audioHead->standardise(torch::cat(sounds.masked))});
    const std::int64_t views = rows.size(0);
    if (ownPairs.count() > 0) { // beside their clips, so with noise as these
        const torch::Tensor mixed = torch::cat({torch::cat(sounds.mixtures), sounds.partners});
        rows = torch::cat({rows, noisy(m_model.audioHead->standardise(mixed))});
    }
    const model::nn::Gaussians z = m_model.audioHead->forwardStandardised(rows);
    batch.clips = together(part(z, 0, count));
    for (const Gaussians& view : groups(z, count, masked, sounds.masked.size()))
        batch.maskedClips.push_back(together(view));
    if (ownPairs.count() > 0) {
        std::vector<Gaussians> mixtures = groups(z, views, ownPairs.count(), sounds.mixtures.size() + 1);
        batch.mixedSecond = together(mixtures.back());
        mixtures.pop_back();
        batch.mixed = together(drawnView(mixtures));
        for (const Gaussians& mixture : mixtures)
            batch.mixtures.push_back(together(mixture));
        const auto first = [&](const torch::Tensor& all) { return all.slice(0, 0, pairs.count()); };
        batch.mixedFirst = {first(batch.clips.mean),
                            batch.clips.probabilistic() ? first(batch.clips.logVar) : torch::Tensor()};
    }
    if (m_labels.usable())
        batch.labelLoss =
            m_labels.loss(together(m_labels.logits(m_model.audioHead->inner(features)).to(torch::kFloat32)),
                          m_dataset.labels.index_select(0, clips), m_recipe.losses.labelSmoothing);
}

void BatchEmbedder::embedCaptions(const torch::Tensor& ids, const torch::Tensor& levels, std::int64_t masked,
                                  const MixedPairs& pairs, BatchEmbeddings& batch)
{
    const model::nn::Autocast precision({m_device.type(), m_recipe.optimiser.bf16});
    const torch::Tensor ownShown = share(ids.gather(1, levels.unsqueeze(1)).squeeze(1));
    const std::int64_t count = ownShown.numel();
    // Clips with a caption at every level show all of them; the rest only the drawn one.
    const torch::Tensor complete = (ids >= 0).all(1);
    const bool byLevel = m_recipe.losses.inclusionLevels > 0 && ids.size(1) > 1 &&
                         m_model.textHead->config().probabilistic && complete.any().item<bool>();
    torch::Tensor asked = ownShown;
    if (byLevel)
        asked = torch::cat({ownShown, share(ids).index({share(complete)}).t().reshape(-1)});
    torch::Tensor features = m_text->features(asked);
    MaskedViews views;
    if (masked > 0) {
        views = m_text->masked(ownShown.slice(0, 0, masked));
        features = torch::cat({features, torch::cat(views)});
    }
    const std::int64_t unmixed = features.size(0);
    const MixedPairs ownPairs = share(pairs);
    if (ownPairs.count() > 0)
        features = torch::cat({features, m_text->mixed(ownPairs, share(levels.slice(0, 0, pairs.count())))});
    const model::nn::Gaussians z = m_model.textHead->forward(features);
    batch.captions = together(part(z, 0, count));
    if (byLevel) {
        std::vector<std::int64_t> wholes; // complete clips of each process
        for (int rank = 0; rank < m_group.size(); ++rank)
            wholes.push_back(complete.slice(0, rank, complete.numel(), m_group.size()).sum().item<std::int64_t>());
        const std::int64_t whole = wholes[static_cast<std::size_t>(m_group.rank())];
        for (const Gaussians& level : groups(z, count, whole, static_cast<std::size_t>(ids.size(1))))
            batch.captionsByLevel.push_back({m_group.gather(level.mean, wholes), m_group.gather(level.logVar, wholes)});
    }
    for (const Gaussians& view : groups(z, asked.numel(), masked, views.size()))
        batch.maskedCaptions.push_back(together(view));
    if (ownPairs.count() > 0)
        batch.mixedCaptions = together(part(z, unmixed, unmixed + ownPairs.count()));
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
