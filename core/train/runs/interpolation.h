#pragma once

#include <vector>

#include "core/progress.h"
#include "core/run_control.h"
#include "core/train/runs/mix_curve.h"
#include "core/train/runs/run_store.h"

namespace prolap::train {

/// Measures mixtures of a run's base and tuned model on its held-out clips and its control set, and keeps them in
/// Run::mixesFile() as they come; what is there already is not measured again. Compiles without torch. progress: shares
/// done. A curve that is not complete when stopped. Errors: Error(BadInput) when the run is not done; Error(NotFound)
/// when its base is gone; Error(Incompatible) when the two cannot be mixed.
MixCurve measureMixes(const Run& run, const std::vector<double>& shares, const Path& cacheDir, RunControl& control,
                      const ProgressFn& progress);

/// Writes the mixture of that share as a pack. Errors: as above; Error(BadInput) when out is there already.
void writeMix(const Run& run, double share, const Path& out, const Path& cacheDir, RunControl& control);

} // namespace prolap::train
