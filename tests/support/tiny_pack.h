#pragma once

#include "core/paths.h"

namespace prolap::test {

/// Writes a complete model pack of the starter's architecture, small and random: cnn8 and BERT of a few thousand
/// weights with probabilistic, calibrated heads of 16 dimensions; 16 kHz, windows of 10 s. The features are
/// standardised over a few synthetic sounds and captions, so that unlike inputs get unlike embeddings. The same seed
/// gives the same bytes. Takes well under a second.
/// probabilistic: whether it has uncertainty heads.
void writeTinyPack(const Path& folder, unsigned seed = 1, bool probabilistic = true);

} // namespace prolap::test
