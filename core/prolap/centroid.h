#pragma once

#include <torch/torch.h>

namespace prolap {

/// The normalised mean of means [N, D]; returns [D]. The root `centroid` of a traversal.
torch::Tensor centroid(const torch::Tensor& means);

} // namespace prolap
