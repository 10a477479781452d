#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/data_failures.h"
#include "app/prolap/data_options.h"
#include "app/prolap/eval_answer.h"
#include "app/prolap/text.h"
#include "core/progress.h"
#include "core/train/evaluation/evaluation.h"
#include "core/train/evaluation/report/html_report.h"

namespace prolap::app {

namespace {

using train::Evaluation;
using train::Protocol;
using train::TraversalPath;

struct EvalOptions {
    DataOptions data;
    std::string split = "test";
    std::vector<std::string> sources;
    std::vector<std::string> protocols; ///< of `all`; empty: every one
    bool cacheFeatures = false;
    bool progress = false; ///< as JSON lines on stderr
    std::string report;    ///< empty: none
    std::optional<TraversalRoot> root;
    TraversalPath path = TraversalPath::Line;
    int points = train::TraversalSetting().points;
    std::optional<double> width;
};

/// What one subcommand of `eval` measures. protocols: one, or all of them.
struct Subject {
    const char* name;
    std::vector<Protocol> protocols;
    const char* what;
    const char* example;

    bool all() const { return protocols.size() > 1; }
};

model::EmbedderOptions howToRun(const CommonOptions& common)
{
    return {common.device, common.precision, common.threads, common.tokenizer};
}

constexpr std::chrono::milliseconds kBetweenEvents(200);

/// For a program that starts this one and shows how far it is.
nlohmann::json event(const Progress& at)
{
    return {{"event", "progress"},
            {"done", at.done},
            {"total", at.total},
            {"current", validUtf8(at.current)},
            {"eta_seconds", at.secondsLeft < 0 ? nlohmann::json() : nlohmann::json(at.secondsLeft)}};
}

Evaluation evaluated(Session& session, const train::EvaluationOptions& evaluation, const EvalOptions& options)
{
    Console& console = session.console;
    RunControl control(session.interrupt.token());
    ProgressThrottle throttle(kBetweenEvents);
    const auto progress = [&](const Progress& at) {
        if (options.progress) {
            if (throttle.due() || at.done == at.total)
                console.note(event(at).dump());
            return;
        }
        std::string text = fmt::format("{} of {}", at.done, at.total);
        if (at.secondsLeft >= 0)
            text += ", " + clockText(at.secondsLeft) + " left";
        console.progress(text + "  " + oneLine(at.current));
    };
    if (options.cacheFeatures)
        return train::evaluateCached(evaluation, {session.modelPath(), howToRun(session.options), {}}, control,
                                     progress);
    const auto embedder = session.openModel();
    return train::evaluate(evaluation, *embedder, control, progress);
}

int runEval(Session& session, const EvalOptions& options, const Subject& subject)
{
    Console& console = session.console;
    if (options.root && options.path == TraversalPath::Climb) {
        console.complain("--root is for --path line: a climb ends at the most general caption.");
        return kUsage;
    }
    if (options.cacheFeatures && session.options.precision == "bf16") {
        console.complain("--cache-features computes in fp32: leave out --precision bf16.");
        return kUsage;
    }
    if (options.width && options.path == TraversalPath::Line) {
        console.complain("--width is for --path climb: a line takes the nearest caption wherever it lies.");
        return kUsage;
    }
    train::EvaluationOptions evaluation;
    static_cast<train::DataSource&>(evaluation) = dataSource(session, options.data);
    evaluation.split = options.split;
    evaluation.sources = options.sources;
    evaluation.strict = options.data.strict;
    evaluation.protocols = subject.protocols;
    if (!options.protocols.empty())
        std::erase_if(evaluation.protocols, [&](Protocol protocol) {
            return std::ranges::find(options.protocols, train::nameOf(protocol)) == options.protocols.end();
        });
    evaluation.traversal.path = options.path;
    evaluation.traversal.points = options.points;
    if (options.root)
        evaluation.traversal.root = *options.root;
    if (options.width)
        evaluation.traversal.width = *options.width;
    evaluation.charts = !options.report.empty();
    evaluation.everyTraversal = subject.all() || evaluation.charts;
    if (session.options.seed)
        evaluation.seed = *session.options.seed;
    const Evaluation result = evaluated(session, evaluation, options);
    console.endProgress();
    if (result.outcome == Outcome::Cancelled)
        return kInterrupted;
    for (const train::DataFailure& failure : result.failures)
        console.complain(sentence(failure));
    for (const train::SkippedProtocol& skipped : result.skipped)
        console.note(fmt::format("Left out {}: {}.", train::nameOf(skipped.protocol), oneLine(skipped.reason)));
    if (!options.report.empty())
        console.note("Wrote " + pathLine(train::writeReport(options.report, result)) + ".");
    if (session.options.json)
        console.printJson(toJson(result, subject.all()));
    else
        print(console, result);
    return result.failures.empty() ? kDone : kPartlyDone;
}

void addTraversalOptions(CLI::App& command, EvalOptions& options)
{
    static const std::map<std::string, TraversalRoot> roots{{"empty", TraversalRoot::Empty},
                                                            {"inclusive", TraversalRoot::Inclusive},
                                                            {"masked", TraversalRoot::Masked},
                                                            {"centroid", TraversalRoot::Centroid}};
    static const std::map<std::string, TraversalPath> paths{{"line", TraversalPath::Line},
                                                            {"climb", TraversalPath::Climb}};
    command
        .add_option_function<std::string>(
            "--root", [&options](const std::string& name) { options.root = roots.at(name); },
            "Where the line ends: empty (caption), inclusive (the caption that holds the clip best), masked "
            "(everything masked) or centroid (mean of the clips; default)")
        ->type_name("ROOT")
        ->check(CLI::IsMember(roots));
    command
        .add_option_function<std::string>(
            "--path", [&options](const std::string& name) { options.path = paths.at(name); },
            "line: straight from the nearest caption to the root (default); climb: by rising uncertainty, with what "
            "fits the clip")
        ->type_name("WAY")
        ->check(CLI::IsMember(paths));
    command.add_option("--points", options.points, "Points on the way")
        ->type_name("K")
        ->check(CLI::Range(2, 10000))
        ->capture_default_str();
    command
        .add_option("--width", options.width,
                    "Of a climb: how far a caption's log u may lie from each step's (default: 0.4)")
        ->type_name("W")
        ->check(CLI::PositiveNumber);
}

void addSubject(CLI::App& eval, Invocation& invocation, Subject subject)
{
    auto* command = eval.add_subcommand(subject.name, subject.what);
    auto options = std::make_shared<EvalOptions>();
    addDataOptions(*command, options->data);
    command->add_option("--split", options->split, "Rows to evaluate; ignored where the data have none")
        ->type_name("NAME")
        ->capture_default_str();
    command->add_option("--source", options->sources, "Only rows of this source; may be repeated")
        ->type_name("NAME")
        ->expected(1)
        ->take_all();
    if (subject.all())
        command->add_option("--protocol", options->protocols, "Only this one; may be repeated")
            ->type_name("NAME")
            ->expected(1)
            ->take_all()
            ->check(CLI::IsMember({"retrieval", "zeroshot", "traversal", "inclusion", "uncertainty"}));
    if (subject.all() || subject.protocols == std::vector{Protocol::Traversal})
        addTraversalOptions(*command, *options);
    command->add_option("--report", options->report, "Also write report.html with tables and plots into this folder")
        ->type_name("DIR");
    command->add_flag("--cache-features", options->cacheFeatures,
                      "Keep the encoders' features (fp32): the next evaluation on the same encoders takes seconds. Of "
                      "clips of more than 30 windows, 30 are used, as in training");
    command->add_flag("--progress", options->progress, "How far it is, as JSON lines on stderr");
    command->footer(examples({subject.example}));
    setUpCommand(*command, invocation,
                 [options, subject](Session& session) { return runEval(session, *options, subject); });
}

} // namespace

void addEval(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("eval", "Measure a model on captioned sounds, chance beside every figure");
    command->require_subcommand(1);
    command->footer(examples({"prolap eval all --manifest sounds.csv --report results",
                              "prolap eval zeroshot --manifest sounds.csv --source esc10 --json"}));
    const auto add = [&](const char* name, std::vector<Protocol> protocols, const char* what, const char* example) {
        addSubject(*command, invocation, {name, std::move(protocols), what, example});
    };
    add("retrieval", {Protocol::Retrieval}, "Find clips by their captions, and captions by their clips",
        "prolap eval retrieval --manifest sounds.csv --split test --model models/mine");
    add("zeroshot", {Protocol::ZeroShot}, "Classify clips by the captions of their labels",
        "prolap eval zeroshot --manifest sounds.csv --source esc10");
    add("traversal", {Protocol::Traversal}, "Walk from clips to the general, and see which of their captions are met",
        "prolap eval traversal --manifest sounds.csv --root empty");
    add("inclusion", {Protocol::Inclusion}, "Whether clips lie inside their captions, and specific captions in general",
        "prolap eval inclusion --manifest sounds.csv --json");
    add("uncertainty", {Protocol::Uncertainty},
        "What the uncertainty follows, and whether the match probability means what it says",
        "prolap eval uncertainty --manifest sounds.csv --report results");
    add("all", {std::begin(train::kProtocols), std::end(train::kProtocols)},
        "Every protocol on one embedding of the split",
        "prolap eval all --manifest sounds.csv --cache-features --report results");
}

} // namespace prolap::app
