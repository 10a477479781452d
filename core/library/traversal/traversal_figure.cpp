#include "core/library/traversal/traversal_figure.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "core/library/traversal/map_way.h"
#include "core/library/traversal/xml_text.h"
#include "core/paths.h"

namespace prolap::library {

namespace {

constexpr double kWidth = 1160, kMapSide = 520, kMargin = 24, kTop = 84;
constexpr double kRowHeight = 22, kChartHeight = 130, kChartGap = 44;
constexpr std::size_t kMostDots = 4000; ///< of each kind; of more, every n-th is drawn
constexpr std::size_t kMostRungs = 24;

constexpr const char* kStyle =
    ".bg{fill:#fff}.text{fill:#1a1e26}.dim{fill:#556070}.grid{stroke:#c9ced7;fill:none}.accent{fill:#1b6bae}"
    ".amber{fill:#8f5b0c}.clip{fill:#1f7471;fill-opacity:.45}.caption{fill:#556070;fill-opacity:.4}"
    ".u{stroke:#8f5b0c;fill:none}.i{stroke:#27734a;fill:none}.m{stroke:#1b6bae;fill:none}"
    ".line{stroke:#1a1e26}.band{fill:#8f5b0c;fill-opacity:.07}.track{fill:#c9ced7}"
    "text{font-family:sans-serif;font-size:12px}.title{font-size:16px}"
    "@media(prefers-color-scheme:dark){.bg{fill:#1c1f26}.text{fill:#e7e9ee}.dim{fill:#a6adba}.grid{stroke:#3a404c}"
    ".line{stroke:#e7e9ee}.accent{fill:#5fb0ee}.amber{fill:#e3aa5b}.clip{fill:#5cc7c3;fill-opacity:.45}.caption{fill:#"
    "a6adba;"
    "fill-opacity:.4}.u{stroke:#e3aa5b}.i{stroke:#6fc48e}.m{stroke:#5fb0ee}.band{fill:#e3aa5b;fill-opacity:.08}"
    ".track{fill:#3a404c}}";

std::string nameOfFile(const std::string& subject)
{
    return displayText(Path(subject).filename());
}

/// "12–17", the points at which a rung was met.
std::string pointsOf(const Rung& rung)
{
    return rung.firstPoint == rung.lastPoint ? std::to_string(rung.firstPoint)
                                             : fmt::format("{}\xE2\x80\x93{}", rung.firstPoint, rung.lastPoint);
}

class Figure {
public:
    Figure(const Traversal& traversal, const LibraryMap* map, const Traversal* beside)
        : m_traversal(traversal), m_map(map), m_beside(beside)
    {
        if (beside)
            for (const Meeting& meeting : captionsInCommon(traversal, *beside))
                m_common.insert(traversal.ladder[meeting.first].text);
    }

    std::string svg()
    {
        title();
        const double left = m_map ? kMargin + kMapSide + 24 : kMargin;
        if (m_map)
            drawMap();
        double ladders = ladder(left, kTop, m_traversal, false);
        if (m_beside)
            ladders = ladder(left, ladders + kRowHeight, *m_beside, true);
        const double below = std::max(ladders, m_map ? kTop + kMapSide : 0) + kChartGap;
        charts(below);
        const double height = below + kChartHeight + 40;
        return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" width=\"{0}\" "
                           "height=\"{1:.0f}\"><style>{2}</style><rect class=\"bg\" width=\"{0}\" height=\"{1:.0f}\"/>"
                           "{3}</svg>\n",
                           kWidth, height, kStyle, m_out);
    }

private:
    void text(double x, double y, std::string_view what, std::string_view kind = "text",
              std::string_view anchor = "start")
    {
        m_out += fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>", kind, x, y,
                             anchor, xmlText(what));
    }

    /// A piece of a path's line before a text on this height; returns where the text begins.
    double sample(double x, double y, bool dashed)
    {
        m_out += fmt::format("<path class=\"line\" stroke-width=\"2\"{} d=\"M{:.1f} {:.1f}h28\"/>",
                             dashed ? " stroke-dasharray=\"6 4\"" : "", x, y - 4);
        return x + 36;
    }

    static std::string wayOf(const Traversal& traversal)
    {
        const std::string way = traversal.shape == PathShape::Climb
                                    ? fmt::format("climb to \"{}\"", traversal.rootCaption)
                                    : fmt::format("{} to the root {}", nameOf(traversal.shape),
                                                  traversal.root ? nameOf(*traversal.root) : "");
        return fmt::format("{}; {} points among {} captions and {} clips; {}", way, traversal.points.size(),
                           traversal.captionCandidates, traversal.clipCandidates, traversal.model);
    }

