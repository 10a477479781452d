#pragma once

#include "core/ids.h"
#include "db/connection.h"

struct sqlite3;

namespace prolap::db {

/// Writes the clip's row of clip_ucs as its name is now. Called inside every write that changes one. Private to this
/// folder.
void refreshUcs(Connection& connection, ClipId clip, const std::string& name);

/// Makes ucs_part(name, i) known to SQL: the i-th column of clip_ucs after the clip's id; NULL for other names.
void registerUcsFunction(sqlite3* database);

} // namespace prolap::db
