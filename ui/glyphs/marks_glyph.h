#pragma once

#include <QRect>

#include "core/clip_marks.h"

class QPainter;

namespace prolap::ui {

/// What a user marks a clip with, as a cell shows it. hovered: what is not given is hinted at, to be clicked.
void paintRating(QPainter& painter, const QRect& cell, int stars, bool hovered);
void paintFavourite(QPainter& painter, const QRect& cell, bool favourite, bool hovered);
void paintColour(QPainter& painter, const QRect& cell, ColourLabel colour, bool hovered);

/// How many stars a click there gives, 1 to 5; 0: none is there.
int starsAt(const QRect& cell, const QPoint& at);

} // namespace prolap::ui
