#pragma once

#include <string>

#include "core/paths.h"
#include "core/train/evaluation/protocol_report.h"

namespace prolap::train {

/// The evaluation as one HTML page that is well-formed XML: tables, and charts as inline SVG where the evaluation has
/// them. It needs no other file and no network, and follows the desktop's light or dark.
std::string reportHtml(const Evaluation& evaluation);

/// Writes the page as report.html into a folder that is made where it is missing; an older one is replaced. Returns
/// its path. Errors: Error(Permission) with the file when it cannot be written.
Path writeReport(const Path& folder, const Evaluation& evaluation);

} // namespace prolap::train
