#pragma once

#include <memory>

#include <torch/torch.h>

#include "core/model/prolap_model.h"
#include "core/train/dataset.h"
#include "core/train/mixture_plan.h"
#include "core/train/recipe.h"
#include "core/train/views.h"

namespace prolap::train {

/// Gives a training step its captions as encoder features: those that a frozen encoder gave beforehand, or through an
/// encoder that learns. Draws from torch's default generator.
class TextFeed {
public:
    virtual ~TextFeed() = default;

    /// Features [N, Ft] of captions by id, int64 [N].
    virtual torch::Tensor features(const torch::Tensor& ids) = 0;
    /// Masked views of captions by id, int64 [M].
    virtual MaskedViews masked(const torch::Tensor& ids) = 0;
    /// Features [M, Ft] of the captions of mixtures whose first clips are shown at those levels, int64 [M].
    virtual torch::Tensor mixed(const MixedPairs& pairs, const torch::Tensor& levels) = 0;
};

/// From Dataset::captionFeatures and Dataset::views. The data set outlives the feed.
std::unique_ptr<TextFeed> frozenTextFeed(const Dataset& dataset, const torch::Device& device);

/// Everything given outlives the feed.
std::unique_ptr<TextFeed> liveTextFeed(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                                       const torch::Device& device);

} // namespace prolap::train
