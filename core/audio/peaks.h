#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/paths.h"

namespace prolap::audio {

/// A part of a clip for drawing: the mean of its channels, as extremes and RMS of columns, or sample by sample.
struct Peaks {
    double start = 0, end = 0; ///< seconds
    int sampleRate = 0;        ///< Hz
    /// One value a column, evenly from start to end; empty where samples are given.
    std::vector<float> min, max, rms;
    std::vector<float> samples; ///< from start on, where the part has at most two samples a column
};

/// Decodes [start, end) and reduces it to at most `columns` columns. None when stopped.
/// Errors: those of Decoder. Memory: the columns. Threads: reentrant.
std::optional<Peaks> readPeaks(const Path& file, double start, double end, std::size_t columns,
                               const std::stop_token& stop);

} // namespace prolap::audio
