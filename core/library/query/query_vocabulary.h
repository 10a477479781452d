#pragma once

#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// What a library offers for the values of operators, to complete what is typed.
struct QueryVocabulary {
    std::vector<std::string> tags;        ///< by name
    std::vector<std::string> folders;     ///< relative to their roots, by name
    std::vector<std::string> formats;     ///< the most frequent first
    std::vector<std::string> collections; ///< by name

    bool operator==(const QueryVocabulary&) const = default;
};

/// Takes some ten milliseconds with 100 000 clips. Errors: those of opening the catalogue. Threads: any.
QueryVocabulary readVocabulary(const Path& catalogue);

} // namespace prolap::library
