#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/data_failures.h"
#include "app/prolap/data_options.h"
#include "app/prolap/json_values.h"
#include "app/prolap/text.h"
#include "core/progress.h"
#include "core/train/distributed/process_environment.h"
#include "core/train/training_run.h"

namespace prolap::app {

namespace {

using train::TrainingProgress;
using train::TrainingReport;

constexpr std::chrono::milliseconds kBetweenEvents(500);

struct TrainOptions {
    DataOptions data;
    std::string config, base, teacher, out, headsOut, workDir, cacheDir;
    std::uint64_t cacheBytes = train::TrainingOptions().cacheBytes;
    bool resume = false;
};

nlohmann::json toObject(const std::vector<std::pair<std::string, double>>& values)
{
    auto object = nlohmann::json::object();
    for (const auto& [name, value] : values)
        object[name] = value;
    return object;
}

nlohmann::json event(const TrainingProgress& progress)
{
    return {{"event", "progress"},
            {"stage", nameOf(progress.stage)},
            {"done", progress.done},
            {"total", progress.total},
            {"epoch", progress.epoch},
            {"epochs", progress.epochs},
            {"eta_seconds", progress.secondsLeft < 0 ? nlohmann::json() : nlohmann::json(progress.secondsLeft)},
            {"terms", toObject(progress.terms)},
            {"validation", jsonOrNull(progress.validation)}};
}

nlohmann::json event(const TrainingReport& report, const std::string& out)
{
    return {{"event", "done"},
            {"out", validUtf8(out)},
            {"train_clips", report.trainClips},
            {"validation_clips", report.validationClips},
            {"steps", report.steps},
            {"best_epoch", report.bestEpoch},
            {"validation", toObject(report.validation)},
            {"scale", report.scale},
            {"bias", report.bias},
            {"credible_probability", report.credibleProbability},
            {"failed", report.failures.size()},
            {"seconds", report.seconds},
            {"interrupted", report.outcome == Outcome::Cancelled}};
}

std::string line(const TrainingProgress& progress)
{
    std::string text = nameOf(progress.stage);
    if (progress.total > 0)
        text += fmt::format(" {} of {}", progress.done, progress.total);
    if (progress.epochs > 0 && progress.epoch > 0)
        text += fmt::format(", epoch {} of {}", progress.epoch, progress.epochs);
    for (const auto& [name, value] : progress.terms)
        text += fmt::format(", {} {:.4g}", name, value);
    if (progress.validation)
        text += fmt::format(", validation {:.4f}", *progress.validation);
    if (progress.secondsLeft >= 0)
        text += ", " + clockText(progress.secondsLeft) + " left";
    return text;
}

void printReport(Console& console, const TrainingReport& report, const std::string& out)
{
    if (report.outcome == Outcome::Cancelled)
        return console.note("Interrupted; the same command with --resume goes on from the last checkpoint.");
    Table table({{""}, {"", Table::Align::Right}});
    table.add({"clips to train on", std::to_string(report.trainClips)});
    table.add({"clips to validate on", std::to_string(report.validationClips)});
    table.add({"steps", std::to_string(report.steps)});
    table.add({"best epoch", std::to_string(report.bestEpoch)});
    for (const auto& [name, value] : report.validation)
        table.add({name, fmt::format("{:.4f}", value)});
    table.add({"time", clockText(report.seconds)});
    for (const std::string& row : table.lines())
        console.print(row);
    console.note("Wrote " + oneLine(out) + ".");
}

/// What is said while training runs. throttle outlives it.
train::TrainingCallbacks spokenProgress(Session& session, ProgressThrottle& throttle)
{
    Console& console = session.console;
    const bool json = session.options.json;
    train::TrainingCallbacks callbacks;
    if (!json)
        callbacks.progress = [&console](const TrainingProgress& progress) { console.progress(line(progress)); };
    else if (!session.options.quiet)
        callbacks.progress = [&console, &throttle](const TrainingProgress& progress) {
            if (throttle.due() || progress.validation)
                console.printJson(event(progress));
        };
    callbacks.failure = [&console, json](const train::DataFailure& failure) {
        if (json) {
            nlohmann::json error = toJson(failure);
            error["event"] = "error";
            console.printJson(error);
        } else {
            console.complain(sentence(failure));
        }
    };
    return callbacks;
}

int runTrain(Session& session, const TrainOptions& options)
{
    train::TrainingOptions training;
    static_cast<train::DataSource&>(training) = dataSource(session, options.data);
    training.config = options.config;
    training.basePack = options.base.empty() ? session.modelPath() : Path(options.base);
    training.teacher = options.teacher;
    training.out = options.out;
    training.headsOut = options.headsOut;
    training.workDir = options.workDir;
    training.cacheDir = options.cacheDir;
    training.cacheBytes = options.cacheBytes;
    training.resume = options.resume;
    training.strict = options.data.strict;
    training.device = session.options.device;
    training.threads = session.options.threads;
    training.seed = session.options.seed;

    const bool speaks = train::processEnvironment().rank == 0; // one of several processes is enough
    ProgressThrottle throttle(kBetweenEvents);
    RunControl control(session.interrupt.token());
    const TrainingReport report =
        train::runTraining(training, control, speaks ? spokenProgress(session, throttle) : train::TrainingCallbacks());
    session.console.endProgress();
    if (speaks && session.options.json)
        session.console.printJson(event(report, options.out));
    else if (speaks)
        printReport(session.console, report, options.out);
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    return report.failures.empty() ? kDone : kPartlyDone;
}

} // namespace

void addTrain(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("train", "Train ProLAP heads, or more, on captioned sounds");
    auto options = std::make_shared<TrainOptions>();
    addDataOptions(*command, options->data);
    command->add_option("--config", options->config, "The recipe; resources/training has ones to start from")
        ->type_name("JSON")
        ->required();
    command->add_option("--out", options->out, "Folder of the new pack; must not exist or be empty")
        ->type_name("PACK")
        ->required();
    command->add_option("--base", options->base, "The pack to start from (default: --model, else the starter pack)")
        ->type_name("PACK");
    command->add_option("--teacher", options->teacher, "The pack that a recipe with distillation learns from")
        ->type_name("PACK");
    command->add_option("--heads-out", options->headsOut, "Also write the heads and the config alone here")
        ->type_name("DIR");
    command->add_option("--work-dir", options->workDir, "Checkpoint and metrics.jsonl (default: OUT.training)")
        ->type_name("DIR");
    command
        ->add_option("--cache-dir", options->cacheDir,
                     "Features and log-mel pieces, kept for the next run (default: in your cache folder)")
        ->type_name("DIR");
    command
        ->add_option("--cache-size", options->cacheBytes,
                     "What all of it together may take there, what was not used for longest goes first (default: 4G)")
        ->type_name("SIZE")
        ->transform(CLI::AsSizeValue(/*kb_is_1000=*/false));
    command->add_flag("--resume", options->resume, "Go on from the checkpoint in the work folder");
    command->footer(
        examples({"prolap train --manifest sounds.csv --config resources/training/starter.json \\",
                  "    --out models/mine --seed 1", "prolap train --manifest audiocaps --audio audiocaps/wav ...",
                  "prolap train --query \"tag:rain -tag:draft\" ...   # your own tagged clips",
                  "prolap train ... --resume                  # after an interruption",
                  "prolap search rain --model models/mine     # use it (index with it first)"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runTrain(session, *options); });
}

} // namespace prolap::app
