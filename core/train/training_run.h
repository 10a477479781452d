#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/paths.h"
#include "core/run_control.h"
#include "core/train/data/data_failure.h"
#include "core/train/data/data_source.h"

namespace prolap::train {

/// What `prolap train` is told. Compiles without torch.
///
///     train::TrainingOptions options;
///     options.manifest = "sounds/manifest.csv";
///     options.config = "resources/training/starter.json";
///     options.basePack = "models/starter";
///     options.out = "models/mine";
///     RunControl control;
///     const train::TrainingReport report = train::runTraining(options, control, {});
struct TrainingOptions : DataSource {
    Path config;      ///< JSON recipe; resources/training/starter.json explains every field
    Path basePack;    ///< pack whose encoders (and, if the recipe says so, heads) the training starts from
    Path teacher;     ///< pack with heads that the recipe's distillation looks at
    Path out;         ///< pack folder to write; must not exist or be empty
    Path headsOut;    ///< also write heads.safetensors and config.json alone here; empty: no
    Path workDir;     ///< checkpoint, metrics.jsonl and, in the end, the last weights (`last`: heads alone
                      ///< where the encoders are frozen); empty: `<out>.training`
    Path samplesFile; ///< captions that changed most, and what they find (caption_samples.h); empty: none
    Path cacheDir;    ///< features of frozen encoders; empty: userCacheDir()/features
    std::uint64_t cacheBytes = std::uint64_t(4) << 30; ///< to which cacheDir is brought down, oldest files first
    bool resume = false;               ///< go on from the checkpoint in workDir; Error(NotFound) when there is none
    bool strict = false;               ///< a row that cannot be used ends the run instead of being skipped
    std::string device = "auto";       ///< `auto`, `cpu`, `cuda`, `cuda:N`
    int threads = 0;                   ///< CPU threads; 0: as many as cores
    std::optional<std::uint64_t> seed; ///< instead of the recipe's
};

/// Where a training run is.
struct TrainingProgress {
    enum class Stage { ReadingData, Encoding, Training, Validating, Writing };
    Stage stage = Stage::ReadingData;
    std::int64_t done = 0; ///< clips while Encoding, steps while Training
    std::int64_t total = 0;
    int epoch = 0; ///< counted from 1
    int epochs = 0;
    double secondsLeft = -1; ///< negative while it is not known
    std::vector<std::pair<std::string, double>>
        terms;                        ///< name and value: loss terms and learning rate of the last step
    std::optional<double> validation; ///< last value of the recipe's validation metric
};

/// `reading`, `encoding`, `training`, `validating`, `writing`.
const char* nameOf(TrainingProgress::Stage stage);

/// Called from the training thread: progress at most every 60 ms, and at every validation and stage.
struct TrainingCallbacks {
    std::function<void(const TrainingProgress&)> progress = {};
    std::function<void(const DataFailure&)> failure = {};
    /// Asked before every step and after every validation: whether the run shall end here with its best weights.
    std::function<bool()> enough = {};
};

struct TrainingReport {
    Outcome outcome = Outcome::Done; ///< Cancelled: nothing written but the checkpoint; resume goes on from it
    std::int64_t trainClips = 0;
    std::int64_t validationClips = 0;
    std::int64_t steps = 0;
    int bestEpoch = 0;                                      ///< whose weights were written
    std::vector<std::pair<std::string, double>> validation; ///< of the written weights, names as `prolap eval` has them
    double scale = 0, bias = 0;                             ///< calibrated a, b of sigmoid(a s + b); scale 0: could not
                                                            ///< be calibrated
    double credibleProbability = 0;
    double seconds = 0;
    std::vector<DataFailure> failures;
};

/// Reads the manifest, encodes clips and captions (frozen encoders: once, kept in cacheDir by content hash and
/// encoder), trains, keeps the best weights by validation, calibrates on the validation split, writes the pack. On CPU
/// a run that was stopped and resumed gives bit for bit the weights of one that was not, given the same number of
/// threads. Errors: Error(NotFound, BadInput, Corrupt, Incompatible) for manifest, recipe and pack, naming file, line
/// or field; Error(BadInput) with step and term when the loss is no longer a number; Error(DiskFull, Permission).
TrainingReport runTraining(const TrainingOptions& options, RunControl& control, const TrainingCallbacks& callbacks);

} // namespace prolap::train
