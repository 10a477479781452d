#pragma once

struct sqlite3;

namespace prolap::db {

/// Gives a connection `is_folder(path)`: 1 when a folder lies there just now. path: bytes. Private to this folder.
void registerFolderFunction(sqlite3* handle);

} // namespace prolap::db
