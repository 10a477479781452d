#pragma once

#include <random>

#include <torch/torch.h>

#include "core/train/data/manifest.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// The rate, in Hz, to decode at so that what is played at sampleRate then runs `speed` times as fast and as high.
int decodingRate(int sampleRate, double speed);

/// One window of samples of a clip for a step that trains the audio encoder, changed at random by the recipe: another
/// speed, a random place in a longer clip, a circular shift in a shorter one (the phase in which it is then repeated),
/// gain. Decodes each time only what it needs. Returns float32 [n], n >= 1, finite.
/// Errors: as audio::Decoder.
torch::Tensor augmentedWindow(const ManifestRow& row, int sampleRate, double windowSeconds,
                              const Recipe::Augmentation& augmentation, std::mt19937_64& random);

} // namespace prolap::train
