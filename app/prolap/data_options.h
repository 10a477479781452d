#pragma once

#include <string>

#include "app/prolap/session.h"
#include "core/train/data/data_source.h"

namespace prolap::app {

/// The options that say where captioned sounds come from.
struct DataOptions {
    std::string manifest, audio, query;
    bool strict = false;
};

/// Adds --manifest, --query (one of the two must be given), --audio and --strict.
void addDataOptions(CLI::App& command, DataOptions& options);

/// What they name. Errors: Error(NotFound) for a query when there is no library yet.
train::DataSource dataSource(const Session& session, const DataOptions& options);

} // namespace prolap::app
