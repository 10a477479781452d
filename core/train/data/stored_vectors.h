#pragma once

#include <vector>

#include "core/paths.h"
#include "core/train/data/manifest.h"

namespace prolap::train {

/// What a library heard of these clips, a vector of length 1 each, all by one model (the one that heard most of them);
/// empty for clips that it has not heard, and everywhere where the library cannot be read.
std::vector<std::vector<float>> storedVectors(const Path& library, const std::vector<ManifestRow>& rows);

} // namespace prolap::train
