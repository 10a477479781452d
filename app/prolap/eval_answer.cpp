#include "app/prolap/eval_answer.h"

#include <fmt/format.h>

#include "app/prolap/data_failures.h"
#include "app/prolap/text.h"

namespace prolap::app {

namespace {

using train::Evaluation;
using train::ProtocolReport;
using train::SourceFigures;

nlohmann::json document(const ProtocolReport& report, const Evaluation& evaluation)
{
    nlohmann::json document{{"protocol", train::nameOf(report.protocol)},
                            {"model", validUtf8(evaluation.model)},
                            {"split", validUtf8(evaluation.split)},
                            {"clips", report.clips},
                            {"captions", report.captions},
                            {"metrics", report.figures.metrics},
                            {"chance", report.figures.chance},
                            {"notes", report.notes}};
    if (report.traversal) {
        const bool climbs = report.traversal->path == train::TraversalPath::Climb;
        document["path"] = train::nameOf(report.traversal->path);
        document["root"] = climbs ? nlohmann::json() : nlohmann::json(nameOf(report.traversal->root));
        document["points"] = report.traversal->points;
        if (climbs)
            document["width"] = report.traversal->width;
    }
    auto& sources = document["sources"] = nlohmann::json::array();
    for (const SourceFigures& source : report.sources)
        sources.push_back({{"source", validUtf8(source.source)},
                           {"clips", source.clips},
                           {"metrics", source.figures.metrics},
                           {"chance", source.figures.chance}});
    return document;
}

nlohmann::json failuresOf(const Evaluation& evaluation)
{
    auto failures = nlohmann::json::array();
    for (const train::DataFailure& failure : evaluation.failures)
        failures.push_back(toJson(failure));
    return failures;
}

std::string figure(const std::map<std::string, double>& figures, const std::string& name)
{
    const auto found = figures.find(name);
    return found == figures.end() ? "" : fmt::format("{:.4f}", found->second);
}

void print(Console& console, const ProtocolReport& report, const std::string& split)
{
    console.print(fmt::format("{}{}: {} clips, {} captions{}", train::nameOf(report.protocol),
                              split.empty() ? "" : " on the " + oneLine(split) + " split", report.clips,
                              report.captions, report.traversal ? "; " + train::sentence(*report.traversal) : ""));
    Table table({{"source"},
                 {"clips", Table::Align::Right},
                 {"metric"},
                 {"value", Table::Align::Right},
                 {"chance", Table::Align::Right}});
    const auto addRows = [&](const std::string& source, std::int64_t clips, const train::Figures& figures) {
        for (const auto& [name, value] : figures.metrics)
            table.add(
                {source, std::to_string(clips), name, fmt::format("{:.4f}", value), figure(figures.chance, name)});
    };
    addRows("all", report.clips, report.figures);
    for (const SourceFigures& source : report.sources)
        addRows(oneLine(source.source), source.clips, source.figures);
    for (const std::string& line : table.lines())
        console.print(line);
    for (const std::string& note : report.notes)
        console.print(oneLine(note) + ".");
}

} // namespace

nlohmann::json toJson(const Evaluation& evaluation, bool all)
{
    if (!all) {
        auto single = document(evaluation.protocols.front(), evaluation);
        single["failures"] = failuresOf(evaluation);
        return single;
    }
    nlohmann::json whole{{"protocol", "all"},
                         {"model", validUtf8(evaluation.model)},
                         {"split", validUtf8(evaluation.split)},
                         {"clips", evaluation.clips},
                         {"failures", failuresOf(evaluation)}};
    auto& protocols = whole["protocols"] = nlohmann::json::array();
    for (const ProtocolReport& report : evaluation.protocols)
        protocols.push_back(document(report, evaluation));
    auto& skipped = whole["skipped"] = nlohmann::json::array();
    for (const train::SkippedProtocol& left : evaluation.skipped)
        skipped.push_back({{"protocol", train::nameOf(left.protocol)}, {"reason", left.reason}});
    return whole;
}

void print(Console& console, const Evaluation& evaluation)
{
    const char* between = "";
    for (const ProtocolReport& report : evaluation.protocols) {
        if (*between)
            console.print("");
        print(console, report, evaluation.split);
        between = "\n";
    }
}

} // namespace prolap::app
