#pragma once

#include <span>
#include <string_view>

namespace prolap::db {

/// One step of the schema: db/schema/NNN-what.sql. Applied steps are never edited; a change is a new step.
struct Migration {
    int version = 0;      ///< PRAGMA user_version once it is applied
    std::string_view sql; ///< a script; runs in one transaction together with setting the version
};

/// The steps of this program, versions 1, 2, ... without gaps.
std::span<const Migration> builtInMigrations();

} // namespace prolap::db
