#include "core/train/evaluation/report/html_report.h"

#include <fstream>
#include <set>

#include <fmt/format.h>

#include "core/train/evaluation/report/markup.h"
#include "core/train/evaluation/report/svg_chart.h"

namespace prolap::train {

namespace {

/// Colours are those of the window, light and dark.
constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --window: #f4f5f7; --panel: #ffffff; --line: #c9ced7; --text: #1a1e26; --dim: #556070;
  --c0: #1b6bae; --c1: #8f5b0c; --c2: #27734a; --c3: #b02a37; --c4: #6a4bb5; --c5: #1f7471; }
@media (prefers-color-scheme: dark) {
  :root { --window: #15171c; --panel: #1c1f26; --line: #3a404c; --text: #e7e9ee; --dim: #a6adba;
    --c0: #5fb0ee; --c1: #e3aa5b; --c2: #6fc48e; --c3: #ee7680; --c4: #b79cf0; --c5: #5cc7c3; }
}
body { background: var(--window); color: var(--text); font: 15px/1.5 system-ui, sans-serif; max-width: 1180px;
  margin: 0 auto; padding: 12px; }
h1 { font-size: 1.25em; margin: 12px 0 4px; }
h2 { font-size: 1.25em; margin: 32px 0 4px; }
h3 { font-size: 1em; margin: 0 0 4px; }
p { margin: 4px 0; }
.dim, figcaption, summary { color: var(--dim); font-size: .9em; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(480px, 100%), 1fr)); gap: 16px;
  margin: 12px 0; }
figure { background: var(--panel); margin: 0; padding: 12px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; background: var(--panel); margin: 8px 0; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 12px; text-align: left; }
th { color: var(--dim); font-weight: normal; }
td.number, th.number { text-align: right; }
svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--text); }
svg .axis { fill: var(--dim); }
svg .figure { font-size: 10px; fill: var(--dim); }
svg .grid { stroke: var(--line); fill: none; }
svg .box { fill: var(--c1); fill-opacity: .3; stroke: var(--c1); }
)";

std::string cell(const std::string& content, bool number)
{
    return fmt::format("<td{}>{}</td>", number ? " class=\"number\"" : "", escaped(content));
}

std::string heading(const std::string& content, bool number)
{
    return fmt::format("<th{}>{}</th>", number ? " class=\"number\"" : "", escaped(content));
}

std::string value(const std::map<std::string, double>& figures, const std::string& name)
{
    const auto found = figures.find(name);
    return found == figures.end() ? "" : fmt::format("{:.4f}", found->second);
}

std::string figuresTable(const ProtocolReport& report)
{
    std::string out = "<div class=\"wide\"><table>\n<tr>" + heading("figure", false) + heading("value", true) +
                      heading("chance", true) + "</tr>\n";
    for (const auto& [name, figure] : report.figures.metrics)
        out += "<tr>" + cell(name, false) + cell(fmt::format("{:.4f}", figure), true) +
               cell(value(report.figures.chance, name), true) + "</tr>\n";
    return out + "</table></div>\n";
}

/// One column a source, one row a figure.
std::string sourcesTable(const ProtocolReport& report)
{
    if (report.sources.empty())
        return {};
    std::string out =
        "<details><summary>By source</summary><div class=\"wide\"><table>\n<tr>" + heading("figure", false);
    std::set<std::string> names;
    for (const SourceFigures& source : report.sources) {
        out += heading(fmt::format("{} ({})", source.source, source.clips), true);
        for (const auto& [name, ignored] : source.figures.metrics)
            names.insert(name);
    }
    out += "</tr>\n";
    for (const std::string& name : names) {
        out += "<tr>" + cell(name, false);
        for (const SourceFigures& source : report.sources)
            out += cell(value(source.figures.metrics, name), true);
        out += "</tr>\n";
    }
    return out + "</table></div></details>\n";
}

std::string chartsOf(const ProtocolReport& report)
{
    if (report.charts.empty())
        return {};
    std::string out = "<div class=\"charts\">\n";
    for (const Chart& chart : report.charts)
        out += fmt::format("<figure><h3>{}</h3>\n{}<figcaption>{}</figcaption></figure>\n", escaped(chart.title),
                           svgOf(chart), escaped(chart.caption));
    return out + "</div>\n";
}

std::string sectionOf(const ProtocolReport& report)
{
    std::string out = fmt::format(
        "<section>\n<h2>{}</h2>\n<p class=\"dim\">{} clips, {} captions{}</p>\n", nameOf(report.protocol), report.clips,
        report.captions,
        report.traversal ? escaped(". Precision and recall without a prefix: " + sentence(*report.traversal)) : "");
    for (const std::string& note : report.notes)
        out += fmt::format("<p class=\"dim\">{}.</p>\n", escaped(note));
    return out + chartsOf(report) + figuresTable(report) + sourcesTable(report) + "</section>\n";
}

std::string failuresOf(const Evaluation& evaluation)
{
    if (evaluation.failures.empty())
        return {};
    std::string out = "<section>\n<h2>Rows left out</h2>\n<div class=\"wide\"><table>\n<tr>" + heading("line", true) +
                      heading("path", false) + heading("reason", false) + "</tr>\n";
    for (const DataFailure& failure : evaluation.failures)
        out += "<tr>" + cell(failure.line > 0 ? std::to_string(failure.line) : "", true) +
               cell(displayText(failure.path), false) + cell(failure.reason, false) + "</tr>\n";
    return out + "</table></div>\n</section>\n";
}

std::string colourClasses()
{
    std::string out;
    for (int i = 0; i < 6; ++i)
        out += fmt::format("svg .fill{0} {{ fill: var(--c{0}); }} svg .bar{0} {{ stroke: var(--c{0}); }}\n"
                           "svg .line{0} {{ stroke: var(--c{0}); stroke-width: 2; fill: none; }}\n",
                           i);
    return out;
}

} // namespace

std::string reportHtml(const Evaluation& evaluation)
{
    const std::string title =
        fmt::format("{}{}", evaluation.model, evaluation.split.empty() ? "" : ", split " + evaluation.split);
    std::string out =
        fmt::format("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                    "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                    "'unsafe-inline'\"/>\n<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n<h1>{}</h1>\n"
                    "<p class=\"dim\">{} clips. Chance is what a model that knows nothing is expected to reach.</p>\n",
                    escaped(title), kStyle, colourClasses(), escaped(title), evaluation.clips);
    for (const ProtocolReport& report : evaluation.protocols)
        out += sectionOf(report);
    for (const SkippedProtocol& skipped : evaluation.skipped)
        out += fmt::format("<section>\n<h2>{}</h2>\n<p>Left out: {}.</p>\n</section>\n", nameOf(skipped.protocol),
                           escaped(skipped.reason));
    return out + failuresOf(evaluation) + "</body>\n</html>\n";
}

Path writeReport(const Path& folder, const Evaluation& evaluation)
{
    const Path file = folder / "report.html";
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << reportHtml(evaluation);
    out.close();
    if (!out)
        throw Error(ErrorKind::Permission, fmt::format("The report {} cannot be written: choose a folder that can be "
                                                       "written to, with room on its disk",
                                                       displayText(file)));
    return file;
}

} // namespace prolap::train
