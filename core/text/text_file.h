#pragma once

#include <string>

#include "core/paths.h"

namespace prolap::text {

/// A vocabulary file's bytes. Errors: Error(NotFound, Permission, Corrupt when it is larger than any vocabulary) with
/// the file and what it should hold.
std::string readVocabularyFile(const Path& file);

} // namespace prolap::text
