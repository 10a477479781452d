#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/model/prolap_model.h"
#include "core/progress.h"
#include "core/run_control.h"
#include "core/train/data/feature_cache.h"
#include "core/train/data/manifest.h"

namespace prolap::train {

/// Names an encoder by its configuration and weights: what a FeatureCache is opened with.
std::string audioEncoderId(const model::ProlapModel& model, int maxWindows);
std::string textEncoderId(const model::ProlapModel& model);

/// Features of clips: rows of all windows one after the other, counts[i] of them belong to clip i (0: it failed).
struct ClipFeatures {
    torch::Tensor rows; ///< [sum of counts, F]
    std::vector<std::int64_t> counts;
    bool complete = true; ///< false when stopped
};

/// The windows of a clip, as the indexer cuts them; of more than maxWindows, so many, evenly spaced.
/// Errors: as audio::readClip(). Empty when stopped.
std::vector<std::vector<float>> clipWindows(const Path& file, int sampleRate, double windowSeconds, int maxWindows,
                                            std::stop_token stop);

/// Encodes clips with the model's audio encoder, as far as the cache does not have them; saves the cache now and then
/// and at the end. A clip that cannot be decoded goes to `failure` with its reason.
ClipFeatures encodeClips(const model::ProlapModel& model, std::span<const ManifestRow> rows, int maxWindows,
                         FeatureCache& cache, RunControl& control,
                         const std::function<void(std::int64_t done, std::int64_t total)>& progress,
                         const std::function<void(const DataFailure&)>& failure);

/// Encodes captions with the model's text encoder, [N, F]; undefined when stopped.
torch::Tensor encodeCaptions(const model::ProlapModel& model, std::span<const std::string> captions,
                             FeatureCache& cache, RunControl& control);

} // namespace prolap::train
