#pragma once

#include <vector>

#include <torch/torch.h>

namespace prolap::train {

/// Views of the same M inputs that hide more and more, as encoder features: the unmasked one first. Empty when none
/// were asked for. Shapes: each [M, F].
using MaskedViews = std::vector<torch::Tensor>;

/// Views that frozen encoders gave beforehand: K draws of masks for each clip and caption, V views of each draw, the
/// unmasked one first.
struct EncodedViews {
    torch::Tensor maskedClips;    ///< [N, K, V, F] of an excerpt of each training clip; undefined: not wanted
    torch::Tensor maskedCaptions; ///< [C, K, V, Ft]; undefined: not wanted

    /// Of the data set's mixtures, where wanted: by falling share of the first clip, [N, K, V, F]; their distinct
    /// captions [C', Ft], and which of these each has when its first clip is shown at a level, int64 [N, K, L] (-1: the
    /// clip has no caption there).
    torch::Tensor mixedClips, mixedCaptions, mixedCaptionRows;
};

/// The views of one draw, chosen at random, of each row. Shapes: all [N, K, V, F], rows int64 [M]; returns V of [M, F].
MaskedViews drawnViews(const torch::Tensor& all, const torch::Tensor& rows, const torch::Device& device);

} // namespace prolap::train
