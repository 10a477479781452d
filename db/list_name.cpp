#include "db/list_name.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/paths.h"

namespace prolap::db {

std::string listName(const std::string& typed)
{
    std::string name = validUtf8(typed);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t' || c == '\0'; }, ' ');
    const auto first = name.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : name.substr(first, name.find_last_not_of(' ') - first + 1);
}

std::string requiredListName(const std::string& typed, const char* what)
{
    std::string name = listName(typed);
    if (name.empty())
        throw Error(ErrorKind::BadInput, fmt::format("{} needs a name of at least one letter.", what));
    return name;
}

} // namespace prolap::db
