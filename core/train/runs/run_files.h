#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::train {

/// Writes a small file so that a kill, a power cut or a full disk leaves the old one or the new one. Several processes
/// may write it; the last one counts. Errors: Error(DiskFull, ReadOnly, Permission, NotFound, Internal) with the file.
void writeWhole(const Path& file, std::string_view text);

/// The same for JSON, indented for people. Invalid UTF-8 becomes U+FFFD.
void writeJson(const Path& file, const nlohmann::json& json);

/// None where there is no such file or it is no JSON.
std::optional<nlohmann::json> readJson(const Path& file);

/// A path as JSON: its text, or the list of its bytes where it is no valid UTF-8. Round trip with pathFromJson().
nlohmann::json toJson(const Path& path);
Path pathFromJson(const nlohmann::json& json);

} // namespace prolap::train
