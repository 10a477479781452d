#pragma once

#include <nlohmann/json.hpp>

#include "app/prolap/console.h"
#include "core/train/evaluation/protocol_report.h"

namespace prolap::app {

/// One protocol's document, or with `all` one document that holds every protocol's:
/// `{"protocol":"all","model","split","clips","protocols":[...],"skipped":[{"protocol","reason"}],"failures":[...]}`.
nlohmann::json toJson(const train::Evaluation& evaluation, bool all);

/// Tables for a person.
void print(Console& console, const train::Evaluation& evaluation);

} // namespace prolap::app
