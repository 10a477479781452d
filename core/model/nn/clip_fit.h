#pragma once

#include <torch/torch.h>

#include "core/model/encoder_config.h"

namespace prolap::model::nn {

/// A waveform shorter than an encoder's window, filled up to it. Shapes: [n] to [length], 1 <= n <= length.
/// Source: CLAP's `repeatpad`, `repeat` and `pad`.
torch::Tensor fillWindow(const torch::Tensor& samples, std::int64_t length, HtsatConfig::Fill fill);

/// The middle of a waveform longer than the window, where the originals crop at random. Shapes: [n] to [length],
/// n >= length; it starts at sample (n - length) / 2.
torch::Tensor centreCrop(const torch::Tensor& samples, std::int64_t length);

/// What attention fusion looks at of a long clip: the whole clip shrunk to `frames` rows, and a crop of its front,
/// middle and back. The originals draw each crop's place from a third of the places; here it is the third's middle.
/// Shapes: logMel [T, M], T > frames, to [4, frames, M].
/// antialiased: how the rows of the whole are blended (LAION's software: true, Hugging Face's: false).
/// Source: Wu et al., arXiv 2211.06687, section 3.2.
torch::Tensor fusionViews(const torch::Tensor& logMel, std::int64_t frames, bool antialiased);

/// The places, in frames, of the three crops that fusionViews() takes of T frames.
std::array<std::int64_t, 3> fusionCropStarts(std::int64_t T, std::int64_t frames);

/// The same with crops at given places, as the originals draw them.
torch::Tensor fusionViews(const torch::Tensor& logMel, std::int64_t frames, bool antialiased,
                          const std::array<std::int64_t, 3>& starts);

} // namespace prolap::model::nn
