#pragma once

#include <memory>
#include <vector>

#include <torch/torch.h>

#include "core/model/prolap_model.h"
#include "core/train/dataset.h"
#include "core/train/mixture_plan.h"
#include "core/train/recipe.h"
#include "core/train/views.h"

namespace prolap::train {

/// The sounds of a batch as encoder features.
struct AudioBatch {
    torch::Tensor features;              ///< [B, F], a window of each clip
    MaskedViews masked;                  ///< of the first clips of the batch
    std::vector<torch::Tensor> mixtures; ///< of the pairs, each [M, F], by falling share of the first clip
    torch::Tensor partners;              ///< [M, F], a window of each pair's second clip
};

/// Gives a training step its sounds: from features that a frozen encoder gave beforehand, or through an encoder that
/// learns. Draws from torch's default generator.
class AudioFeed {
public:
    virtual ~AudioFeed() = default;

    /// clips: int64 [B], rows of the data set; masked: how many of them, from the first, also come in masked views;
    /// pairs: mixtures of the first clips with others (pairs.first are the first of clips). Errors: Error(...) of
    /// decoding, where files are read.
    virtual AudioBatch batch(const torch::Tensor& clips, std::int64_t masked, const MixedPairs& pairs) = 0;
};

/// From Dataset::windowFeatures and Dataset::views. The data set outlives the feed.
std::unique_ptr<AudioFeed> frozenAudioFeed(const Dataset& dataset, const torch::Device& device);

/// Decodes, augments and encodes. Everything given outlives the feed.
std::unique_ptr<AudioFeed> liveAudioFeed(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                                         const torch::Device& device);

} // namespace prolap::train
