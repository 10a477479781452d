#pragma once

#include "core/paths.h"

namespace prolap::model {

/// Where the starter pack lies: $PROLAP_STARTER, else beside the program (../models/starter in a build folder,
/// ../share/prolap-explorer/models/starter where it is installed), else models/starter in the user's data folder.
/// Errors: Error(NotFound) that says where it was looked for and how it is made.
Path starterPack();

} // namespace prolap::model
