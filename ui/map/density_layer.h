#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ui/map/map_layers.h"
#include "ui/map/map_projection.h"

class QPainter;

namespace prolap::ui {

/// Draws crowds: adds up the colours of the points a pixel and shows the sums, as quick for a million points as the
/// memory is.
class DensityLayer {
public:
    void paint(QPainter& painter, const MapProjection& projection, const std::vector<const MapLayer*>& layers);

private:
    using Sum = std::array<std::uint16_t, 4>; ///< weight, and a colour's 6 upper bits as often as the weight says
    std::vector<Sum> m_sums;                  ///< of the last drawing, kept for its memory
};

} // namespace prolap::ui
