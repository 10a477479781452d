#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::model {

/// Parses a JSON file that may come from anywhere: of at most maxBytes, nested at most 64 levels (what walks over a
/// deeper one could exhaust the stack). Errors: Error(NotFound, Permission, Corrupt) with the file.
nlohmann::json readJsonFile(const Path& file, std::size_t maxBytes = 4 << 20);

/// The same from text; `file` is what messages call it.
nlohmann::json parseJson(std::string_view text, const Path& file);

} // namespace prolap::model
