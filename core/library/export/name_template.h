#pragma once

#include <optional>
#include <string>

#include "core/paths.h"

namespace prolap::library {

/// What a name can be made of.
struct NameFacts {
    Path source;                      ///< the sound file
    std::optional<double> start, end; ///< seconds, of a part of it
};

inline constexpr const char* kRegionTemplate = "{name} {start}-{end}";

/// A file name without its ending: `{name}` and `{folder}` of the source, `{start}`, `{end}` and `{length}` in seconds
/// as `3.250`, `{date}` and `{time}` of now. What a file system or another system's cannot have in a name becomes `_`,
/// and the name is kept below 200 bytes. Errors: Error(BadInput) with the place, for a placeholder that is not known
/// or not closed and for a name that comes out empty.
std::string nameFrom(const std::string& nameTemplate, const NameFacts& facts);

/// The path itself, or with ` (2)`, ` (3)`... before its ending while that is taken.
Path freeName(const Path& wanted);

} // namespace prolap::library
