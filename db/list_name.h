#pragma once

#include <string>

namespace prolap::db {

/// A name as a user typed it: valid UTF-8 without blanks around it and without line breaks. Private to this folder.
std::string listName(const std::string& typed);

/// The same. what: "A collection". Errors: Error(BadInput) when nothing is left.
std::string requiredListName(const std::string& typed, const char* what);

} // namespace prolap::db