    void title()
    {
        text(kMargin, 28,
             m_beside && m_beside->subject != m_traversal.subject
                 ? fmt::format("From {} and from {}", nameOfFile(m_traversal.subject), nameOfFile(m_beside->subject))
                 : fmt::format("From {}", nameOfFile(m_traversal.subject)),
             "text title");
        text(m_beside ? sample(kMargin, 48, false) : kMargin, 48, wayOf(m_traversal), "dim");
        if (m_beside)
            text(sample(kMargin, 66, true), 66, wayOf(*m_beside), "dim");
    }

    void drawMap()
    {
        double low[2] = {1e9, 1e9}, high[2] = {-1e9, -1e9};
        const auto grow = [&](const MapPosition& at) {
            low[0] = std::min(low[0], static_cast<double>(at.x));
            high[0] = std::max(high[0], static_cast<double>(at.x));
            low[1] = std::min(low[1], static_cast<double>(at.y));
            high[1] = std::max(high[1], static_cast<double>(at.y));
        };
        std::ranges::for_each(m_map->clipPositions, grow);
        std::ranges::for_each(m_map->captionPositions, grow);
        const double scale = (kMapSide - 16) / std::max({1e-6, high[0] - low[0], high[1] - low[1]});
        const auto place = [&](const MapPosition& at) {
            return std::pair(kMargin + kMapSide / 2 + (static_cast<double>(at.x) - (low[0] + high[0]) / 2) * scale,
                             kTop + kMapSide / 2 - (static_cast<double>(at.y) - (low[1] + high[1]) / 2) * scale);
        };
        m_out += fmt::format("<rect class=\"grid\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", kMargin, kTop,
                             kMapSide, kMapSide);
        const auto dots = [&](const std::vector<MapPosition>& positions, const char* kind) {
            const std::size_t step = std::max<std::size_t>(1, positions.size() / kMostDots);
            m_out += fmt::format("<g class=\"{}\">", kind);
            for (std::size_t i = 0; i < positions.size(); i += step) {
                const auto [x, y] = place(positions[i]);
                m_out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"1.8\"/>", x, y);
            }
            m_out += "</g>";
        };
        dots(m_map->clipPositions, "clip");
        dots(m_map->captionPositions, "caption");
        if (m_beside)
            drawWay(wayBeside(*m_map, *m_beside, m_traversal), *m_beside, place, true);
        drawWay(wayOnMap(*m_map, m_traversal), m_traversal, place, false);
        text(kMargin + kMapSide / 2, kTop + kMapSide + 16, axis(m_map->x, 1), "dim", "middle");
        m_out += fmt::format("<text class=\"dim\" text-anchor=\"middle\" transform=\"translate({:.1f} {:.1f}) "
                             "rotate(-90)\">{}</text>",
                             kMargin - 8, kTop + kMapSide / 2, xmlText(axis(m_map->y, 2)));
    }

    template <typename Place>
    void drawWay(const MapWay& way, const Traversal& traversal, const Place& place, bool dashed)
    {
        const char* const dashes = dashed ? " stroke-dasharray=\"6 4\"" : "";
        std::string line, dots;
        for (const MapWay::Stop& stop : way.stops) {
            const auto [x, y] = place(stop.at);
            line += fmt::format("{:.1f},{:.1f} ", x, y);
            dots += fmt::format("<circle class=\"amber\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\"/>", x, y);
        }
        m_out += fmt::format("<polyline class=\"u\" stroke-width=\"2\"{} points=\"{}\"/>{}", dashes, line, dots);
        const auto [sx, sy] = place(way.subject);
        m_out += fmt::format("<circle class=\"accent\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6\"/>", sx, sy);
        if (!dashed || traversal.subject != m_traversal.subject)
            text(sx + 9, sy + 4, shortened(nameOfFile(traversal.subject), 32));
        const auto [rx, ry] = place(way.root);
        m_out += fmt::format("<path class=\"amber\" d=\"M{:.1f} {:.1f}l7 7-7 7-7-7z\"/>", rx, ry - 7);
        text(rx + 10, ry + 4, traversal.rootCaption.empty() ? "root" : shortened(traversal.rootCaption, 32));
    }

    static std::string axis(const MapAxis& axis, int number)
    {
        return fmt::format("{}component {} ({:.0f} % of the variance){}",
                           axis.low.empty() ? "" : axis.low + " \xE2\x86\x90 ", number, 100 * axis.explained,
                           axis.high.empty() ? "" : " \xE2\x86\x92 " + axis.high);
    }

    /// Returns where it ends.
    double ladder(double left, double top, const Traversal& traversal, bool dashed)
    {
        double y = top + 12;
        if (m_beside) {
            text(sample(left, y, dashed), y, fmt::format("{}, {}", nameOfFile(traversal.subject), traversal.model));
            y += kRowHeight;
        }
        const double matchAt = left + 52, captionAt = left + 150;
        text(left, y, "points", "dim");
        text(matchAt, y, "match", "dim");
        text(captionAt, y, "caption, nearest clip", "dim");
        const std::size_t count = traversal.ladder.size();
        const std::size_t most = m_beside ? kMostRungs / 2 : kMostRungs;
        for (std::size_t i = 0; i < std::min(count, most); ++i) {
            const Rung& rung = traversal.ladder[count - 1 - i];
            y += kRowHeight;
            text(left, y, pointsOf(rung), "dim");
            if (rung.probability) {
                m_out += fmt::format("<rect class=\"track\" x=\"{0:.1f}\" y=\"{1:.1f}\" width=\"48\" height=\"6\" "
                                     "rx=\"3\"/><rect class=\"accent\" x=\"{0:.1f}\" y=\"{1:.1f}\" width=\"{2:.1f}\" "
                                     "height=\"6\" rx=\"3\"/>",
                                     matchAt, y - 8, 48 * static_cast<double>(*rung.probability));
                text(matchAt + 84, y, fmt::format("{:.0f} %", 100 * static_cast<double>(*rung.probability)), "text",
                     "end");
            }
            text(captionAt, y, (m_common.contains(rung.text) ? "\xE2\x97\x86 " : "") + shortened(rung.text, 40));
            if (!rung.clips.empty())
                text(kWidth - kMargin, y, shortened(displayText(rung.clips.front().path.filename()), 26), "dim", "end");
        }
        if (count > most)
            text(captionAt, y += kRowHeight, fmt::format("and {} more", count - most), "dim");
        return y;
    }

    using Value = std::function<std::optional<float>(const TraversalPoint&)>;

    /// Of values; low above high where there are none.
    struct Range {
        double low = 1e300, high = -1e300;
    };

    static Range joined(const Range& a, const Range& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

    /// least: what it spans at least, where there are values.
    static Range rangeOf(const Traversal& path, const Value& value,
                         const std::optional<std::pair<double, double>>& least)
    {
        Range range;
        for (const TraversalPoint& point : path.points)
            if (const auto v = value(point))
                range = joined(range, {static_cast<double>(*v), static_cast<double>(*v)});
        return least && range.low <= range.high ? joined(range, {least->first, least->second}) : range;
    }

    void charts(double top)
    {
        const double width = (kWidth - 2 * kMargin - 2 * 56) / 3;
        const auto at = [&](int i) { return kMargin + 30 + i * (width + 44); };
        chart(
            at(0), top, width, "uncertainty", "u", [](const TraversalPoint& p) { return p.uncertainty; }, {}, true);
        chart(
            at(1), top, width, "inclusion (above 0 it may contain the sound)", "i",
            [](const TraversalPoint& p) { return p.inclusion; }, {}, false);
        chart(
            at(2), top, width, "match", "m", [](const TraversalPoint& p) { return p.match; }, std::pair(0.0, 1.0),
            false);
    }

    void chart(double left, double top, double width, std::string_view name, std::string_view kind, const Value& value,
               std::optional<std::pair<double, double>> range, bool bands)
    {
        // The uncertainties of two models have scales of their own.
        const bool ownScale = bands && m_beside && m_beside->modelId != m_traversal.modelId;
        Range all = rangeOf(m_traversal, value, range), own = all;
        if (m_beside && ownScale)
            own = rangeOf(*m_beside, value, range);
        else if (m_beside)
            own = all = joined(all, rangeOf(*m_beside, value, range));
        if (all.low > all.high)
            all = own;
        const auto [low, high] = all;
        const bool any = low <= high;
        text(left, top - 8, ownScale ? fmt::format("{} (dashed: on a scale of its own)", name) : std::string(name),
             "dim");
        m_out += fmt::format("<rect class=\"grid\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>", left,
                             top, width, kChartHeight);
        if (!any) {
            text(left + width / 2, top + kChartHeight / 2, "not known to this model", "dim", "middle");
            return;
        }
        const std::size_t count = m_traversal.points.size();
        const auto x = [&](std::size_t i) {
            return left + (count < 2 ? width / 2 : width * static_cast<double>(i) / static_cast<double>(count - 1));
        };
        const auto yIn = [&](const Range& of, double v) {
            return top + kChartHeight * (1 - std::clamp((v - of.low) / std::max(1e-9, of.high - of.low), 0.0, 1.0));
        };
        const auto y = [&](double v) { return yIn(all, v); };
        double lastLabel = -1e9;
        if (bands)
            for (const LevelBand& band : m_traversal.bands) {
                const double from = y(static_cast<double>(band.upperQuartile)),
                             to = y(static_cast<double>(band.lowerQuartile));
                if (band.level < 2 || to - from < .5)
                    continue;
                m_out +=
                    fmt::format("<rect class=\"band\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
                                left, from, width, to - from);
                if (std::abs((from + to) / 2 - lastLabel) < 14)
                    continue;
                lastLabel = (from + to) / 2;
                text(left + width - 4, (from + to) / 2 + 4, fmt::format("level {}", band.level), "dim", "end");
            }
        for (const Traversal* path : {&m_traversal, m_beside}) {
            std::string line;
            for (std::size_t i = 0; path && i < path->points.size(); ++i)
                if (const auto v = value(path->points[i]))
                    line +=
                        fmt::format("{:.1f},{:.1f} ", x(i), yIn(path == m_beside ? own : all, static_cast<double>(*v)));
            if (path)
                m_out += fmt::format("<polyline class=\"{}\" stroke-width=\"2\"{} points=\"{}\"/>", kind,
                                     path == m_beside ? " stroke-dasharray=\"6 4\"" : "", line);
        }
        text(left - 4, top + 10, fmt::format("{:.3g}", high), "dim", "end");
        text(left - 4, top + kChartHeight, fmt::format("{:.3g}", low), "dim", "end");
        text(left, top + kChartHeight + 16, "0", "dim");
        text(left + width, top + kChartHeight + 16, fmt::format("point {}", count - 1), "dim", "end");
    }

    const Traversal& m_traversal;
    const LibraryMap* const m_map;
    const Traversal* const m_beside;
    std::set<std::string> m_common; ///< captions that both met
    std::string m_out;
};

