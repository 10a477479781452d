#include "core/library/traversal/traversal_figure.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "core/paths.h"

namespace prolap::library {

namespace {

constexpr double kWidth = 1160, kMapSide = 520, kMargin = 24, kTop = 64;
constexpr double kRowHeight = 22, kChartHeight = 130, kChartGap = 44;
constexpr std::size_t kMostDots = 4000; ///< of each kind; of more, every n-th is drawn
constexpr std::size_t kMostRungs = 24;

constexpr const char* kStyle =
    ".bg{fill:#fff}.text{fill:#1a1e26}.dim{fill:#556070}.grid{stroke:#c9ced7;fill:none}.accent{fill:#1b6bae}"
    ".amber{fill:#8f5b0c}.clip{fill:#1f7471;fill-opacity:.45}.caption{fill:#556070;fill-opacity:.4}"
    ".u{stroke:#8f5b0c;fill:none}.i{stroke:#27734a;fill:none}.m{stroke:#1b6bae;fill:none}"
    ".band{fill:#8f5b0c;fill-opacity:.07}.track{fill:#c9ced7}"
    "text{font-family:sans-serif;font-size:12px}.title{font-size:16px}"
    "@media(prefers-color-scheme:dark){.bg{fill:#1c1f26}.text{fill:#e7e9ee}.dim{fill:#a6adba}.grid{stroke:#3a404c}"
    ".accent{fill:#5fb0ee}.amber{fill:#e3aa5b}.clip{fill:#5cc7c3;fill-opacity:.45}.caption{fill:#a6adba;"
    "fill-opacity:.4}.u{stroke:#e3aa5b}.i{stroke:#6fc48e}.m{stroke:#5fb0ee}.band{fill:#e3aa5b;fill-opacity:.08}"
    ".track{fill:#3a404c}}";

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : validUtf8(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

/// At most so many characters; never cut inside of one.
std::string shortened(const std::string& text, std::size_t most)
{
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++characters > most)
            return text.substr(0, i) + "\xE2\x80\xA6";
    return text;
}

std::string nameOfFile(const std::string& subject)
{
    return displayText(Path(subject).filename());
}

class Figure {
public:
    Figure(const Traversal& traversal, const LibraryMap* map) : m_traversal(traversal), m_map(map) {}

    std::string svg()
    {
        title();
        const double left = m_map ? kMargin + kMapSide + 24 : kMargin;
        if (m_map)
            drawMap();
        const double below = std::max(ladder(left), m_map ? kTop + kMapSide : 0) + kChartGap;
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
                             anchor, escaped(what));
    }

    void title()
    {
        text(kMargin, 28, fmt::format("From {}", nameOfFile(m_traversal.subject)), "text title");
        const std::string way = m_traversal.shape == PathShape::Climb
                                    ? fmt::format("climb to \"{}\"", m_traversal.rootCaption)
                                    : fmt::format("{} to the root {}", nameOf(m_traversal.shape),
                                                  m_traversal.root ? nameOf(*m_traversal.root) : "");
        text(kMargin, 48,
             fmt::format("{}; {} points among {} captions and {} clips; {}", way, m_traversal.points.size(),
                         m_traversal.captionCandidates, m_traversal.clipCandidates, m_traversal.model),
             "dim");
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
        std::string line;
        for (const TraversalPoint& point : m_traversal.points) {
            const auto [x, y] = place(m_map->position(point.mean));
            line += fmt::format("{:.1f},{:.1f} ", x, y);
        }
        m_out += fmt::format("<polyline class=\"u\" stroke-width=\"2\" points=\"{}\"/>", line);
        for (const TraversalPoint& point : m_traversal.points) {
            const auto [x, y] = place(m_map->position(point.mean));
            m_out += fmt::format("<circle class=\"amber\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\"/>", x, y);
        }
        const auto [sx, sy] = place(m_map->position(m_traversal.subjectMean));
        m_out += fmt::format("<circle class=\"accent\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6\"/>", sx, sy);
        text(sx + 9, sy + 4, shortened(nameOfFile(m_traversal.subject), 32));
        const auto [rx, ry] = place(m_map->position(m_traversal.rootMean));
        m_out += fmt::format("<path class=\"amber\" d=\"M{:.1f} {:.1f}l7 7-7 7-7-7z\"/>", rx, ry - 7);
        text(rx + 10, ry + 4, m_traversal.rootCaption.empty() ? "root" : shortened(m_traversal.rootCaption, 32));
        text(kMargin + kMapSide / 2, kTop + kMapSide + 16, axis(m_map->x, 1), "dim", "middle");
        m_out += fmt::format("<text class=\"dim\" text-anchor=\"middle\" transform=\"translate({:.1f} {:.1f}) "
                             "rotate(-90)\">{}</text>",
                             kMargin - 8, kTop + kMapSide / 2, escaped(axis(m_map->y, 2)));
    }

    static std::string axis(const MapAxis& axis, int number)
    {
        return fmt::format("{}component {} ({:.0f} % of the variance){}",
                           axis.low.empty() ? "" : axis.low + " \xE2\x86\x90 ", number, 100 * axis.explained,
                           axis.high.empty() ? "" : " \xE2\x86\x92 " + axis.high);
    }

