#pragma once

#include <memory>

#include <torch/torch.h>

#include "core/model/prolap_model.h"
#include "core/train/audio_feed.h"
#include "core/train/dataset.h"
#include "core/train/label_classifier.h"
#include "core/train/objective.h"
#include "core/train/recipe.h"
#include "core/train/text_feed.h"

namespace prolap::train {

/// Brings a batch of clips with their captions into the joint space: what the losses look at.
class BatchEmbedder {
public:
    /// Everything given outlives the embedder. logTemperature: of InfoNCE.
    BatchEmbedder(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, LabelClassifier& labels,
                  const torch::Tensor& logTemperature, const torch::Device& device);

    /// clips: int64 [B], rows of the data set. Draws captions, windows, noise and masks from torch's default generator.
    BatchEmbeddings embed(const torch::Tensor& clips);

private:
    torch::Tensor drawLevels(const torch::Tensor& captionIds) const;
    void embedClips(const torch::Tensor& clips, std::int64_t masked, BatchEmbeddings& batch);
    void embedCaptions(const torch::Tensor& ids, const torch::Tensor& shown, std::int64_t masked,
                       BatchEmbeddings& batch);

    model::ProlapModel& m_model;
    const Dataset& m_dataset;
    const Recipe& m_recipe;
    LabelClassifier& m_labels;
    torch::Tensor m_logTemperature;
    torch::Device m_device;
    std::unique_ptr<AudioFeed> m_audio;
    std::unique_ptr<TextFeed> m_text;
};

} // namespace prolap::train
