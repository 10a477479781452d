#pragma once

#include <string>

#include "core/model/model_source.h"
#include "core/model/published/renamed_tensors.h"

namespace prolap::model {

/// Completes a source whose config and tensors were found: checks the config as one that was read from a pack, adds
/// what packs have and checkpoints do not, checks the tensors against the config and takes them over. A model
/// card beside the weights that states a licence decides; an empty one becomes kUnknownLicence. configFile: to name
/// where sizes are impossible. Errors: Error(Corrupt, Incompatible, Unsupported).
void finishSource(ModelSource& source, RenamedTensors& tensors, const Path& configFile);

/// A scalar of the file under its own name. Errors: Error(Incompatible).
double storedNumber(const RenamedTensors& tensors, const std::string& name);

} // namespace prolap::model
