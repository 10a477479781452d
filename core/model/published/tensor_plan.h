#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/model/pack_config.h"

namespace prolap::model {

/// Names and shapes of the tensors that a pack of this config holds, as far as published checkpoints have such parts:
/// HTS-AT, RoBERTa and GPT-2 encoders, deterministic heads with logit scale and bias.
std::map<std::string, std::vector<std::int64_t>> tensorPlan(const PackConfig& config);

/// Size of the encoders' features.
std::int64_t audioFeatureSize(const HtsatConfig& htsat);
std::int64_t textFeatureSize(const TextEncoderConfig& text);

} // namespace prolap::model
