#pragma once

#include <chrono>
#include <string>

#include "core/paths.h"

namespace prolap::test {

/// Writes a file of the given content, in folders that are made as needed.
void writeText(const Path& file, const std::string& text);

/// As if the file had last been used so long ago.
void age(const Path& file, std::chrono::hours hours);

} // namespace prolap::test
