#include "db/sqlite_version.h"

#include <sqlite3.h>

namespace prolap::db {

std::string sqliteVersion()
{
    return sqlite3_libversion();
}

} // namespace prolap::db
