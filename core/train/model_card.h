#pragma once

#include <string>

#include "core/model/pack_config.h"
#include "core/train/dataset.h"
#include "core/train/training_run.h"

namespace prolap::train {

/// MODEL_CARD.md of a trained pack: what it is, what it was trained on, how it scored, what it does not know.
std::string modelCard(const model::PackConfig& config, const Dataset& dataset, const TrainingReport& report);

} // namespace prolap::train
