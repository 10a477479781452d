#pragma once

#include "core/train/data/data_source.h"
#include "core/train/data/manifest.h"

namespace prolap::train {

/// Reads the rows of a data set of any of the kinds that DataSource names. What cannot be used becomes a failure; with
/// strict, an error.
/// Errors: Error(NotFound, Permission) for file, folder or library; Error(BadInput) for data of no known kind, for none
/// or two sources at once, naming the line or file when strict, or saying that nothing can be used.
Manifest readData(const DataSource& source, bool strict);

} // namespace prolap::train
