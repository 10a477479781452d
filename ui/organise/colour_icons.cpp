#include "ui/organise/colour_icons.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include "ui/theme/palette.h"

namespace prolap::ui {

QColor labelColour(ColourLabel colour)
{
    const Palette& p = ui::palette();
    switch (colour) {
    case ColourLabel::Red:
        return p.red;
    case ColourLabel::Amber:
        return p.amber;
    case ColourLabel::Green:
        return p.green;
    case ColourLabel::Cyan:
        return p.cyan;
    case ColourLabel::Blue:
        return p.accent;
    case ColourLabel::Violet:
        return p.violet;
    case ColourLabel::None:
        break;
    }
    return {};
}

QString colourText(ColourLabel colour)
{
    switch (colour) {
    case ColourLabel::Red:
        return QCoreApplication::translate("prolap::ui::OrganiseActions", "Red");
    case ColourLabel::Amber:
        return QCoreApplication::translate("prolap::ui::OrganiseActions", "Amber");
    case ColourLabel::Green:
        return QCoreApplication::translate("prolap::ui::OrganiseActions", "Green");
    case ColourLabel::Cyan:
        return QCoreApplication::translate("prolap::ui::OrganiseActions", "Cyan");
    case ColourLabel::Blue:
        return QCoreApplication::translate("prolap::ui::OrganiseActions", "Blue");
    case ColourLabel::Violet:
        return QCoreApplication::translate("prolap::ui::OrganiseActions", "Violet");
    case ColourLabel::None:
        break;
    }
    return QCoreApplication::translate("prolap::ui::OrganiseActions", "No colour");
}

QIcon labelIcon(ColourLabel colour)
{
    constexpr int kSize = 16, kScale = 3;
    QPixmap pixmap(kSize * kScale, kSize * kScale);
    pixmap.setDevicePixelRatio(kScale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = labelColour(colour);
    if (fill.isValid()) {
        painter.setBrush(fill);
        painter.setPen(Qt::NoPen);
    } else {
        painter.setPen(QPen(ui::palette().dim, 1.5));
    }
    painter.drawEllipse(QRectF(3.5, 3.5, 9, 9));
    return QIcon(pixmap);
}

} // namespace prolap::ui
