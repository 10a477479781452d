#pragma once

#include "core/model/prolap_model.h"
#include "core/run_control.h"
#include "core/train/data/data_source.h"

namespace prolap::train {

/// A model whose weights lie between those of two packs, as mixPacks() writes it.
model::ProlapModel mixedModel(const Path& base, const Path& tuned, double share, const DataSource& data,
                              const Path& cacheDir, RunControl& control);

} // namespace prolap::train
