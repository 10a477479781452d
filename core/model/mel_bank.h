#pragma once

#include <vector>

#include "core/model/encoder_config.h"

namespace prolap::model {

/// Weights of a mel filter bank, triangles straight in Hz: row-major [bands][fftSize / 2 + 1]. scale: Htk or Slaney.
/// Source: librosa's documented formulas for both scales and norms.
std::vector<double> melBank(const MelConfig& config);

} // namespace prolap::model
