#include "core/audio/clip_reader.h"

#include <algorithm>
#include <cmath>

#include "core/audio/frame_source.h"
#include "core/audio/loudness.h"
#include "core/audio/resampler.h"
#include "core/audio/sample_convert.h"
#include "core/audio/waveform_accumulator.h"
#include "core/audio/window_cutter.h"
#include "core/error.h"

namespace prolap::audio {

namespace {

constexpr double kLongestWindowSeconds = 86400;

float largestMagnitude(std::span<const float> samples)
{
    constexpr std::size_t kLanes = 8; // independent, so that the loop runs in vector registers
    float largest[kLanes] = {};
    std::size_t i = 0;
    for (; i + kLanes <= samples.size(); i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const float magnitude = std::abs(samples[i + lane]);
            largest[lane] = magnitude > largest[lane] ? magnitude : largest[lane];
        }
    for (; i < samples.size(); ++i)
        largest[0] = std::max(largest[0], std::abs(samples[i]));
    return *std::max_element(largest, largest + kLanes);
}

void checkOptions(const ClipReadOptions& options)
{
    if (options.sampleRate <= 0 || !(options.windowSeconds > 0 && options.windowSeconds <= kLongestWindowSeconds))
        throw Error(ErrorKind::BadInput, "Clips cannot be cut into windows of " +
                                             std::to_string(options.windowSeconds) + " s at " +
                                             std::to_string(options.sampleRate) + " Hz.");
}

[[noreturn]] void failWithoutSamples(const Path& file, const std::string& damaged)
{
    if (damaged.empty())
        throw Error(ErrorKind::BadInput, displayText(file) + " is an audio file of no length: it holds no samples.");
    throw Error(ErrorKind::BadInput, "No sound could be read: " + damaged);
}

} // namespace

std::optional<ClipSummary> readClip(const Path& file, const ClipReadOptions& options,
                                    const std::function<bool(ClipWindow&&)>& onWindow, std::stop_token stop)
{
    checkOptions(options);
    FrameSource source(file, true);
    ClipSummary summary;
    const AudioInfo& info = source.info();

    WaveformAccumulator waveform(info.durationSeconds * info.sampleRate);
    LoudnessMeter loudness(source.layout(), info.channels, info.sampleRate);
    std::optional<WindowCutter> cutter;
    std::optional<Resampler> resampler;
    if (onWindow) {
        cutter.emplace(options, info.durationSeconds);
        if (info.sampleRate != options.sampleRate)
            resampler.emplace(info.sampleRate, options.sampleRate, 1);
    }

    std::vector<float> mono, resampled;
    for (std::span<const float> block = source.next(); !block.empty(); block = source.next()) {
        if (stop.stop_requested())
            return {};
        summary.peak = std::max(summary.peak, largestMagnitude(block));
        loudness.add(block);
        mixToMono(block, info.channels, mono);
        waveform.add(mono);
        if (resampler) {
            resampled.clear();
            resampler->push(mono, resampled);
        }
        if (cutter && !cutter->add(resampler ? resampled : mono, onWindow))
            return {};
    }
    summary.damaged = source.damaged();
    if (source.position() == 0)
        failWithoutSamples(file, summary.damaged);
    if (resampler) {
        resampled.clear();
        resampler->finish(resampled);
        if (!cutter->add(resampled, onWindow))
            return {};
    }
    if (cutter && !cutter->finish(onWindow))
        return {};

    summary.info = info;
    summary.info.durationSeconds = static_cast<double>(source.position()) / info.sampleRate;
    summary.waveform = waveform.columns();
    summary.integratedLufs = loudness.integratedLufs();
    summary.silent = summary.peak == 0;
    summary.contentHash = source.file().finishHash(stop);
    if (summary.contentHash.empty())
        return {};
    return summary;
}

} // namespace prolap::audio
