#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

namespace prolap::train {

/// Two clips that sound nearly the same to the model.
struct AlikePair {
    std::size_t first = 0, second = 0; ///< rows
    float cosine = 0;
};

/// From this cosine on clips count as nearly the same: see docs/finetuning.md for how it was chosen.
inline constexpr float kAlikeCosine = .985F;

/// All pairs of vectors (of length 1; empty ones are like none) whose cosine is at least `least`, exactly. Some
/// thousand vectors take well under a second, 50 000 some seconds. What was found so far when stopped.
std::vector<AlikePair> alikePairs(const std::vector<std::vector<float>>& vectors, float least, std::stop_token stop);

} // namespace prolap::train