std::string ladderTable(const Traversal& traversal)
{
    std::string rows;
    for (auto rung = traversal.ladder.rbegin(); rung != traversal.ladder.rend(); ++rung) {
        std::string clips;
        for (const NearClip& clip : rung->clips)
            clips += (clips.empty() ? "" : ", ") + displayText(clip.path.filename());
        rows += fmt::format(
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", pointsOf(*rung), xmlText(rung->text),
            rung->probability ? fmt::format("{:.0f} %", 100 * static_cast<double>(*rung->probability)) : "",
            rung->uncertainty ? fmt::format("{:.4f}", *rung->uncertainty) : "", xmlText(clips));
    }
    std::string notes;
    for (const std::string& note : traversal.notes)
        notes += fmt::format("<p>{}</p>\n", xmlText(note));
    return fmt::format("{}<table><tr><th>points</th><th>caption</th><th>match</th><th>uncertainty</th><th>nearest "
                       "clips</th></tr>\n{}</table>\n",
                       notes, rows);
}

std::string heading(const Traversal& traversal)
{
    return xmlText(fmt::format("{}, {}", nameOfFile(traversal.subject), traversal.model));
}

} // namespace

std::string traversalSvg(const Traversal& traversal, const LibraryMap* map, const Traversal* beside)
{
    return Figure(traversal, map, beside).svg();
}

std::string traversalHtml(const Traversal& traversal, const LibraryMap* map, const Traversal* beside)
{
    std::string ladders = ladderTable(traversal);
    if (beside)
        ladders = fmt::format("<h2>{}</h2>\n{}<h2>{}</h2>\n{}", heading(traversal), ladders, heading(*beside),
                              ladderTable(*beside));
    const std::string title = xmlText(fmt::format("From {}", nameOfFile(traversal.subject)));
    return fmt::format(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta charset=\"utf-8\"/>"
        "<title>{0}</title><style>body{{font-family:sans-serif;margin:24px;background:#f4f5f7;color:#1a1e26}}"
        "svg{{max-width:100%;height:auto}}td,th{{padding:4px 12px;text-align:left}}h2{{font-size:1.1em}}"
        "@media(prefers-color-scheme:dark){{body{{background:#15171c;color:#e7e9ee}}}}</style></head><body>\n{1}{2}"
        "</body></html>\n",
        title, traversalSvg(traversal, map, beside), ladders);
}

} // namespace prolap::library
