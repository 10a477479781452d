#pragma once

#include <cstdint>

#include "core/model/prolap_model.h"

namespace prolap::test {

/// A model whose heads count and whose encoders are never run: random heads over features of those sizes (textFeatures
/// even), by the seed.
model::ProlapModel modelWithHeads(std::int64_t audioFeatures, std::int64_t textFeatures,
                                  const model::HeadsConfig& heads, std::uint64_t seed);

} // namespace prolap::test
