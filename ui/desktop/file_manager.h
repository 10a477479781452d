#pragma once

#include "core/paths.h"

namespace prolap::ui {

/// Shows a file, selected, in the desktop's file manager; where none answers on D-Bus, opens its folder.
/// Does not wait.
void revealFile(const Path& file);

} // namespace prolap::ui
