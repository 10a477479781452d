#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/audio/probe.h"

namespace prolap::audio {

/// A drawing of a clip: kWaveformColumns columns over its whole length, over the mean of its channels.
inline constexpr std::size_t kWaveformColumns = 1000;
struct Waveform {
    std::vector<float> min, max, rms; ///< one value a column, nominal range +-1; empty for a clip without samples
};

/// One window of a clip, ready for the model.
struct ClipWindow {
    double startSeconds = 0;
    double endSeconds = 0;
    std::vector<float> samples; ///< mean of the channels at ClipReadOptions::sampleRate; always finite
};

struct ClipReadOptions {
    int sampleRate = 44100;    ///< of the windows, Hz
    double windowSeconds = 10; ///< hop = window; the last one is shorter
};

/// What one pass over a clip gives beside its windows.
struct ClipSummary {
    AudioInfo info; ///< durationSeconds is the decoded length
    Waveform waveform;
    std::optional<double> integratedLufs; ///< EBU R 128; none for digital silence or clips under 400 ms
    float peak = 0;                       ///< largest |sample| over all channels
    bool silent = false;                  ///< every sample is 0
    std::string contentHash;              ///< SHA-256 (hex) of the file's bytes: what a moved file is known by
    std::string damaged;                  ///< as Decoder::damaged()
};

/// Decodes a clip once, streaming: windows go to onWindow as they are cut (return false to stop), the summary comes
/// at the end. An empty onWindow cuts none. The same bytes give bit-identical windows. A rest of under 50 ms after the
/// last full window is left out; of a clip that is shorter than that, it is the only window.
/// NaN and infinities in the file count as 0. Memory: one window and about 6 MiB, whatever the length.
/// Returns none when stopped. Errors: as probe(); Error(BadInput) when the file holds no samples or the options are
/// unusable. Threads: reentrant.
std::optional<ClipSummary> readClip(const Path& file, const ClipReadOptions& options,
                                    const std::function<bool(ClipWindow&&)>& onWindow, std::stop_token stop);

} // namespace prolap::audio
