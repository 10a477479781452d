#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/paths.h"

namespace prolap::audio {

/// Magnitudes of one Hann-windowed frame. Threads: one at a time.
class Spectrum {
public:
    /// size: samples a frame, a power of two, 64 to 32768.
    explicit Spectrum(std::size_t size);
    ~Spectrum();
    Spectrum(const Spectrum&) = delete;
    Spectrum& operator=(const Spectrum&) = delete;

    std::size_t size() const;
    /// [size / 2 + 1] powers; a sine of full scale on a bin's frequency has 1 there. Valid until the next call.
    std::span<const float> power(std::span<const float> frame);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// What a drawing of frequency over time shows.
struct SpectrogramOptions {
    double start = 0, end = 0;   ///< seconds
    std::size_t columns = 0;     ///< evenly over that time
    std::size_t rows = 0;        ///< evenly over the logarithm of the frequency
    double lowHz = 40;           ///< lower edge of the lowest row
    double highHz = 0;           ///< upper edge of the highest; 0: half the sample rate
    double frameSeconds = 0.046; ///< about; becomes a power of two samples
};

/// Where the frequency of a row's middle lies, row 0 being the lowest. highHz as it came out.
double rowHz(const SpectrogramOptions& options, double highHz, double row);

inline constexpr float kSilentDb = -160.0f;

/// Decodes the part once, the mean of its channels, and gives columns as they come: levels [count x rows] in dB of full
/// scale, row 0 the lowest, at least kSilentDb. A row that is narrower than a bin lies between two; a wider one has
/// the loudest of its bins. A column longer than a frame is the mean of up to four. Returns the rate of the file in
/// Hz; 0 when stopped. Errors: those of Decoder. Threads: reentrant.
int readSpectrogram(const Path& file, const SpectrogramOptions& options,
                    const std::function<void(std::size_t firstColumn, std::span<const float> levels)>& onColumns,
                    const std::stop_token& stop);

} // namespace prolap::audio
