#pragma once

#include <cstdint>

#include "core/train/recipe.h"

namespace prolap::train {

/// Share of the full learning rate at a step, 0 <= step < total.
/// OneCycle: half a cosine from 1/25 up over the warm-up, half a cosine down to 1/250000.
/// Cosine: straight up over the warm-up, half a cosine down to 0.
/// Source: Smith and Topin, arXiv 1708.07120 (the one cycle).
double learningRateShare(Recipe::Schedule schedule, double warmupShare, std::int64_t step, std::int64_t total);

} // namespace prolap::train
