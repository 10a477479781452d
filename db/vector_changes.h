#pragma once

#include "db/connection.h"

namespace prolap::db {

/// Called in every write that may take windows away: caches of all sets have to be made anew. Private to this folder.
void noteWindowsRemoved(Connection& connection);

} // namespace prolap::db
