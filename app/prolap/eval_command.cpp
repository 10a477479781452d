#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/prolap/commands.h"
#include "app/prolap/data_failures.h"
#include "app/prolap/text.h"
#include "core/train/evaluation.h"

namespace prolap::app {

namespace {

using train::EvaluationReport;

using Protocol = EvaluationReport (*)(const train::EvaluationOptions&, const model::Embedder&, RunControl&,
                                      const ProgressFn&);

struct EvalOptions {
    std::string manifest;
    std::string split = "test";
    std::vector<std::string> sources;
    bool strict = false;
};

nlohmann::json toJson(const EvaluationReport& report)
{
    nlohmann::json document{{"protocol", report.protocol}, {"split", report.split},     {"clips", report.clips},
                            {"captions", report.captions}, {"metrics", report.metrics}, {"chance", report.chance}};
    auto& sources = document["sources"] = nlohmann::json::array();
    for (const train::SourceFigures& source : report.sources)
        sources.push_back({{"source", validUtf8(source.source)},
                           {"clips", source.clips},
                           {"metrics", source.metrics},
                           {"chance", source.chance}});
    auto& failures = document["failures"] = nlohmann::json::array();
    for (const train::DataFailure& failure : report.failures)
        failures.push_back(app::toJson(failure));
    return document;
}

std::string figure(const std::map<std::string, double>& figures, const std::string& name)
{
    const auto found = figures.find(name);
    return found == figures.end() ? "" : fmt::format("{:.4f}", found->second);
}

void printReport(Console& console, const EvaluationReport& report)
{
    console.print(fmt::format("{} on the {} split: {} clips, {} captions", report.protocol, oneLine(report.split),
                              report.clips, report.captions));
    Table table({{"source"},
                 {"clips", Table::Align::Right},
                 {"metric"},
                 {"value", Table::Align::Right},
                 {"chance", Table::Align::Right}});
    const auto addRows = [&](const std::string& source, std::int64_t clips, const auto& figures) {
        for (const auto& [name, value] : figures.metrics)
            table.add(
                {source, std::to_string(clips), name, fmt::format("{:.4f}", value), figure(figures.chance, name)});
    };
    addRows("all", report.clips, report);
    for (const train::SourceFigures& source : report.sources)
        addRows(oneLine(source.source), source.clips, source);
    for (const std::string& line : table.lines())
        console.print(line);
}

int runEval(Session& session, const EvalOptions& options, Protocol protocol)
{
    train::EvaluationOptions evaluation;
    evaluation.manifest = options.manifest;
    evaluation.split = options.split;
    evaluation.sources = options.sources;
    evaluation.strict = options.strict;
    const auto embedder = session.openModel();
    Console& console = session.console;
    RunControl control(session.interrupt.token());
    const EvaluationReport report = protocol(evaluation, *embedder, control, [&](const Progress& progress) {
        std::string text = fmt::format("{} of {}", progress.done, progress.total);
        if (progress.secondsLeft >= 0)
            text += ", " + clockText(progress.secondsLeft) + " left";
        console.progress(text + "  " + oneLine(progress.current));
    });
    console.endProgress();
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    for (const train::DataFailure& failure : report.failures)
        console.complain(sentence(failure));
    if (session.options.json)
        console.printJson(toJson(report));
    else
        printReport(console, report);
    return report.failures.empty() ? kDone : kPartlyDone;
}

void addProtocol(CLI::App& eval, Invocation& invocation, const char* name, const char* what, const char* example,
                 Protocol protocol)
{
    auto* command = eval.add_subcommand(name, what);
    auto options = std::make_shared<EvalOptions>();
    command->add_option("--manifest", options->manifest, "CSV as for `prolap train`")->type_name("CSV")->required();
    command->add_option("--split", options->split, "Rows to evaluate; ignored where the manifest has no split")
        ->type_name("NAME")
        ->capture_default_str();
    command->add_option("--source", options->sources, "Only rows of this source; may be repeated")
        ->type_name("NAME")
        ->expected(1)
        ->take_all();
    command->add_flag("--strict", options->strict, "End at the first row or file that cannot be used");
    command->footer(examples({example}));
    setUpCommand(*command, invocation,
                 [options, protocol](Session& session) { return runEval(session, *options, protocol); });
}

} // namespace

void addEval(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("eval", "Measure a model on captioned sounds, chance beside every figure");
    command->require_subcommand(1);
    command->footer(examples({"prolap eval retrieval --manifest sounds.csv --split test",
                              "prolap eval zeroshot --manifest sounds.csv --source esc10 --json"}));
    addProtocol(*command, invocation, "retrieval", "Find clips by their captions, and captions by their clips",
                "prolap eval retrieval --manifest sounds.csv --split test --model models/mine",
                &train::evaluateRetrieval);
    addProtocol(*command, invocation, "zeroshot", "Classify clips by the captions of their labels",
                "prolap eval zeroshot --manifest sounds.csv --source esc10", &train::evaluateZeroShot);
}

} // namespace prolap::app
