#pragma once

#include <memory>

#include "db/connection.h"

namespace prolap::db {

/// Opens, makes or migrates a catalogue as Catalogue's constructor says. Private to this folder.
std::unique_ptr<Connection> openConnection(const Path& file, const OpenOptions& options);

} // namespace prolap::db
