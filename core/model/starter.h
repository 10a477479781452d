#pragma once

#include "core/paths.h"

namespace prolap::model {

/// The pack that is used where none was named: $PROLAP_STARTER, else the starter beside the program
/// (../models/starter in a build folder, ../share/prolap-explorer/models/starter where it is installed), else
/// models/starter in the user's data folder, else starterSmallPack().
/// Errors: Error(NotFound) that says where it was looked for and how it is made.
Path starterPack();

/// The small pack among the program's own files (starter-small beside the starter), less able and much faster; empty
/// where it is not there.
Path starterSmallPack();

/// Whether starterPack() had to be the small pack, because the starter has not been made on this machine.
bool starterIsSmall();

} // namespace prolap::model
