#pragma once

#include <random>

namespace prolap::train {

/// A generator that is seeded by torch's default one, which takes one step: for a torch run's choices outside of torch.
std::mt19937_64 drawnGenerator();

} // namespace prolap::train
