#include "ui/map/map_layers.h"

#include <algorithm>

#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

/// The share of a set that lies within its whiskers decides what is shown at first: one outlier must not.
std::pair<double, double> middle(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {at(.002), at(.998)};
}

} // namespace

QColor inkColour(MapInk ink)
{
    const Palette& p = ui::palette();
    switch (ink) {
    case MapInk::Accent:
        return p.accent;
    case MapInk::Amber:
        return p.amber;
    case MapInk::Green:
        return p.green;
    case MapInk::Red:
        return p.red;
    case MapInk::Violet:
        return p.violet;
    case MapInk::Cyan:
        return p.cyan;
    case MapInk::Dim:
        return p.dim;
    case MapInk::Text:
        return p.text;
    }
    return p.text;
}

QColor layerColour(const MapLayer& layer)
{
    return layer.share > 0 ? mixed(inkColour(layer.towards), inkColour(layer.ink), layer.share) : inkColour(layer.ink);
}

QRectF middleOf(const std::vector<QPointF>& points)
{
    if (points.empty())
        return {};
    std::vector<double> x, y;
    for (const QPointF& point : points) {
        x.push_back(point.x());
        y.push_back(point.y());
    }
    const auto [left, right] = middle(std::move(x));
    const auto [bottom, top] = middle(std::move(y));
    return {QPointF(left, bottom), QPointF(right, top)};
}

} // namespace prolap::ui
