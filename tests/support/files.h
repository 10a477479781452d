#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/error.h"
#include "core/paths.h"

namespace prolap::test {

void writeFile(const Path& file, std::string_view bytes);
std::string readFile(const Path& file);

/// $PROLAP_SOURCE_DIR/../shared/golden; empty when it is not there.
Path goldenFolder();

/// The sentence of the prolap::Error that call() throws. Anything else comes back as text that says so and nothing
/// else: no error, another kind, no full stop at the end, a line break; what it was goes to stderr.
std::string sentenceOf(const std::function<void()>& call, ErrorKind kind);

} // namespace prolap::test
