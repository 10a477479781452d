#pragma once

#include <string>

#include "core/library/traversal/traversal.h"

namespace prolap::library {

/// A traversal as the JSON document of `prolap traverse --json` on one line; numbers are the shortest that read back
/// the same. The window saves the same bytes.
std::string traversalJson(const Traversal& traversal);

/// Its points as a table, one line each, comma-separated (RFC 4180), with a header line.
std::string traversalCsv(const Traversal& traversal);

} // namespace prolap::library
