#include "ui/charts/axis_ticks.h"

#include <algorithm>
#include <cmath>

#include <QValueAxis>

namespace prolap::ui {

double niceStep(double range, int steps)
{
    const double rough = std::max(range, 1e-12) / steps;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1., 2., 5.})
        if (rough <= factor * power)
            return factor * power;
    return 10 * power;
}

int decimalsOf(double step)
{
    return std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
}

void useRoundTicks(QValueAxis* axis)
{
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
}

void setSpan(QValueAxis* axis, double low, double high, double step)
{
    if (step > axis->tickInterval())
        axis->setTickInterval(step);
    axis->setRange(low, high);
    axis->setTickInterval(step);
}

} // namespace prolap::ui
