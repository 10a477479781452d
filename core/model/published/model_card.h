#pragma once

#include <string>

#include "core/paths.h"

namespace prolap::model {

/// What stands as the licence where none is stated: a valid SPDX expression that says so.
inline constexpr const char* kUnknownLicence = "LicenseRef-unknown";

/// The licence that a folder's README.md states as model hubs have it, a line `license: apache-2.0` in a block between
/// two lines `---` at the top; as an SPDX expression. Empty where none is stated.
std::string statedLicence(const Path& folder);

/// The name of a model in that folder: the folder's own, or `laion/clap-htsat-unfused` in a download cache of the
/// Hugging Face tools (`models--laion--clap-htsat-unfused/snapshots/REVISION`).
std::string folderName(const Path& folder);

} // namespace prolap::model
