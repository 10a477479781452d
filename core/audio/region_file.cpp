#include "core/audio/region_file.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/audio/decoder.h"
#include "core/audio/header_facts.h"
#include "core/audio/wav_writer.h"

namespace prolap::audio {

namespace {

// Places in the chunk (EBU Tech 3285, version 2).
constexpr std::size_t kTimeReference = 338, kVersion = 346, kLoudness = 412;
constexpr std::size_t kLeastBext = 602;

std::string movedBext(std::string bext, std::int64_t frames)
{
    if (bext.size() < kLeastBext)
        return bext;
    const auto byte = [&](std::size_t at) -> std::uint64_t { return static_cast<unsigned char>(bext[at]); };
    std::uint64_t reference = 0;
    for (std::size_t i = 0; i < 8; ++i)
        reference |= byte(kTimeReference + i) << (8 * i);
    reference += static_cast<std::uint64_t>(frames);
    for (std::size_t i = 0; i < 8; ++i)
        bext[kTimeReference + i] = static_cast<char>(reference >> (8 * i) & 0xFF);
    if (byte(kVersion) + 256 * byte(kVersion + 1) >= 2)
        for (std::size_t i = 0; i < 5; ++i) { // 0x7FFF: not stated
            bext[kLoudness + 2 * i] = static_cast<char>(0xFF);
            bext[kLoudness + 2 * i + 1] = 0x7F;
        }
    return bext;
}

} // namespace

bool writeRegion(const Path& source, double start, double end, const Path& file, const std::stop_token& stop)
{
    DecodeOptions options;
    options.startSeconds = start;
    options.endSeconds = end;
    Decoder decoder(source, options);
    const AudioInfo& info = decoder.info();
    WavFormat format;
    format.sampleRate = decoder.sampleRate();
    format.channels = decoder.channels();
    format.channelMask = decoder.channelMask();
    format.floatSamples = info.floatSamples && info.bitDepth > 0;
    // The next that a wave file knows.
    format.bits = format.floatSamples || info.bitDepth > 24 ? 32
                  : info.bitDepth <= 0                      ? 24
                                                            : (info.bitDepth + 7) / 8 * 8;
    format.bext = movedBext(bwfChunk(FileSource(source, false)), std::llround(start * format.sampleRate));
    WavWriter writer(file, format);
    std::vector<float> block(std::size_t{8192} * static_cast<std::size_t>(format.channels));
    bool any = false;
    while (const std::size_t got = decoder.read(block)) {
        if (stop.stop_requested())
            return false;
        writer.write(std::span(block).first(got * static_cast<std::size_t>(format.channels)));
        any = true;
    }
    if (any)
        writer.finish();
    return any;
}

} // namespace prolap::audio
