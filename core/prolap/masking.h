#pragma once

#include <cstdint>
#include <vector>

#include <torch/torch.h>

namespace prolap {

/// Masks M_1 to M_(L+1) of one input by recursion: each keeps the mask before it and hides each token still seen with
/// probability q, so what is seen shrinks to (1 - q)^l; M_0 hides nothing and is left out.
/// Shapes: maskable bool [N, T], tokens that may be hidden (no padding, no special tokens); returns levels + 1 masks
/// bool [N, T], true where hidden. levels >= 0 is L of the paper; 0 <= q <= 1. Draws from torch's default generator of
/// the CPU, whatever the device.
/// Source: ProLAP (arXiv 2510.18423), recursive masking: L = 2 for text, 1 for audio, q = 0.75.
std::vector<torch::Tensor> recursiveMasks(const torch::Tensor& maskable, int levels, double q);

} // namespace prolap
