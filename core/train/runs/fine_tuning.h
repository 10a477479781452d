#pragma once

#include <functional>
#include <string>

#include "core/progress.h"
#include "core/run_control.h"
#include "core/train/runs/new_run.h"
#include "core/train/runs/presets.h"
#include "core/train/runs/run_data.h"
#include "core/train/runs/run_store.h"

namespace prolap::train {

/// A run from its data on. Compiles without torch.
///
///     RunStore store;
///     const PreparedData data = prepareData(request, settings.basePack, stop, {});
///     const Run run = createRun(store, settings, data);
///     RunControl control;
///     const Run ended = workOn(store, run.id, {}, control, {});   // any process, any number of times

struct WorkOptions {
    Path cacheDir;         ///< features; empty: the user's
    bool waitTurn = true;  ///< one run trains at a time, the others wait
    double pauseAfter = 0; ///< seconds of work after which it pauses; 0: never
};

/// Works on a run until it is done, paused, stopped or failed: waits for its turn, measures the base model on the clips
/// that are held out and on the control set, trains (from the last checkpoint where there is one), measures again and
/// compares. Does what is asked of it by RunStore::request(); control's stop pauses it. A full disk pauses it; where
/// memory does not suffice the batch is halved; whatever else goes wrong is in its status.
/// changed: called with the run whenever its status has been written.
/// Returns the run as it ended. Errors: Error(Busy) when another process works on it; Error(BadInput) when it is done
/// already.
Run workOn(const RunStore& store, const std::string& id, const WorkOptions& options, RunControl& control,
           const std::function<void(const Run&)>& changed);

/// What a preset takes on this machine.
struct Estimate {
    double seconds = 0; ///< of all work, what is cached already taken off
    double secondsPerStep = 0;
    std::int64_t steps = 0;
    std::int64_t memoryBytes = 0; ///< most of this process so far; of a GPU's memory nothing is known
    std::int64_t freeBytes = 0;   ///< memory that is free now
    bool complete = true;         ///< false: the trial did not get to training, and seconds are a guess
};

/// Tries a recipe on the data for so many seconds, keeps nothing but cached features, and extrapolates. A process of
/// its own should ask, since memory is measured by process. Errors: those of training.
Estimate estimate(const PreparedData& data, const RunSettings& settings, double trialSeconds,
                  const WorkOptions& options, RunControl& control, const ProgressFn& progress);

} // namespace prolap::train
