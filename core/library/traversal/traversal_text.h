#pragma once

#include <string>

#include "core/library/traversal/traversal.h"

namespace prolap::library {

/// A traversal as the JSON document of `prolap traverse --json` on one line; numbers are the shortest that read back
/// the same. The window saves the same bytes. beside: a second path, as `beside`, and the captions that both met, as
/// `common`.
std::string traversalJson(const Traversal& traversal, const Traversal* beside = nullptr);

/// Its points as a table, one line each, comma-separated (RFC 4180), with a header line. beside: its points after them,
/// and a last column `path`, 1 or 2.
std::string traversalCsv(const Traversal& traversal, const Traversal* beside = nullptr);

} // namespace prolap::library
