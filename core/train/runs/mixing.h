#pragma once

#include <string>

#include "core/run_control.h"
#include "core/train/data/data_source.h"

namespace prolap::train {

/// The run that a model came from, for its provenance: config.json's training.runs, from the first base on.
struct RunOfModel {
    std::string id, name, preset, dataText;
};

/// Writes a pack whose weights lie between those of two packs of one architecture: share 0 is the base, 1 the tuned
/// one. Between them much of what was learned is kept and little of what was known is lost. The match probability is
/// fitted anew on the split `val` of the data; where that has no true pairs, it is left out. Writes nothing when
/// stopped. Errors:
/// Error(Incompatible) when the packs differ in more than their weights; those of opening and writing packs. Source:
/// Wortsman et al., Robust fine-tuning of zero-shot models (CVPR 2022).
void mixPacks(const Path& base, const Path& tuned, double share, const DataSource& data, const Path& out,
              const Path& cacheDir, RunControl& control, const RunOfModel& run);

} // namespace prolap::train
