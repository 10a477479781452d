#pragma once

#include <torch/torch.h>

#include "core/model/prolap_model.h"
#include "core/train/dataset.h"
#include "core/train/evaluation/retrieval_protocol.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// A split in the joint space: clips by the aggregate of their windows, and all captions of the data set.
/// rows: int64, clips of the data set. Encodes anew what encoders are trained along; else uses the features.
RetrievalTask embedSplit(const model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                         const torch::Tensor& rows);

} // namespace prolap::train
