#include "core/train/features.h"

#include <algorithm>
#include <chrono>

#include "core/audio/clip_reader.h"
#include "core/content_hash.h"
#include "core/error.h"

namespace prolap::train {

namespace {

constexpr std::size_t kWindowsPerCall = 16;
constexpr std::size_t kCaptionsPerCall = 64;
constexpr auto kSaveInterval = std::chrono::minutes(1);

std::string encoderId(const torch::nn::Module& encoder, const std::string& configuration)
{
    ContentHash hash;
    hash.add(configuration);
    const auto add = [&hash](const torch::OrderedDict<std::string, torch::Tensor>& tensors) {
        std::vector<std::string> names = tensors.keys();
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            const torch::Tensor values = tensors[name].detach().cpu().contiguous();
            hash.add(name);
            hash.add(std::span(static_cast<const std::byte*>(values.const_data_ptr()), values.nbytes()));
        }
    };
    add(encoder.named_parameters());
    add(encoder.named_buffers());
    return hash.hex().substr(0, 32);
}

std::string sha256(const std::string& text)
{
    ContentHash hash;
    hash.add(text);
    return hash.hex();
}

} // namespace

std::string audioEncoderId(const model::ProlapModel& model, int maxWindows)
{
    model::PackConfig audioOnly;
    audioOnly.audio = model.config.audio;
    const std::string policy = " windows " + std::to_string(maxWindows);
    return "audio-" + encoderId(*model.audioEncoder, audioOnly.toJson().dump() + policy);
}

std::string textEncoderId(const model::ProlapModel& model)
{
    model::PackConfig textOnly;
    textOnly.text = model.config.text;
    return "text-" + encoderId(*model.textEncoder, textOnly.toJson().dump());
}

std::vector<std::vector<float>> clipWindows(const Path& file, int sampleRate, double windowSeconds, int maxWindows,
                                            std::stop_token stop)
{
    std::vector<std::vector<float>> windows;
    const auto summary = audio::readClip(
        file, {sampleRate, windowSeconds},
        [&](audio::ClipWindow&& window) {
            windows.push_back(std::move(window.samples));
            return true;
        },
        stop);
    if (!summary)
        return {};
    const std::size_t wanted = static_cast<std::size_t>(maxWindows);
    if (windows.size() > wanted) {
        std::vector<std::vector<float>> chosen;
        for (std::size_t i = 0; i < wanted; ++i)
            chosen.push_back(std::move(windows[i * windows.size() / wanted]));
        windows = std::move(chosen);
    }
    return windows;
}

ClipFeatures encodeClips(const model::ProlapModel& model, std::span<const ManifestRow> rows, int maxWindows,
                         FeatureCache& cache, RunControl& control,
                         const std::function<void(std::int64_t done, std::int64_t total)>& progress,
                         const std::function<void(const DataFailure&)>& failure)
{
    const int sampleRate = model.audioEncoder->sampleRate();
    const double windowSeconds = model.config.audio.windowSeconds;
    std::vector<torch::Tensor> found(rows.size());

    // Clips wait until their windows fill a call of the encoder.
    std::vector<std::vector<float>> waiting;
    struct WaitingClip {
        std::size_t index;
        std::string hash;
        std::size_t windows;
    };
    std::vector<WaitingClip> waitingClips;
    const auto encodeWaiting = [&] {
        if (waiting.empty())
            return;
        const std::vector<std::span<const float>> windows(waiting.begin(), waiting.end());
        std::int64_t row = 0;
        const torch::Tensor features = model.encodeAudioFeatures(windows);
        for (const WaitingClip& clip : waitingClips) {
            const auto count = static_cast<std::int64_t>(clip.windows);
            found[clip.index] = features.slice(0, row, row + count).clone();
            cache.put(clip.hash, found[clip.index]);
            row += count;
        }
        waiting.clear();
        waitingClips.clear();
    };

    auto lastSave = std::chrono::steady_clock::now();
    ClipFeatures result;
    for (std::size_t i = 0; i < rows.size() && result.complete; ++i) {
        if (!control.checkpoint()) {
            result.complete = false;
            break;
        }
        try {
            const std::string hash = fileSha256(rows[i].file, control.token());
            if (const torch::Tensor known = cache.find(hash); known.defined()) {
                found[i] = known;
            } else {
                auto windows = clipWindows(rows[i].file, sampleRate, windowSeconds, maxWindows, control.token());
                if (windows.empty()) {
                    result.complete = false;
                    break;
                }
                waitingClips.push_back({i, hash, windows.size()});
                std::move(windows.begin(), windows.end(), std::back_inserter(waiting));
                if (waiting.size() >= kWindowsPerCall)
                    encodeWaiting();
                if (std::chrono::steady_clock::now() - lastSave > kSaveInterval) {
                    cache.save();
                    lastSave = std::chrono::steady_clock::now();
                }
            }
        } catch (const Error& e) {
            if (e.kind() == ErrorKind::DiskFull || e.kind() == ErrorKind::OutOfMemory)
                throw;
            failure({rows[i].line, rows[i].path, e.what()});
        }
        progress(static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(rows.size()));
    }
    encodeWaiting();
    cache.save();
    std::vector<torch::Tensor> all;
    for (const torch::Tensor& features : found) {
        result.counts.push_back(features.defined() ? features.size(0) : 0);
        if (features.defined())
            all.push_back(features);
    }
    if (!all.empty())
        result.rows = torch::cat(all);
    return result;
}

torch::Tensor encodeCaptions(const model::ProlapModel& model, std::span<const std::string> captions,
                             FeatureCache& cache, RunControl& control)
{
    std::vector<torch::Tensor> rows(captions.size());
    std::vector<std::string> missing;
    std::vector<std::size_t> places;
    const auto encodeMissing = [&] {
        if (missing.empty())
            return;
        const torch::Tensor features = model.encodeTextFeatures(missing);
        for (std::size_t k = 0; k < missing.size(); ++k) {
            rows[places[k]] = features.slice(0, static_cast<std::int64_t>(k), static_cast<std::int64_t>(k) + 1).clone();
            cache.put(sha256(missing[k]), rows[places[k]]);
        }
        missing.clear();
        places.clear();
    };
    for (std::size_t i = 0; i < captions.size(); ++i) {
        rows[i] = cache.find(sha256(captions[i]));
        if (rows[i].defined())
            continue;
        missing.push_back(captions[i]);
        places.push_back(i);
        if (missing.size() == kCaptionsPerCall) {
            if (!control.checkpoint())
                return {};
            encodeMissing();
        }
    }
    encodeMissing();
    cache.save();
    return rows.empty() ? torch::Tensor() : torch::cat(rows);
}

} // namespace prolap::train
