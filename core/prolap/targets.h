#pragma once

#include <torch/torch.h>

namespace prolap {

/// Which caption of a batch is true of which clip: bool [N, N], clip i over caption j.
///
/// One-to-one: the diagonal.
torch::Tensor oneToOneTargets(std::int64_t n);

/// Label-aware: caption j is true of clip i when i has the very same caption at j's level, or the same label.
/// Shapes: captionIds [N, L] int64, the ids of each clip's captions by level, -1 where it has none; levels [N] int64,
/// which of them row j shows; labels [N] int64, -1 for none.
/// Returns bool [N, N]; the diagonal is true.
torch::Tensor labelAwareTargets(const torch::Tensor& captionIds, const torch::Tensor& levels,
                                const torch::Tensor& labels);

} // namespace prolap
