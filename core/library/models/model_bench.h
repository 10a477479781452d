#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/model/embedder.h"
#include "core/model/open_embedder.h"
#include "core/progress.h"

namespace prolap::library {

/// How quickly a model runs on one device in one precision.
struct BenchFigures {
    std::string device;    ///< `cpu`, `cuda`
    std::string precision; ///< `fp32`, `bf16`
    std::string problem;   ///< why it does not run so here, one sentence; empty when it does
    double loadSeconds = 0;
    double windowSeconds = 0;    ///< length of a window
    double windowsPerSecond = 0; ///< whole windows embedded a second, decoding not counted
    double realTimeFactor = 0;   ///< seconds of sound a second
    double captionMs = 0;        ///< median time from a caption to its Gaussian
    double captionMsHigh = 0;    ///< the 95th hundredth of it
};

struct ModelBench {
    std::string model; ///< its name
    std::vector<BenchFigures> figures;
};

struct BenchOptions {
    double secondsEach = 3; ///< of listening, for each device and precision, after a warm-up
    int batchWindows = 8;   ///< windows a call, as indexing does
    /// Devices and precisions to try; empty: cpu and cuda in fp32 and bf16.
    std::vector<model::EmbedderOptions> settings;
};

using OpenModel = std::function<std::unique_ptr<model::Embedder>(const model::EmbedderOptions&)>;

/// Measures a model on this machine with sound made on the spot. Progress is in thousandths of all settings. None when
/// stopped. Errors: those of opening the model that are the same for each device (not there, damaged).
std::optional<ModelBench> benchModel(const OpenModel& open, const BenchOptions& options, std::stop_token stop,
                                     const ProgressFn& progress);

} // namespace prolap::library
