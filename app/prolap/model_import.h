#pragma once

#include "app/prolap/session.h"

namespace prolap::app {

/// Adds `import` to the parser of `prolap model`.
void addModelImport(CLI::App& parent, Invocation& invocation);

} // namespace prolap::app
