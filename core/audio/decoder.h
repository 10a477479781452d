#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audio/probe.h"

namespace prolap::audio {

/// What a Decoder shall deliver.
struct DecodeOptions {
    int sampleRate = 0;      ///< Hz; 0: the file's own
    bool mono = false;       ///< mean of the channels; else the file's own channels, interleaved
    double startSeconds = 0; ///< sample-accurate; within 1 ms in Matroska and ASF, whose clocks are coarser
    std::optional<double> endSeconds = {}; ///< none: the end of the file
};

/// How much of a channel is heard at each side, linear.
struct ChannelGains {
    float left = 0, right = 0;
};

/// Streams the samples of a file: a three-hour file needs no more memory than a short one. To seek, make a new one
/// that starts elsewhere: it costs milliseconds, as it decodes about one second before its start.
/// Errors: as probe(). A file that ends early or has damaged packets delivers what can be read; damaged() then tells.
/// Threads: one thread at a time.
class Decoder {
public:
    explicit Decoder(const Path& file, const DecodeOptions& options = {});
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    const AudioInfo& info() const;
    int sampleRate() const; ///< Hz of what read() delivers
    int channels() const;   ///< of what read() delivers

    /// How the file's own channels become stereo without exceeding full scale, one entry a channel; see stereo_mix.h.
    std::vector<ChannelGains> stereoMix() const;
    /// Short names of the file's own channels, as `FL`, or `3` where their place is not known.
    std::vector<std::string> channelNames() const;

    /// The places of the file's channels as a wave file states them (WAVE_FORMAT_EXTENSIBLE); 0: not known.
    std::uint32_t channelMask() const;

    /// Fills whole frames (channels() floats each, nominal range +-1, always finite: NaN and infinities become 0).
    /// Returns the number of frames; 0 at the end.
    std::size_t read(std::span<float> interleaved);

    /// Why the file could not be read to its stated end; empty when all is well. Valid after read() returned 0.
    std::string damaged() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::audio
