#pragma once

#include "core/ids.h"
#include "db/connection.h"

namespace prolap::db {

/// Writes the clip's row of the word index as its name, tags, captions and descriptions are now; none for a failed
/// clip. Called inside every write that changes one of them. Private to this folder.
void refreshWords(Connection& connection, ClipId clip);

} // namespace prolap::db
