#pragma once

#include <memory>

#include <torch/torch.h>

#include "core/model/prolap_model.h"
#include "core/train/dataset.h"
#include "core/train/distributed/process_group.h"
#include "core/train/feeds/audio_feed.h"
#include "core/train/feeds/text_feed.h"
#include "core/train/label_classifier.h"
#include "core/train/objective.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// Brings a batch of clips with their captions into the joint space: what the losses look at. In a group of processes
/// each embeds its share of the batch and has the embeddings of all.
class BatchEmbedder {
public:
    /// Everything given outlives the embedder. logTemperature: of InfoNCE.
    BatchEmbedder(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, LabelClassifier& labels,
                  const torch::Tensor& logTemperature, const torch::Device& device, const ProcessGroup& group);

    /// clips: int64 [B], rows of the data set, the same in all processes; B is a multiple of the group's size. Draws
    /// captions, windows, noise and masks from torch's default generator, which is in the same state in all processes.
    BatchEmbeddings embed(const torch::Tensor& clips);

private:
    torch::Tensor drawLevels(const torch::Tensor& captionIds) const;
    /// clips: of the whole batch; masked: how many of this process's; pairs: of the whole batch.
    void embedClips(const torch::Tensor& clips, std::int64_t masked, const MixedPairs& pairs, BatchEmbeddings& batch);
    /// ids [B, L] and levels [B], at which they are shown: of the whole batch.
    void embedCaptions(const torch::Tensor& ids, const torch::Tensor& levels, std::int64_t masked,
                       const MixedPairs& pairs, BatchEmbeddings& batch);
    MixedPairs share(const MixedPairs& pairs) const;
    /// This process's share of what belongs to the whole batch: every size-th row from the rank-th.
    torch::Tensor share(const torch::Tensor& batch) const;
    /// All processes' rows in the order of the batch, each having as many.
    torch::Tensor together(const torch::Tensor& rows) const;
    Gaussians together(const Gaussians& z) const;

    model::ProlapModel& m_model;
    const Dataset& m_dataset;
    const Recipe& m_recipe;
    LabelClassifier& m_labels;
    torch::Tensor m_logTemperature;
    torch::Device m_device;
    const ProcessGroup& m_group;
    std::unique_ptr<AudioFeed> m_audio;
    std::unique_ptr<TextFeed> m_text;
};

} // namespace prolap::train
