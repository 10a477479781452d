#pragma once

#include <nlohmann/json.hpp>

#include "app/prolap/console.h"
#include "core/train/runs/run_store.h"

namespace prolap::app {

/// A run with settings and status; `more`: also its checks, its comparison and the recipe.
nlohmann::json toJson(const train::Run& run, bool more);

/// `training 40 of 300, epoch 3 of 20, validation 0.4210, 0:40 left`.
std::string statusLine(const train::Run& run);

/// What a finished run changed, by group, with intervals; a line each.
void printComparison(Console& console, const nlohmann::json& comparison);

/// What was found in the data of a run: `toJson()` of train::PreparedData.
void printChecks(Console& console, const nlohmann::json& data);

} // namespace prolap::app
