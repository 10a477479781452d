#pragma once

#include <string_view>
#include <vector>

namespace prolap::library {

struct BuiltInFile {
    std::string_view name; ///< as in resources/vocabulary
    std::string_view text;
};

/// The files of resources/vocabulary, which CMake makes a part of the library.
const std::vector<BuiltInFile>& builtInVocabularyFiles();

} // namespace prolap::library
