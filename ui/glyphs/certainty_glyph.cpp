#include "ui/glyphs/certainty_glyph.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPainterPath>

#include "ui/text.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

CertaintyScale::CertaintyScale(std::vector<float> uncertainties) : m_sorted(std::move(uncertainties))
{
    std::erase_if(m_sorted, [](float u) { return !(u > 0) || !std::isfinite(u); });
    std::ranges::sort(m_sorted);
}

Certainty CertaintyScale::of(std::optional<float> uncertainty) const
{
    if (!uncertainty)
        return {0, 0, 0, false};
    if (m_sorted.empty() || !(*uncertainty > 0))
        return {0.5, 0.5, 0.5, true};
    const auto percentile = [this](double share) {
        return m_sorted[static_cast<std::size_t>(share * static_cast<double>(m_sorted.size() - 1))];
    };
    const double low = std::log(percentile(0.05)), high = std::log(percentile(0.95));
    const double width = high > low ? (std::log(*uncertainty) - low) / (high - low) : 0.5;
    const auto [first, last] = std::ranges::equal_range(m_sorted, *uncertainty);
    const auto size = static_cast<double>(m_sorted.size());
    return {std::clamp(width, 0.0, 1.0), static_cast<double>(first - m_sorted.begin()) / size,
            static_cast<double>(m_sorted.end() - last) / size, true};
}

void paintCertainty(QPainter& painter, const QRectF& rect, const Certainty& certainty, bool dimmed)
{
    const Palette& p = ui::palette();
    const QColor colour = dimmed ? p.dim : p.amber;
    const double half = std::min(rect.width() / 2, 20.0);
    const double base = rect.bottom() - 5, top = rect.top() + 5;
    const double middle = rect.center().x();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    if (!certainty.general) {
        painter.drawLine(QPointF(middle, top), QPointF(middle, base));
        painter.restore();
        return;
    }
    const double sigma = half * (0.08 + 0.42 * certainty.width);
    const double height = (base - top) * (1.0 - 0.45 * certainty.width); // the area stays about the same
    QPainterPath curve;
    constexpr int kSteps = 32;
    for (int i = 0; i <= kSteps; ++i) {
        const double x = half * (2.0 * i / kSteps - 1.0);
        const QPointF point(middle + x, base - height * std::exp(-x * x / (2 * sigma * sigma)));
        if (i == 0)
            curve.moveTo(point);
        else
            curve.lineTo(point);
    }
    QColor fill = colour;
    fill.setAlphaF(0.18f);
    painter.fillPath(curve, fill);
    painter.drawPath(curve);
    painter.restore();
}

QString certaintyTooltip(const Certainty& certainty)
{
    if (!certainty.general)
        return QCoreApplication::translate("prolap::ui", "There is no uncertainty in this model");
    if (certainty.lessGeneral >= certainty.moreGeneral)
        return QCoreApplication::translate("prolap::ui", "More general than %1 of your clips")
            .arg(percentText(certainty.lessGeneral));
    return QCoreApplication::translate("prolap::ui", "More specific than %1 of your clips")
        .arg(percentText(certainty.moreGeneral));
}

} // namespace prolap::ui
