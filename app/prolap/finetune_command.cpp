#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/finetuning.h"
#include "app/prolap/run_answer.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/train/recipe.h"
#include "core/train/runs/fine_tuning.h"

namespace prolap::app {

namespace {

constexpr double kTrialSeconds = 20;

struct FinetuneOptions {
    std::string from, data, tag, collection, folder, query, audio;
    std::string preset = "heads", config, out, name, cacheDir, splitBy = "auto";
    std::string control, controlQuery;
    std::vector<std::string> templates;
    double validationShare = train::SplitOptions().validationShare;
    double testShare = train::SplitOptions().testShare;
    std::size_t mostOfLabel = 0;
    bool leaveOutShort = false, resplit = false;
    int patience = 0;
    double pauseAfter = 0;
    double keepBase = train::RunSettings().keepBase;
    bool check = false, estimate = false, queue = false;
};

std::string quoted(const std::string& name)
{
    return '"' + name + '"';
}

train::DataRequest dataRequest(const Session& session, const FinetuneOptions& options)
{
    train::DataRequest request;
    request.source.manifest = options.data;
    request.source.audio = options.audio;
    request.source.query = !options.tag.empty()          ? "tag:" + quoted(options.tag)
                           : !options.collection.empty() ? "collection:" + quoted(options.collection)
                           : !options.folder.empty()
                               ? "folder:" + quoted(std::filesystem::absolute(options.folder).native())
                               : options.query;
    if (!request.source.query.empty())
        request.source.library = session.existingLibrary();
    else
        request.heard = session.library(); // where it has heard these sounds it knows which are alike
    if (!options.templates.empty())
        request.templates.levels = options.templates;
    const std::map<std::string, train::SplitBy> ways{{"auto", train::SplitBy::Auto},
                                                     {"source", train::SplitBy::Source},
                                                     {"takes", train::SplitBy::Takes},
                                                     {"name", train::SplitBy::Name}};
    request.split.by = ways.at(options.splitBy);
    request.split.seed = session.options.seed.value_or(1);
    request.split.validationShare = options.validationShare;
    request.split.testShare = options.testShare;
    request.ownSplit = !options.resplit;
    request.mostOfLabel = options.mostOfLabel;
    request.leaveOutShort = options.leaveOutShort;
    return request;
}

std::string dataText(const train::DataSource& source)
{
    return source.query.empty() ? displayText(source.manifest) : validUtf8(source.query);
}

train::RunSettings settingsOf(const Session& session, const FinetuneOptions& options, const train::DataRequest& request)
{
    train::RunSettings settings;
    settings.basePack = std::filesystem::absolute(options.from.empty() ? session.modelPath() : Path(options.from));
    settings.preset = options.config.empty() ? options.preset : "custom";
    settings.data = request.source;
    if (!settings.data.manifest.empty())
        settings.data.manifest = std::filesystem::absolute(settings.data.manifest);
    settings.dataText = dataText(request.source);
    settings.name = !options.name.empty() ? options.name
                    : options.out.empty() ? settings.dataText
                                          : displayText(Path(options.out).filename());
    settings.control.manifest = options.control.empty() ? Path() : std::filesystem::absolute(options.control);
    settings.control.query = options.controlQuery;
    if (!options.controlQuery.empty())
        settings.control.library = session.existingLibrary();
    settings.out = options.out.empty() ? Path() : std::filesystem::absolute(options.out);
    settings.patience = options.patience;
    settings.keepBase = options.keepBase;
    settings.device = session.options.device;
    settings.threads = session.options.threads;
    return settings;
}

/// The preset's recipe, or that of a file, with the seed of the command line and the run's name.
nlohmann::json recipeOf(const Session& session, const FinetuneOptions& options, const train::RunSettings& settings,
                        std::size_t trainClips)
{
    train::Recipe recipe = options.config.empty() ? train::presetRecipe(*train::presetFrom(options.preset), trainClips)
                                                  : train::readRecipe(options.config);
    if (session.options.seed)
        recipe.seed = *session.options.seed;
    if (options.config.empty())
        recipe.pack.name = settings.name;
    return recipe.toJson();
}

int printEstimate(Session& session, const train::Estimate& found)
{
    const std::string warning = found.memoryBytes > found.freeBytes + found.memoryBytes * 3 / 4
                                    ? "Memory is short: close other programs, or choose a smaller preset or batch."
                                    : "";
    if (session.options.json) {
        session.console.printJson({{"event", "estimate"},
                                   {"seconds", found.seconds},
                                   {"seconds_per_step", found.secondsPerStep},
                                   {"steps", found.steps},
                                   {"memory_bytes", found.memoryBytes},
                                   {"free_bytes", found.freeBytes},
                                   {"complete", found.complete},
                                   {"warning", warning}});
        return kDone;
    }
    session.console.print(fmt::format("about {} with {} steps, {:.1f} GB of memory{}", clockText(found.seconds),
                                      found.steps, static_cast<double>(found.memoryBytes) / 1e9,
                                      found.complete ? "" : " (a guess: the trial did not get as far as training)"));
    if (!warning.empty())
        session.console.print(warning);
    return kDone;
}

int runFinetune(Session& session, const FinetuneOptions& options)
{
    if (!train::presetFrom(options.preset))
        throw Error(ErrorKind::BadInput, fmt::format("There is no preset {}; choose heads, last-blocks or everything.",
                                                     validUtf8(options.preset)));
    const train::DataRequest request = dataRequest(session, options);
    train::RunSettings settings = settingsOf(session, options, request);
    std::error_code ignored;
    if (!settings.out.empty() && std::filesystem::exists(settings.out, ignored) &&
        !std::filesystem::is_empty(settings.out, ignored))
        throw Error(ErrorKind::BadInput, fmt::format("{} is there already; choose another folder for the new pack.",
                                                     displayText(settings.out)));
    if (!std::filesystem::exists(settings.basePack, ignored))
        throw Error(ErrorKind::NotFound,
                    fmt::format("There is no model {} to start from.", displayText(settings.basePack)));
    const bool json = session.options.json;
    const train::PreparedData data =
        train::prepareData(request, settings.basePack, session.interrupt.token(), [&](const Progress& progress) {
            if (!json)
                session.console.progress(fmt::format("looking at the sounds: {} of {}", progress.done, progress.total));
        });
    session.console.endProgress();
    if (!data.complete)
        return kInterrupted;
    if (options.check) {
        if (json)
            session.console.printJson(data.toJson());
        else
            printChecks(session.console, data.toJson());
        return kDone;
    }
    train::requireUsable(data.checks);
    settings.recipe = recipeOf(session, options, settings, data.facts.train);
    train::WorkOptions how;
    how.cacheDir = options.cacheDir;
    how.pauseAfter = options.pauseAfter;
    if (options.estimate) {
        RunControl control(session.interrupt.token());
        return printEstimate(session, train::estimate(data, settings, kTrialSeconds, how, control, {}));
    }
    if (!json) {
        for (const train::DataCheck& check : data.checks) {
            if (check.weight == train::DataCheck::Weight::Warning)
                session.console.note(check.sentence + " " + check.advice);
        }
    }
    const train::RunStore store;
    const train::Run run = train::createRun(store, settings, data);
    if (json)
        session.console.printJson({{"event", "created"}, {"id", run.id}, {"folder", displayText(run.folder)}});
    else
        session.console.note(
            fmt::format("Run {}: `prolap runs show {}` shows it, also from elsewhere.", run.id, run.id));
    if (options.queue)
        return kDone;
    return workOnRun(session, run.id, how);
}

} // namespace

int workOnRun(Session& session, const std::string& id, const train::WorkOptions& how)
{
    const train::RunStore store;
    RunControl control(session.interrupt.token());
    const bool json = session.options.json;
    ProgressThrottle throttle(std::chrono::milliseconds(500));
    const train::Run ended = train::workOn(store, id, how, control, [&](const train::Run& run) {
        if (!json)
            session.console.progress(statusLine(run));
        else if (!session.options.quiet && throttle.due()) {
            nlohmann::json event = toJson(run, false);
            event["event"] = "progress";
            session.console.printJson(event);
        }
    });
    session.console.endProgress();
    if (json) {
        nlohmann::json event = toJson(ended, true);
        event["event"] = nameOf(ended.status.state);
        session.console.printJson(event);
    }
    switch (ended.status.state) {
    case train::RunState::Done:
        if (!json) {
            printComparison(session.console, toJson(ended, true)["comparison"]);
            if (!ended.status.sentence.empty())
                session.console.note(ended.status.sentence);
            session.console.note(
                "Wrote " + oneLine(displayText(ended.settings.out.empty() ? ended.pack() : ended.settings.out)) + ".");
        }
        return kDone;
    case train::RunState::Failed:
        session.console.complain(ended.status.sentence);
        return kBadInput;
    default:
        if (!ended.status.sentence.empty())
            session.console.complain(ended.status.sentence);
        if (!json)
            session.console.note(fmt::format("The run {} is {}{}.", ended.id, nameOf(ended.status.state),
                                             ended.resumable() || ended.status.state == train::RunState::Paused
                                                 ? "; `prolap runs resume " + ended.id + "` goes on with it"
                                                 : ""));
        return kInterrupted;
    }
}

void addFinetune(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("finetune", "Teach a model your sounds and your words");
    auto options = std::make_shared<FinetuneOptions>();
    command->add_option("--from", options->from, "The model to start from (default: --model, else the starter pack)")
        ->type_name("PACK");
    auto* data = command->add_option_group("Your clips");
    auto* list = data->add_option("--data", options->data,
                                  "CSV with path,caption or path,caption1..caption4,label,split; or a folder of sounds "
                                  "with captions in .txt or .json beside them")
                     ->type_name("CSV");
    data->add_option("--tag", options->tag, "Clips of the library with this tag")->type_name("TAG");
    data->add_option("--collection", options->collection, "Clips of the library in this collection")->type_name("NAME");
    data->add_option("--folder", options->folder, "Clips of the library in this folder")->type_name("DIR");
    data->add_option("--query", options->query, "Clips of the library by several terms, as in `prolap train`")
        ->type_name("QUERY");
    data->require_option(1);
    command->add_option("--audio", options->audio, "Where the sounds of a CSV lie (default: from its own folder on)")
        ->type_name("DIR")
        ->needs(list);
    command->add_option("--preset", options->preset, "How much of the model learns: heads, last-blocks, everything")
        ->type_name("PRESET")
        ->capture_default_str();
    command
        ->add_option("--config", options->config,
                     "A recipe instead of a preset; resources/training explains its fields")
        ->type_name("JSON");
    command->add_option("--out", options->out, "Also copy the new pack there (it stays in the run)")->type_name("PACK");
    command->add_option("--name", options->name, "What the run and its model are called")->type_name("NAME");
    command
        ->add_option(
            "--template", options->templates,
            "Captions from tags, general first, e.g. \"{tag}\" \"the sound of {tag}\"; {tags} are all of a clip's")
        ->type_name("TEXT");
    auto* control =
        command
            ->add_option("--control", options->control,
                         "Captioned clips (as --data) that must not be forgotten: measured before and after")
            ->type_name("CSV");
    command->add_option("--control-query", options->controlQuery, "The same, from the library")
        ->type_name("QUERY")
        ->excludes(control);
    command
        ->add_option("--split-by", options->splitBy,
                     "What is kept on one side of the split: auto, source, takes or name")
        ->check(CLI::IsMember({"auto", "source", "takes", "name"}))
        ->capture_default_str();
    command->add_flag("--resplit", options->resplit, "Split anew even where the data bring splits");
    command->add_option("--validation-share", options->validationShare, "Share of the clips to validate on")
        ->check(CLI::Range(0., .5))
        ->capture_default_str();
    command->add_option("--test-share", options->testShare, "Share that is held out for the comparison")
        ->check(CLI::Range(0., .5))
        ->capture_default_str();
    command->add_option("--most-of-kind", options->mostOfLabel, "Of each kind of sound at most so many clips")
        ->type_name("N");
    command->add_flag("--leave-out-short", options->leaveOutShort, "Leave out clips shorter than a tenth of a second");
    command
        ->add_option("--patience", options->patience,
                     "End after so many validations without a better one, with the best weights (default: never)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command
        ->add_option("--pause-after", options->pauseAfter, "Pause after so many seconds; `prolap runs resume` goes on")
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber);
    command
        ->add_option("--cache-dir", options->cacheDir,
                     "Features, kept for the next run (default: in your cache folder)")
        ->type_name("DIR");
    command->add_flag("--check", options->check, "Only look at the clips and say what is worth knowing");
    command->add_flag("--estimate", options->estimate, "Only try for 20 seconds, and say how long it takes here");
    command->add_flag("--queue", options->queue, "Only put it into the list of runs; `prolap runs resume` starts it");
    command->footer(examples({"prolap finetune --tag door --check                # what is there to learn from?",
                              "prolap finetune --tag door --estimate             # how long will it take here?",
                              "prolap finetune --tag door --out models/doors",
                              "prolap finetune --from models/doors --data new.csv --preset last-blocks",
                              "prolap runs list                                  # this and all others"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runFinetune(session, *options); });
}

} // namespace prolap::app
