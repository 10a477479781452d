#pragma once

#include <QString>

#include "core/model/embedder.h"

namespace prolap::ui {

/// What an opened model is, in a few lines for a person.
QString modelFacts(const model::ModelInfo& info);

} // namespace prolap::ui
