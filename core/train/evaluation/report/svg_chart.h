#pragma once

#include <string>

#include "core/train/evaluation/report/chart.h"

namespace prolap::train {

/// The chart as one `<svg>` element, well-formed XML. Colours are the page's: elements have the classes `grid`, `axis`,
/// `fill0` to `fill5` and `line0` to `line5` (see html_report.cpp). Series differ by dash, shade or place too.
std::string svgOf(const Chart& chart);

} // namespace prolap::train
