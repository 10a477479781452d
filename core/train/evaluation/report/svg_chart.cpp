#include "core/train/evaluation/report/svg_chart.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/train/evaluation/report/axis_scale.h"
#include "core/train/evaluation/report/markup.h"

namespace prolap::train {

namespace {

constexpr double kWidth = 560, kHeight = 330;
constexpr double kLeft = 58, kRight = kWidth - 14, kTop = 44, kBottom = kHeight - 46; ///< of the plot
constexpr double kLegend = 14;                                                        ///< how high its middle lies
constexpr const char* kDashes[] = {"none", "7 3", "2 3", "9 3 2 3", "4 4", "1 2"};
constexpr double kShades[] = {.95, .45, .75, .25, .6, .35};

std::string number(double value)
{
    return fmt::format("{:.6g}", std::abs(value) < 1e-12 ? 0.0 : value);
}

std::string text(double x, double y, const char* attributes, const std::string& content)
{
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, attributes, escaped(content));
}

std::string straight(double x1, double y1, double x2, double y2, const char* attributes)
{
    return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2,
                       attributes);
}

/// Grid, ticks and titles of the axes.
std::string verticalAxis(const Axis& axis, const AxisScale& scale)
{
    std::string out;
    for (const double tick : scale.ticks()) {
        out += straight(kLeft, scale.at(tick), kRight, scale.at(tick), "class=\"grid\"");
        out += text(kLeft - 6, scale.at(tick) + 4, "class=\"axis\" text-anchor=\"end\"", number(tick));
    }
    const std::string turned =
        fmt::format("class=\"axis\" text-anchor=\"middle\" transform=\"rotate(-90 14 {:.1f})\"", (kTop + kBottom) / 2);
    return out + text(14, (kTop + kBottom) / 2, turned.c_str(), axis.title);
}

std::string horizontalAxis(const Axis& axis, const AxisScale& scale)
{
    std::string out;
    for (const double tick : scale.ticks()) {
        out += straight(scale.at(tick), kBottom, scale.at(tick), kBottom + 4, "class=\"grid\"");
        out += text(scale.at(tick), kBottom + 18, "class=\"axis\" text-anchor=\"middle\"", number(tick));
    }
    return out + text((kLeft + kRight) / 2, kHeight - 8, "class=\"axis\" text-anchor=\"middle\"", axis.title);
}

/// Names of groups side by side below the plot.
std::string groupNames(const std::vector<std::string>& names, double step)
{
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += text(kLeft + (static_cast<double>(i) + .5) * step, kBottom + 18, "class=\"axis\" text-anchor=\"middle\"",
                    names[i]);
    return out;
}

/// A row of samples with names over the plot. sample(i, x): draws that of series i from x to x + 22 at kLegend.
template <typename Sample> std::string legend(const std::vector<std::string>& names, const Sample& sample)
{
    std::string out;
    double x = kLeft;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += sample(i, x);
        out += text(x + 28, kLegend + 4, "class=\"name\"", names[i]);
        x += 46 + 6.6 * static_cast<double>(names[i].size());
    }
    return out;
}

std::string plotOf(const LineChart& chart)
{
    const AxisScale x(chart.x, kLeft, kRight), y(chart.y, kBottom, kTop);
    std::string out = verticalAxis(chart.y, y) + horizontalAxis(chart.x, x);
    if (chart.diagonal)
        out += straight(kLeft, kBottom, kRight, kTop, "class=\"grid\" stroke-dasharray=\"4 4\"");
    std::vector<std::string> names;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        names.push_back(chart.series[i].name);
        std::string points;
        for (const auto& [px, py] : chart.series[i].points) {
            points += fmt::format("{:.1f},{:.1f} ", x.at(px), y.at(py));
            if (chart.marks)
                out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\" class=\"fill{}\"/>\n", x.at(px),
                                   y.at(py), i);
        }
        out +=
            fmt::format("<polyline class=\"line{}\" stroke-dasharray=\"{}\" points=\"{}\"/>\n", i, kDashes[i], points);
    }
    return out + legend(names, [](std::size_t i, double at) {
               return fmt::format("<polyline class=\"line{}\" stroke-dasharray=\"{}\" points=\"{:.1f},{:.1f} "
                                  "{:.1f},{:.1f}\"/>\n",
                                  i, kDashes[i], at, kLegend, at + 22, kLegend);
           });
}

