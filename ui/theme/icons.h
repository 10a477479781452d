#pragma once

#include <QIcon>

namespace prolap::ui {

/// A symbol of resources/icons, drawn in the palette's text colour (accent while checked, dim while disabled) at
/// whatever size and scale it is asked for. It follows a change of the scheme by itself.
QIcon icon(const char* name);

} // namespace prolap::ui
