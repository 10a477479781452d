#pragma once

#include <string>

namespace prolap::db {

/// Of the SQLite that is loaded.
std::string sqliteVersion();

} // namespace prolap::db
