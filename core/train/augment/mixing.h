#pragma once

#include <random>
#include <vector>

#include <torch/torch.h>

namespace prolap::train {

/// Two sounds at once: alpha a + (1 - alpha) b, b brought to a's level (RMS) first. The shorter one is followed by
/// silence. A mixture that would pass +-1 is made quieter as a whole, so that front ends that clip do not.
/// Shapes: float32 [n] and [m], n, m >= 1, samples within +-1; 0 <= alpha <= 1; returns [max(n, m)]. Levels are those
/// of each sound's own samples; a silent b, or one beside a silent a, stays as it is.
/// Source: MixProLAP (arXiv 2606.20418): x_mix = alpha x_i + (1 - alpha) x_j at matched level.
torch::Tensor mixWaveforms(const torch::Tensor& a, const torch::Tensor& b, double alpha);

/// Graded shares of the first sound, each from U(.5, 1), the largest first: mixtures in which it dominates less and
/// less. Source: as above, which grades over 3 levels.
std::vector<double> gradedAlphas(std::mt19937_64& random, int levels = 3);

} // namespace prolap::train
