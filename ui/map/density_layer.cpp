#include "ui/map/density_layer.h"

#include <algorithm>
#include <cmath>

#include <QImage>
#include <QPainter>

namespace prolap::ui {

namespace {

constexpr double kMostCells = 2e6;
constexpr std::size_t kMostWeight = 900; ///< of a cell: its sums fit 16 bits

} // namespace

void DensityLayer::paint(QPainter& painter, const MapProjection& projection, const std::vector<const MapLayer*>& layers)
{
    enum { Weight, Red, Green, Blue };
    const QRectF& plot = projection.plot;
    // A screen of very many pixels is drawn in cells of two by two.
    const double cell = plot.width() * plot.height() > kMostCells ? 2 : 1;
    const double scale = projection.scale / cell;
    const int width = std::max(3, static_cast<int>(plot.width() / cell)),
              height = std::max(3, static_cast<int>(plot.height() / cell));
    m_sums.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), Sum{});
    const double x0 = plot.width() / cell / 2 - projection.centre.x() * scale,
                 y0 = plot.height() / cell / 2 + projection.centre.y() * scale;
    for (const MapLayer* layer : layers) {
        const QColor colour = layerColour(*layer);
        const int strength = layer->faint ? 1 : 2;
        const int red = colour.red() >> 2, green = colour.green() >> 2, blue = colour.blue() >> 2;
        const auto add = [&](Sum& sum, int weight) {
            if (sum[Weight] > kMostWeight)
                return; // as dense as can be shown
            sum[Weight] = static_cast<std::uint16_t>(sum[Weight] + weight);
            sum[Red] = static_cast<std::uint16_t>(sum[Red] + weight * red);
            sum[Green] = static_cast<std::uint16_t>(sum[Green] + weight * green);
            sum[Blue] = static_cast<std::uint16_t>(sum[Blue] + weight * blue);
        };
        for (const QPointF& point : layer->points) {
            const int x = static_cast<int>(x0 + point.x() * scale), y = static_cast<int>(y0 - point.y() * scale);
            if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1)
                continue;
            Sum* at = m_sums.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + x;
            add(at[0], 2 * strength); // a dot of five pixels
            add(at[-1], strength);
            add(at[1], strength);
            add(at[-width], strength);
            add(at[width], strength);
        }
    }
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    // By weight: how opaque, and what a sum is multiplied with to be a premultiplied colour, in 65536ths.
    static const auto shades = [] {
        std::array<std::pair<std::uint32_t, std::uint32_t>, kMostWeight + 16> table{};
        for (std::size_t w = 1; w < table.size(); ++w) {
            const double alpha =
                std::min(235.0, 255 * (1 - std::exp(-static_cast<double>(std::min<std::size_t>(64, w)) / 9)));
            table[w] = {static_cast<std::uint32_t>(alpha),
                        static_cast<std::uint32_t>(65536 * 4 * alpha / 255 / static_cast<double>(w))};
        }
        return table;
    }();
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const Sum* sum = m_sums.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        for (int x = 0; x < width; ++x) {
            const Sum& here = sum[x];
            if (here[Weight] == 0) {
                line[x] = 0;
                continue;
            }
            const auto [alpha, factor] = shades[here[Weight]];
            line[x] = alpha << 24 | (here[Red] * factor >> 16) << 16 | (here[Green] * factor >> 16) << 8 |
                      here[Blue] * factor >> 16;
        }
    }
    painter.drawImage(QRectF(plot.topLeft(), QSizeF(width * cell, height * cell)), image);
}

} // namespace prolap::ui
