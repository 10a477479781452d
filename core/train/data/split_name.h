#pragma once

#include "core/paths.h"

namespace prolap::train {

/// The split that a file's name tells: `train`, `val` or `test`; empty where it tells none. Words of the name count, so
/// `clotho_captions_development.csv` is `train`: train, training, development; val, valid, validation; test, testing,
/// evaluation, eval.
std::string splitOfName(const Path& file);

} // namespace prolap::train
