#pragma once

#include <vector>

#include "core/train/evaluation/report/chart.h"

namespace prolap::train {

/// Places values of an axis on a stretch of a drawing.
class AxisScale {
public:
    /// begin, end: where axis.from and axis.to come to lie.
    AxisScale(const Axis& axis, double begin, double end);

    /// Values beyond the axis come to lie at its ends.
    double at(double value) const;
    bool shows(double value) const;
    /// Round values within the axis, some six of them.
    std::vector<double> ticks() const;

private:
    Axis m_axis;
    double m_begin, m_end;
};

} // namespace prolap::train
