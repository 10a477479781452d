#pragma once

#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// What was asked of a library lately, latest first, each once. Errors: those of opening the catalogue. Threads: any.
std::vector<std::string> pastQueries(const Path& catalogue, std::size_t limit);

/// Puts a query in front; the catalogue keeps the last few hundred. Errors: also Error(ReadOnly, Busy).
void rememberQuery(const Path& catalogue, const std::string& query);

/// Forgets all of them. Errors: as rememberQuery().
void forgetQueries(const Path& catalogue);

} // namespace prolap::library
