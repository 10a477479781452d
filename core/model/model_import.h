#pragma once

#include <string>

#include "core/model/model_source.h"
#include "core/model/stored_precision.h"

namespace prolap::model {

/// What an imported pack is called unless told otherwise: the model's own name as a folder name.
std::string importName(const ModelSource& source);

/// Writes a published checkpoint (or another pack) as a pack of its own with a card that says where it comes from.
/// name: to show instead of the model's own; empty keeps that. out: replaced if it is a pack.
/// Errors: as ProlapModel::load() and save().
void importModel(const ModelSource& source, const std::string& name, const Path& out, StoredPrecision precision);

} // namespace prolap::model
