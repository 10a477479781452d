#pragma once

#include <cstdint>
#include <random>

namespace prolap::train {

/// A number from [from, to), each as likely as any other. The same generator gives the same numbers with every standard
/// library, which std::uniform_real_distribution does not promise.
double uniform(std::mt19937_64& random, double from, double to);

/// A whole number from [0, count), count >= 1.
std::int64_t uniformIndex(std::mt19937_64& random, std::int64_t count);

} // namespace prolap::train
