#include "ui/glyphs/match_glyph.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/text.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

void paintMatch(QPainter& painter, const QRectF& rect, const Match& match, bool dimmed)
{
    const Palette& p = ui::palette();
    const double numberWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("100\u202f%"));
    const double gap = 8;
    const double height = 6;
    const QRectF track(rect.left(), rect.center().y() - height / 2, std::max(8.0, rect.width() - numberWidth - gap),
                       height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.line);
    painter.drawRoundedRect(track, height / 2, height / 2);
    const double fill = std::clamp(static_cast<double>(match.fill), 0.0, 1.0);
    if (fill > 0) {
        painter.setBrush(dimmed ? p.dim : p.accent);
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(height, track.width() * fill), height)),
                                height / 2, height / 2);
    }
    if (match.probability) {
        painter.setPen(dimmed ? p.dim : p.text);
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, percentText(*match.probability));
    }
    painter.restore();
}

QString matchTooltip(const Match& match)
{
    if (!match.probability)
        return QCoreApplication::translate(
            "prolap::ui", "The longer the bar, the better it matches. This model is not calibrated, so there is no "
                          "probability to show.");
    return QCoreApplication::translate("prolap::ui", "Matches with a probability of %1")
        .arg(percentText(*match.probability));
}

} // namespace prolap::ui
