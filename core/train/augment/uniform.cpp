#include "core/train/augment/uniform.h"

#include <algorithm>

namespace prolap::train {

double uniform(std::mt19937_64& random, double from, double to)
{
    constexpr double kUnit = 0x1p-53; // of the 53 bits that a double holds
    return from + (to - from) * (static_cast<double>(random() >> 11) * kUnit);
}

std::int64_t uniformIndex(std::mt19937_64& random, std::int64_t count)
{
    // Rounding may reach the end of the range.
    return std::min(count - 1, static_cast<std::int64_t>(uniform(random, 0, static_cast<double>(count))));
}

} // namespace prolap::train
