#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace prolap::train {

/// What a protocol has to show beside its figures: plain numbers, drawn by svg_chart.h.

struct Axis {
    std::string title;
    double from = 0, to = 1;  ///< from < to; from > 0 on a logarithmic axis
    bool logarithmic = false; ///< values outside are left out
};

/// Named points in the order in which a line joins them.
struct Series {
    std::string name;
    std::vector<std::pair<double, double>> points;
};

/// Lines over a numeric axis.
struct LineChart {
    Axis x, y;
    std::vector<Series> series; ///< at most six
    bool diagonal = false;      ///< a dashed line from corner to corner: calibrated, or chance
    bool marks = false;         ///< a dot at every point
};

/// A cloud of points.
struct ScatterChart {
    Axis x, y;
    Series points;
};

/// Groups of bars, one bar of each series in a group.
struct BarChart {
    Axis y;
    std::vector<std::string> groups;
    struct Bars {
        std::string name;
        std::vector<double> values; ///< one a group; NaN draws nothing
    };
    std::vector<Bars> series; ///< at most six
};

/// Boxes from the lower to the upper quartile with whiskers from the 5th to the 95th hundredth.
struct BoxChart {
    Axis y;
    struct Box {
        std::string name;
        double low = 0, lowerQuartile = 0, median = 0, upperQuartile = 0, high = 0;
    };
    std::vector<Box> boxes;
};

struct Chart {
    std::string title;
    std::string caption; ///< what it shows and how to read it, one or two sentences
    std::variant<LineChart, ScatterChart, BarChart, BoxChart> plot;
};

} // namespace prolap::train
