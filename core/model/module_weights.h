#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/model/checkpoint/tensor.h"
#include "core/model/stored_precision.h"
#include "core/paths.h"

namespace prolap::model {

/// A weight of a module under the name that checkpoints give it.
struct NamedWeight {
    std::string name;
    torch::Tensor tensor;  ///< the module's own: writing to it changes the module
    bool optional = false; ///< what stands for hidden input: packs of before it and published checkpoints have none
};

/// What a checkpoint holds of a module: its parameters, and its buffers but for counters. Names begin with prefix.
std::vector<NamedWeight> weightsOf(const torch::nn::Module& module, const std::string& prefix);

/// Copies tensors of a file over the weights (F32, F16, BF16, F64 are taken). used collects the names; an optional
/// weight that the file has not stays what it is.
/// Errors: Error(Incompatible) for a missing tensor, another shape or dtype; Error(Corrupt) for NaN or infinity; each
/// names file and tensor, what was expected and what was found.
void copyWeights(const std::vector<NamedWeight>& weights, const checkpoint::TensorSet& file, const Path& path,
                 std::set<std::string>& used);

/// Errors: Error(Incompatible) naming the first tensor of the file that is not among used.
void refuseUnusedTensors(const checkpoint::TensorSet& file, const Path& path, const std::set<std::string>& used);

/// Writes weights as safetensors. Errors: as writeSafetensors(); Error(Unsupported) naming the first tensor that fp16
/// cannot hold.
void writeWeights(const Path& path, const std::vector<NamedWeight>& weights,
                  const std::map<std::string, std::string>& metadata,
                  StoredPrecision precision = StoredPrecision::Fp32);

/// A float32 or int64 tensor of a checkpoint as a torch tensor of its own. Errors: Error(Incompatible) for other
/// dtypes.
torch::Tensor toTorch(const checkpoint::TensorView& view, const Path& path);

} // namespace prolap::model