std::string plotOf(const ScatterChart& chart)
{
    const AxisScale x(chart.x, kLeft, kRight), y(chart.y, kBottom, kTop);
    std::string out = verticalAxis(chart.y, y) + horizontalAxis(chart.x, x);
    for (const auto& [px, py] : chart.points.points) {
        if (x.shows(px) && y.shows(py))
            out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.2\" class=\"fill0\" fill-opacity=\".35\"/>\n",
                               x.at(px), y.at(py));
    }
    return out;
}

std::string plotOf(const BarChart& chart)
{
    const AxisScale y(chart.y, kBottom, kTop);
    std::string out = verticalAxis(chart.y, y);
    const auto groups = static_cast<double>(std::max<std::size_t>(chart.groups.size(), 1));
    const double step = (kRight - kLeft) / groups;
    const double width = std::min(34.0, .8 * step / static_cast<double>(std::max<std::size_t>(chart.series.size(), 1)));
    std::vector<std::string> names;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto& [name, values] = chart.series[i];
        names.push_back(name);
        const double offset = (static_cast<double>(i) - static_cast<double>(chart.series.size()) / 2) * width;
        for (std::size_t group = 0; group < values.size(); ++group) {
            if (std::isnan(values[group]))
                continue;
            const double left = kLeft + (static_cast<double>(group) + .5) * step + offset, top = y.at(values[group]);
            out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"fill{} "
                               "bar{}\" fill-opacity=\"{}\"><title>{}: {:.4f}</title></rect>\n",
                               left + .5, top, width - 1, std::max(kBottom - top, 0.0), i, i, kShades[i],
                               escaped(chart.groups[group] + ", " + name), values[group]);
            if (width >= 24) // else the figures would run into each other; the title still has them
                out += text(left + width / 2, top - 4, "class=\"figure\" text-anchor=\"middle\"",
                            fmt::format("{:.2f}", values[group]));
        }
    }
    return out + groupNames(chart.groups, step) + legend(names, [](std::size_t i, double at) {
               return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"22\" height=\"11\" class=\"fill{} bar{}\" "
                                  "fill-opacity=\"{}\"/>\n",
                                  at, kLegend - 6, i, i, kShades[i]);
           });
}

std::string plotOf(const BoxChart& chart)
{
    const AxisScale y(chart.y, kBottom, kTop);
    std::string out = verticalAxis(chart.y, y);
    const double step = (kRight - kLeft) / static_cast<double>(std::max<std::size_t>(chart.boxes.size(), 1));
    const double half = std::min(26.0, .3 * step);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
        const BoxChart::Box& box = chart.boxes[i];
        names.push_back(box.name);
        const double x = kLeft + (static_cast<double>(i) + .5) * step;
        out += straight(x, y.at(box.low), x, y.at(box.high), "class=\"line1\"");
        for (const double end : {box.low, box.high})
            out += straight(x - half / 2, y.at(end), x + half / 2, y.at(end), "class=\"line1\"");
        out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"box\"/>\n",
                           x - half, y.at(box.upperQuartile), 2 * half,
                           std::max(y.at(box.lowerQuartile) - y.at(box.upperQuartile), 1.0));
        out += straight(x - half, y.at(box.median), x + half, y.at(box.median), "class=\"line1\" stroke-width=\"3\"");
    }
    return out + groupNames(names, step);
}

} // namespace

std::string svgOf(const Chart& chart)
{
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
                       "aria-label=\"{}\">\n{}</svg>\n",
                       kWidth, kHeight, escaped(chart.title),
                       std::visit([](const auto& plot) { return plotOf(plot); }, chart.plot));
}

} // namespace prolap::train
