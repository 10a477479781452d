#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/train/training_run.h"

namespace prolap::app {

/// A manifest row that could not be used: line, path and reason.
nlohmann::json toJson(const train::DataFailure& failure);
std::string sentence(const train::DataFailure& failure);

} // namespace prolap::app
