#include "core/train/evaluation/report/axis_scale.h"

#include <algorithm>
#include <cmath>

namespace prolap::train {

AxisScale::AxisScale(const Axis& axis, double begin, double end) : m_axis(axis), m_begin(begin), m_end(end) {}

double AxisScale::at(double value) const
{
    const double inside = std::clamp(value, m_axis.from, m_axis.to);
    const double share = m_axis.logarithmic ? std::log(inside / m_axis.from) / std::log(m_axis.to / m_axis.from)
                                            : (inside - m_axis.from) / (m_axis.to - m_axis.from);
    return m_begin + share * (m_end - m_begin);
}

bool AxisScale::shows(double value) const
{
    return value >= m_axis.from && value <= m_axis.to;
}

std::vector<double> AxisScale::ticks() const
{
    std::vector<double> ticks;
    const double slack = 1e-9 * (m_axis.to - m_axis.from);
    const auto add = [&](double value) {
        if (value >= m_axis.from - slack && value <= m_axis.to + slack)
            ticks.push_back(value);
    };
    const auto addEvenly = [&] {
        const double least = (m_axis.to - m_axis.from) / 6, power = std::pow(10, std::floor(std::log10(least)));
        const double step = least <= power       ? power
                            : least <= 2 * power ? 2 * power
                            : least <= 5 * power ? 5 * power
                                                 : 10 * power;
        for (double n = std::ceil(m_axis.from / step - 1e-9); n * step <= m_axis.to + slack; ++n)
            add(n * step);
    };
    if (!m_axis.logarithmic) {
        addEvenly();
        return ticks;
    }
    const int first = static_cast<int>(std::floor(std::log10(m_axis.from)));
    const int last = static_cast<int>(std::ceil(std::log10(m_axis.to)));
    const int every = std::max(1, (last - first + 5) / 6); // of very many powers of ten only some
    for (int power = first; power <= last; power += every) {
        for (const int digit : {1, 2, 5}) {
            if (digit == 1 || last - first <= 3)
                add(digit * std::pow(10, power));
        }
    }
    if (ticks.size() < 3) { // a stretch so short that it is nearly linear
        ticks.clear();
        addEvenly();
    }
    return ticks;
}

} // namespace prolap::train
