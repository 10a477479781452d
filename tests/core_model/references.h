#pragma once

#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::test {

/// Samples of a mono RIFF WAV of 8 or 16 bits, as the golden inputs are, in +-1. Throws std::runtime_error.
torch::Tensor readWav(const Path& file);

/// A tensor of a file of references. Throws std::runtime_error when there is none of that name.
torch::Tensor reference(const checkpoint::TensorSet& file, const std::string& name);

/// Largest difference; infinity where the shapes differ or NaN stands.
double largestDifference(const torch::Tensor& a, const torch::Tensor& b);
double largestValue(const torch::Tensor& a);
/// Least cosine of the rows of two [N, F].
double leastCosine(const torch::Tensor& a, const torch::Tensor& b);

/// Overwrites a module's weights with those of a file, whose names begin with prefix.
void fill(torch::nn::Module& module, const checkpoint::TensorSet& file, const std::string& prefix);

/// The folder with small random networks and their outputs, made once by make_references.py in PROLAP_PYTHON's
/// environment; why there is none otherwise.
struct ReferenceNets {
    Path folder;
    std::string missing;
};
const ReferenceNets& referenceNets();

/// The tensors of the published aiSFX encoder from the aisfx wheel; why there are none otherwise.
struct AisfxWeights {
    checkpoint::TensorSet tensors;
    std::string missing;
};
const AisfxWeights& aisfxWeights();

} // namespace prolap::test
