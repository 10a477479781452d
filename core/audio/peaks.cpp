#include "core/audio/peaks.h"

#include <algorithm>
#include <cmath>

#include "core/audio/decoder.h"

namespace prolap::audio {

std::optional<Peaks> readPeaks(const Path& file, double start, double end, std::size_t columns,
                               const std::stop_token& stop)
{
    DecodeOptions options;
    options.mono = true;
    options.startSeconds = start;
    options.endSeconds = end;
    Decoder decoder(file, options);
    Peaks peaks;
    peaks.start = start;
    peaks.end = end;
    peaks.sampleRate = decoder.sampleRate();
    const double wanted = (end - start) * decoder.sampleRate();
    const bool single = wanted <= 2.0 * static_cast<double>(columns);
    std::vector<double> squares(single ? 0 : columns, 0.0);
    std::vector<std::size_t> counts(squares.size(), 0);
    if (!single) {
        peaks.min.assign(columns, 0);
        peaks.max.assign(columns, 0);
        peaks.rms.assign(columns, 0);
    }
    std::vector<float> block(8192);
    std::size_t done = 0;
    while (const std::size_t got = decoder.read(block)) {
        if (stop.stop_requested())
            return std::nullopt;
        if (single) {
            peaks.samples.insert(peaks.samples.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(got));
            continue;
        }
        for (std::size_t i = 0; i < got; ++i, ++done) {
            const auto column = std::min(columns - 1, static_cast<std::size_t>(static_cast<double>(done) / wanted *
                                                                               static_cast<double>(columns)));
            const float v = block[i];
            if (counts[column]++ == 0) {
                peaks.min[column] = peaks.max[column] = v;
            } else {
                peaks.min[column] = std::min(peaks.min[column], v);
                peaks.max[column] = std::max(peaks.max[column], v);
            }
            squares[column] += double{v} * v;
        }
    }
    for (std::size_t c = 0; c < squares.size(); ++c)
        if (counts[c] > 0)
            peaks.rms[c] = static_cast<float>(std::sqrt(squares[c] / static_cast<double>(counts[c])));
    return peaks;
}

} // namespace prolap::audio
