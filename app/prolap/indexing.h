#pragma once

#include "app/prolap/session.h"
#include "core/library/indexer.h"

namespace prolap::app {

/// Indexes folders (none: all that the library has) and tells how it goes: as a progress line, or with --json as lines
/// of events on stdout. Errors: those of indexFolders; Error(NotFound, BadInput) for what is no folder.
library::IndexReport indexAndTell(Session& session, const Path& catalogue, const model::Embedder& embedder,
                                  const std::vector<Path>& folders);

/// The exit code of a run.
int exitCode(const library::IndexReport& report);

} // namespace prolap::app
