#pragma once

#include <optional>

#include <QPainter>
#include <QRectF>

namespace prolap::ui {

/// How well a clip matches. fill is the length of the bar, 0 to 1; probability is the number beside it, none when the
/// model is not calibrated (the bar alone is then drawn).
struct Match {
    float fill = 0;
    std::optional<float> probability;
};

/// A horizontal bar with the number to its right. dimmed: for rows below the last credible one.
void paintMatch(QPainter& painter, const QRectF& rect, const Match& match, bool dimmed);

QString matchTooltip(const Match& match);

} // namespace prolap::ui
