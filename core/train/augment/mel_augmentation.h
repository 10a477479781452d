#pragma once

#include <random>

#include <torch/torch.h>

namespace prolap::train {

/// How much of a log-mel image SpecAugment hides.
struct SpecAugment {
    int timeMasks = 2;
    int timeWidth = 16; ///< of one, frames at most
    int melMasks = 2;
    int melWidth = 8; ///< bands at most
};

/// Hides stripes of frames and of mel bands under the clip's mean: each piece has its own, of widths from 0 to the
/// largest and anywhere, alike in all channels.
/// Shapes: pieces of one clip [P, T, M] or [P, C, T, M], float32; returns the same, a copy. Widths beyond T or M hide
/// all of it. Source: Park et al., SpecAugment (arXiv 1904.08779), with the mean instead of 0, which log-mel images
/// that are not standardised do not have in their middle.
torch::Tensor specAugmented(const torch::Tensor& pieces, const SpecAugment& settings, std::mt19937_64& random);

} // namespace prolap::train
