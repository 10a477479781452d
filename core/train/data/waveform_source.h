#pragma once

#include <span>
#include <vector>

#include <torch/torch.h>

#include "core/train/data/manifest.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// One window of samples of a clip for a step that trains the audio encoder, changed at random by the recipe:
/// random place in a longer clip, circular shift in a shorter one, gain. Decodes each time only what it needs.
/// Draws from torch's default generator. Returns float32 [n], n >= 1, finite.
/// Errors: as audio::Decoder.
torch::Tensor augmentedWindow(const ManifestRow& row, int sampleRate, double windowSeconds,
                              const Recipe::Augmentation& augmentation);

} // namespace prolap::train
