#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/clip_table.h"

namespace prolap::db {

/// A waveform as the catalogue stores it, 3 bytes a column: one byte version (1), the number of columns (uint32) and
/// the largest magnitude (float), both little-endian, then min, max and rms as int8 in 127ths of that magnitude.
std::string encodeWaveform(const Waveform& waveform);

/// None when the bytes are no waveform.
std::optional<Waveform> decodeWaveform(std::string_view blob);

} // namespace prolap::db
