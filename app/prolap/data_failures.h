#pragma once

#include <nlohmann/json.hpp>

#include "core/train/data/data_failure.h"

namespace prolap::app {

/// What could not be used: line (0 where there is none), path and reason.
nlohmann::json toJson(const train::DataFailure& failure);

} // namespace prolap::app
