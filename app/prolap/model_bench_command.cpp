#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/library/models/model_bench.h"

namespace prolap::app {

namespace {

nlohmann::json toJson(const library::BenchFigures& figures)
{
    if (!figures.problem.empty())
        return {{"device", figures.device}, {"precision", figures.precision}, {"problem", figures.problem}};
    return {{"device", figures.device},
            {"precision", figures.precision},
            {"problem", nullptr},
            {"load_seconds", figures.loadSeconds},
            {"window_seconds", figures.windowSeconds},
            {"windows_per_second", figures.windowsPerSecond},
            {"real_time_factor", figures.realTimeFactor},
            {"caption_ms", figures.captionMs},
            {"caption_ms_p95", figures.captionMsHigh}};
}

int runBench(Session& session, library::BenchOptions options)
{
    if (session.options.device != "auto" || session.options.precision != "auto") {
        model::EmbedderOptions setting;
        setting.device = session.options.device;
        setting.precision = session.options.precision;
        options.settings = {setting};
    }
    const auto open = [&](model::EmbedderOptions setting) {
        setting.threads = session.options.threads;
        setting.tokenizer = session.options.tokenizer;
        return session.openModel(setting);
    };
    const auto bench = library::benchModel(open, options, session.interrupt.token(), [&](const Progress& at) {
        session.console.progress(
            fmt::format("{} %  {}", 100 * at.done / std::max<std::int64_t>(1, at.total), at.current));
    });
    session.console.endProgress();
    if (!bench)
        return kInterrupted;
    if (session.options.json) {
        auto figures = nlohmann::json::array();
        for (const auto& each : bench->figures)
            figures.push_back(toJson(each));
        session.console.printJson({{"model", validUtf8(bench->model)}, {"figures", std::move(figures)}});
        return kDone;
    }
    session.console.print(oneLine(bench->model));
    Table table({{"device"},
                 {"precision"},
                 {"windows/s", Table::Align::Right},
                 {"x real time", Table::Align::Right},
                 {"caption ms", Table::Align::Right},
                 {"p95", Table::Align::Right},
                 {"load s", Table::Align::Right}});
    for (const auto& each : bench->figures)
        if (each.problem.empty())
            table.add({each.device, each.precision, fmt::format("{:.2f}", each.windowsPerSecond),
                       fmt::format("{:.1f}", each.realTimeFactor), fmt::format("{:.1f}", each.captionMs),
                       fmt::format("{:.1f}", each.captionMsHigh), fmt::format("{:.1f}", each.loadSeconds)});
    for (const std::string& line : table.lines())
        session.console.print(line);
    for (const auto& each : bench->figures)
        if (!each.problem.empty())
            session.console.print(
                fmt::format("{} {} does not run here: {}", each.device, each.precision, oneLine(each.problem)));
    return kDone;
}

} // namespace

void addModelBench(CLI::App& parent, Invocation& invocation)
{
    auto options = std::make_shared<library::BenchOptions>();
    auto* command = parent.add_subcommand("bench", "How quickly a model listens and reads captions on this machine");
    command->add_option("MODEL", invocation.common.model, "The model (as --model)");
    command->add_option("--seconds", options->secondsEach, "Of listening, for each device and precision")
        ->type_name("S")
        ->check(CLI::Range(0.1, 600.0))
        ->capture_default_str();
    command->footer(examples({"prolap model bench", "prolap model bench --model my-model --seconds 10",
                              "prolap model bench --device cpu --precision fp32 --json"}) +
                    "\n\nEvery device and precision is tried unless --device or --precision names one. Decoding is not "
                    "counted.");
    setUpCommand(*command, invocation, [options](Session& session) { return runBench(session, *options); });
}

} // namespace prolap::app
