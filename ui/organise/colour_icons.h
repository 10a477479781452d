#pragma once

#include <QColor>
#include <QIcon>

#include "core/clip_marks.h"

namespace prolap::ui {

/// The colour of a label in the palette in use; invalid for none.
QColor labelColour(ColourLabel colour);
/// "Red", in the user's language.
QString colourText(ColourLabel colour);
/// A dot of it; a ring for none.
QIcon labelIcon(ColourLabel colour);

} // namespace prolap::ui
