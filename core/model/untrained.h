#pragma once

#include "core/model/prolap_model.h"

namespace prolap::model {

/// The encoders that a folder's config.json describes, with random weights by torch's global generator, and the
/// tokenizer whose files lie there; no heads, whatever the config says. Weights in the folder are not looked at.
/// Errors: as ProlapModel::load(), of config and tokenizer.
ProlapModel untrainedEncoders(const Path& folder);

} // namespace prolap::model
