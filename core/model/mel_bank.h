#pragma once

#include <vector>

#include "core/model/encoder_config.h"

namespace prolap::model {

/// Edges of the bands in Hz, bands + 2 of them: band b rises from edge b to edge b + 1 and falls to edge b + 2.
std::vector<double> melBandEdges(const MelConfig& config);

/// Weights of a mel filter bank, triangles straight in Hz: row-major [bands][fftSize / 2 + 1]. scale: Htk or Slaney.
/// Source: librosa's documented formulas for both scales and norms.
std::vector<double> melBank(const MelConfig& config);

} // namespace prolap::model
