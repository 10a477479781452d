#pragma once

#include <cstdint>
#include <functional>

#include "core/model/prolap_model.h"
#include "core/paths.h"
#include "core/run_control.h"
#include "core/train/dataset.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// Embeds the data set's clips (the mean over a clip's windows) and captions with another model, whose encoders'
/// features are cached as those of a base pack are. Undefined tensors when stopped. Errors: Error(BadInput) for a clip
/// that cannot be decoded; Error(Incompatible) for a teacher without heads.
TeacherMeans encodeTeacher(model::ProlapModel& teacher, const Dataset& dataset, const Recipe& recipe,
                           const Path& cacheDir, RunControl& control,
                           const std::function<void(std::int64_t done, std::int64_t total)>& progress);

} // namespace prolap::train