    /// Returns where it ends.
    double ladder(double left)
    {
        double y = kTop + 12;
        const double matchAt = left + 52, captionAt = left + 150;
        text(left, y, "points", "dim");
        text(matchAt, y, "match", "dim");
        text(captionAt, y, "caption, nearest clip", "dim");
        const std::size_t count = m_traversal.ladder.size();
        for (std::size_t i = 0; i < std::min(count, kMostRungs); ++i) {
            const Rung& rung = m_traversal.ladder[count - 1 - i];
            y += kRowHeight;
            text(left, y,
                 rung.firstPoint == rung.lastPoint ? std::to_string(rung.firstPoint)
                                                   : fmt::format("{}\xE2\x80\x93{}", rung.firstPoint, rung.lastPoint),
                 "dim");
            if (rung.probability) {
                m_out += fmt::format("<rect class=\"track\" x=\"{0:.1f}\" y=\"{1:.1f}\" width=\"48\" height=\"6\" "
                                     "rx=\"3\"/><rect class=\"accent\" x=\"{0:.1f}\" y=\"{1:.1f}\" width=\"{2:.1f}\" "
                                     "height=\"6\" rx=\"3\"/>",
                                     matchAt, y - 8, 48 * static_cast<double>(*rung.probability));
                text(matchAt + 84, y, fmt::format("{:.0f} %", 100 * static_cast<double>(*rung.probability)), "text",
                     "end");
            }
            text(captionAt, y, shortened(rung.text, 40));
            if (!rung.clips.empty())
                text(kWidth - kMargin, y, shortened(displayText(rung.clips.front().path.filename()), 26), "dim", "end");
        }
        if (count > kMostRungs)
            text(captionAt, y += kRowHeight, fmt::format("and {} more", count - kMostRungs), "dim");
        return y;
    }

    using Value = std::function<std::optional<float>(const TraversalPoint&)>;

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
        double low = range ? range->first : 1e300, high = range ? range->second : -1e300;
        bool any = false;
        for (const TraversalPoint& point : m_traversal.points)
            if (const auto v = value(point)) {
                any = true;
                low = std::min(low, static_cast<double>(*v));
                high = std::max(high, static_cast<double>(*v));
            }
        text(left, top - 8, name, "dim");
        m_out += fmt::format("<rect class=\"grid\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>", left,
                             top, width, kChartHeight);
        if (!any) {
            text(left + width / 2, top + kChartHeight / 2, "not known to this model", "dim", "middle");
            return;
        }
        if (high - low < 1e-9)
            high = low + 1e-9;
        const std::size_t count = m_traversal.points.size();
        const auto x = [&](std::size_t i) {
            return left + (count < 2 ? width / 2 : width * static_cast<double>(i) / static_cast<double>(count - 1));
        };
        const auto y = [&](double v) {
            return top + kChartHeight * (1 - std::clamp((v - low) / (high - low), 0.0, 1.0));
        };
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
        std::string line;
        for (std::size_t i = 0; i < count; ++i)
            if (const auto v = value(m_traversal.points[i]))
                line += fmt::format("{:.1f},{:.1f} ", x(i), y(static_cast<double>(*v)));
        m_out += fmt::format("<polyline class=\"{}\" stroke-width=\"2\" points=\"{}\"/>", kind, line);
        text(left - 4, top + 10, fmt::format("{:.3g}", high), "dim", "end");
        text(left - 4, top + kChartHeight, fmt::format("{:.3g}", low), "dim", "end");
        text(left, top + kChartHeight + 16, "0", "dim");
        text(left + width, top + kChartHeight + 16, fmt::format("point {}", count - 1), "dim", "end");
    }

    const Traversal& m_traversal;
    const LibraryMap* const m_map;
    std::string m_out;
};

} // namespace

std::string traversalSvg(const Traversal& traversal, const LibraryMap* map)
{
    return Figure(traversal, map).svg();
}

std::string traversalHtml(const Traversal& traversal, const LibraryMap* map)
{
    std::string rows;
    for (auto rung = traversal.ladder.rbegin(); rung != traversal.ladder.rend(); ++rung) {
        std::string clips;
        for (const NearClip& clip : rung->clips)
            clips += (clips.empty() ? "" : ", ") + displayText(clip.path.filename());
        rows +=
            fmt::format("<tr><td>{}\xE2\x80\x93{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        rung->firstPoint, rung->lastPoint, escaped(rung->text),
                        rung->probability ? fmt::format("{:.0f} %", 100 * static_cast<double>(*rung->probability)) : "",
                        rung->uncertainty ? fmt::format("{:.4f}", *rung->uncertainty) : "", escaped(clips));
    }
    std::string notes;
    for (const std::string& note : traversal.notes)
        notes += fmt::format("<p>{}</p>\n", escaped(note));
    const std::string title = escaped(fmt::format("From {}", nameOfFile(traversal.subject)));
    return fmt::format(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta charset=\"utf-8\"/>"
        "<title>{0}</title><style>body{{font-family:sans-serif;margin:24px;background:#f4f5f7;color:#1a1e26}}"
        "svg{{max-width:100%;height:auto}}td,th{{padding:4px 12px;text-align:left}}"
        "@media(prefers-color-scheme:dark){{body{{background:#15171c;color:#e7e9ee}}}}</style></head><body>\n{1}{2}"
        "<table><tr><th>points</th><th>caption</th><th>match</th><th>uncertainty</th><th>nearest clips</th></tr>\n{3}"
        "</table>\n</body></html>\n",
        title, traversalSvg(traversal, map), notes, rows);
}

} // namespace prolap::library
