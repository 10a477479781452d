#pragma once

#include "core/model/stored_precision.h"
#include "core/paths.h"

namespace prolap::model {

/// Puts a model pack together from the two published encoders (aiSFX and all-MiniLM-L6-v2) as their wheels hold them
/// and the heads that were trained on them.
/// heads: a folder with heads.safetensors, config.json and MODEL_CARD.md; empty: an encoders pack, from which training
/// starts. sitePackages: the folder into which the wheels are installed. out: replaced if it is a pack.
/// Errors: Error(NotFound, Corrupt, Incompatible) for wheels of other content and heads of other encoders; as
/// ProlapModel::save() for out.
void assemblePack(const Path& heads, const Path& sitePackages, const Path& out,
                  StoredPrecision precision = StoredPrecision::Fp32);

} // namespace prolap::model
