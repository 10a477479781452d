#pragma once

#include <optional>

#include "core/run_control.h"
#include "core/train/evaluation/cached_source.h"
#include "core/train/runs/comparison.h"

namespace prolap::train {

/// What the source's model makes of a set of clips; empty without clips. Nothing when stopped.
std::optional<Measured> measured(const MeasuredSet& set, GaussianSource& source, RunControl& control,
                                 const GaussianSource::ClipProgress& progress);

} // namespace prolap::train
