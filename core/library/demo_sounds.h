#pragma once

#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// Folders of sounds that this machine happens to have, to try the program on: those of Debian's sonic-pi-samples,
/// lmms-common and sound-theme-freedesktop, as far as they are there.
std::vector<Path> demoFolders();

} // namespace prolap::library
