#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <torch/torch.h>

#include "core/paths.h"

namespace prolap::train {

using NamedTensors = std::map<std::string, torch::Tensor>;

/// Where a training run stands, enough to go on bit for bit: every random choice is drawn from the seed and the number
/// of the step, so no generator state is kept.
struct TrainingState {
    std::int64_t step = 0;      ///< steps done
    NamedTensors weights;       ///< that are trained
    NamedTensors first, second; ///< AdamW's moments of each weight
    NamedTensors average;       ///< of the weights over steps; empty when the recipe wants none
    NamedTensors best;          ///< weights of the best validation so far; empty before the first
    int bestEpoch = 0;
    double bestValue = 0;
};

/// Writes a checkpoint atomically. identity: what recipe and data the run belongs to.
/// Errors: Error(DiskFull, Permission, ReadOnly).
void saveState(const Path& file, const TrainingState& state, const std::string& identity);

/// Errors: Error(NotFound, Corrupt); Error(Incompatible) when the checkpoint belongs to another recipe or other data.
TrainingState loadState(const Path& file, const std::string& identity);

} // namespace prolap::train
