#pragma once

class QValueAxis;

namespace prolap::ui {

/// 1, 2 or 5 times a power of ten, so that the range has at most about so many steps.
double niceStep(double range, int steps);

/// How many decimals tell multiples of that step apart.
int decimalsOf(double step);

/// Has the axis put its ticks at multiples of a step: once, before setSpan().
void useRoundTicks(QValueAxis* axis);

/// The axis's range with ticks at multiples of `step`. In an order in which there are never many ticks: each is an item
/// of the scene, also for a moment.
void setSpan(QValueAxis* axis, double low, double high, double step);

} // namespace prolap::ui
