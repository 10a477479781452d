#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/error.h"
#include "core/ids.h"
#include "core/paths.h"
#include "core/progress.h"

namespace prolap::library {

/// How much of a root lies in another place.
struct RelocationCheck {
    Outcome outcome = Outcome::Done;
    std::int64_t clips = 0;
    std::int64_t found = 0;     ///< files of the same relative path and size
    std::vector<Path> examples; ///< some that are not there, relative to the root
};

/// Looks; changes nothing. to: a folder. Errors: Error(NotFound) for an unknown root or a folder that is not there,
/// Error(BadInput) for a folder that is, holds, or lies in another folder of the library.
RelocationCheck checkRelocation(const Path& catalogue, RootId root, const Path& to, std::stop_token stop = {},
                                const ProgressFn& progress = {});

/// The root's clips lie in `to` from now on, under the same relative paths; they keep everything. The root is online
/// again. What is not there is found missing by the next scan. Errors: those of checkRelocation().
void relocateRoot(const Path& catalogue, RootId root, const Path& to);

/// The root of this path. Errors: Error(NotFound) with the roots that there are.
RootId rootAt(const Path& catalogue, const Path& path);

} // namespace prolap::library
