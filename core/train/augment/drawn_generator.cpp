#include "core/train/augment/drawn_generator.h"

#include <limits>

#include <torch/torch.h>

namespace prolap::train {

std::mt19937_64 drawnGenerator()
{
    const torch::Tensor seed = torch::randint(std::numeric_limits<std::int64_t>::max(), {1}, torch::kInt64);
    return std::mt19937_64(static_cast<std::uint64_t>(seed.item<std::int64_t>()));
}

} // namespace prolap::train
