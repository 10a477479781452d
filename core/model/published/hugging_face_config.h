#pragma once

#include <string>
#include <vector>

#include "core/model/pack_config.h"
#include "core/paths.h"

namespace prolap::model {

/// What config.json and preprocessor_config.json of a Hugging Face CLAP folder say, as the config of a pack; fields
/// that are absent count as that software's defaults. Without a preprocessor_config.json the defaults stand for the
/// front end too, and a sentence in missing says what to fetch: the published models differ from them. Errors:
/// Error(Corrupt) for a field of another type; Error(Unsupported) for a variant of the network that no published model
/// has; Error(Incompatible) where the two files disagree; each with the file and the field. Source: transformers,
/// configuration_clap.py and feature_extraction_clap.py.
PackConfig readHuggingFaceConfig(const Path& folder, std::vector<std::string>& missing);

} // namespace prolap::model
