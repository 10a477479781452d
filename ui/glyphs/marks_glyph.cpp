#include "ui/glyphs/marks_glyph.h"

#include <cmath>
#include <numbers>

#include <QPainter>
#include <QPainterPath>

#include "ui/organise/colour_icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kStarWidth = 15;
constexpr double kStarRadius = 6;

QPainterPath star(const QPointF& centre)
{
    QPolygonF corners;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 ? kStarRadius * .45 : kStarRadius;
        const double angle = std::numbers::pi * (i / 5.0 - .5);
        corners << centre + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath heart(const QPointF& centre)
{
    QPainterPath path(centre + QPointF(0, 5));
    path.cubicTo(centre + QPointF(-9, -1), centre + QPointF(-4.5, -7.5), centre + QPointF(0, -2.5));
    path.cubicTo(centre + QPointF(4.5, -7.5), centre + QPointF(9, -1), centre + QPointF(0, 5));
    return path;
}

double middleY(const QRect& cell)
{
    return QRectF(cell).center().y();
}

void paintShape(QPainter& painter, const QPainterPath& shape, const QColor& fill, bool given)
{
    painter.setPen(given ? QPen(Qt::NoPen) : QPen(ui::palette().dim, 1));
    painter.setBrush(given ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawPath(shape);
}

} // namespace

void paintRating(QPainter& painter, const QRect& cell, int stars, bool hovered)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < kMaxRating; ++i)
        if (i < stars || hovered)
            paintShape(painter, star({cell.left() + (i + .5) * kStarWidth, middleY(cell)}), ui::palette().text,
                       i < stars);
}

void paintFavourite(QPainter& painter, const QRect& cell, bool favourite, bool hovered)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (favourite || hovered)
        paintShape(painter, heart({cell.left() + kStarWidth / 2.0, middleY(cell)}), ui::palette().red, favourite);
}

void paintColour(QPainter& painter, const QRect& cell, ColourLabel colour, bool hovered)
{
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath dot;
    dot.addEllipse(QPointF(cell.left() + kStarWidth / 2.0, middleY(cell)), 5, 5);
    if (colour != ColourLabel::None || hovered)
        paintShape(painter, dot, labelColour(colour), colour != ColourLabel::None);
    if (colour == ColourLabel::None)
        return;
    painter.setPen(ui::palette().dim);
    const QRect words = cell.adjusted(kStarWidth + kSpaceInner, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(colourText(colour), Qt::ElideRight, words.width()));
}

int starsAt(const QRect& cell, const QPoint& at)
{
    const int star = at.x() < cell.left() ? -1 : (at.x() - cell.left()) / kStarWidth;
    return star >= 0 && star < kMaxRating ? star + 1 : 0;
}

} // namespace prolap::ui
