#pragma once

#include "core/train/runs/run_data.h"
#include "core/train/runs/run_store.h"

namespace prolap::train {

/// Puts a run into the store with its data and checks; settings.recipe: of presetRecipe() where it is empty.
/// Errors: Error(BadInput) for data that are not worth training on, or a recipe that is wrong; those of writing.
Run createRun(const RunStore& store, RunSettings settings, const PreparedData& data);

} // namespace prolap::train
