#include <algorithm>
#include <ctime>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/prolap/finetuning.h"
#include "app/prolap/run_answer.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/train/runs/interpolation.h"
#include "core/train/runs/run_files.h"
#include "core/train/runs/run_metrics.h"
#include "core/train/runs/run_store.h"

namespace prolap::app {

namespace {

std::string dayText(std::int64_t seconds)
{
    const std::time_t time = seconds;
    std::tm parts{};
    localtime_r(&time, &parts);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min);
}

int listRuns(Session& session)
{
    const auto runs = train::RunStore().list();
    if (session.options.json) {
        auto list = nlohmann::json::array();
        for (const train::Run& run : runs)
            list.push_back(toJson(run, false));
        session.console.printJson({{"runs", list}});
        return kDone;
    }
    if (runs.empty()) {
        session.console.note("There are no runs yet; `prolap finetune` makes one.");
        return kDone;
    }
    Table table({{"run"}, {"state"}, {"name"}, {"preset"}, {"made"}, {"validation", Table::Align::Right}});
    for (const train::Run& run : runs)
        table.add({run.id, run.alive() ? statusLine(run) : nameOf(run.status.state), shortened(oneLine(run.name()), 40),
                   run.settings.preset, dayText(run.settings.created),
                   run.status.best ? fmt::format("{:.4f}", *run.status.best) : ""});
    for (const std::string& line : table.lines())
        session.console.print(line);
    return kDone;
}

nlohmann::json curvesOf(const train::Run& run)
{
    const train::RunMetrics metrics = train::readRunMetrics(run.metricsFile());
    auto json = nlohmann::json::object();
    for (const auto* curves : {&metrics.terms, &metrics.validation}) {
        for (const auto& [name, curve] : *curves)
            json[name] = curve;
    }
    return json;
}

int showRun(Session& session, const std::string& id)
{
    const train::Run run = train::RunStore().read(id);
    nlohmann::json json = toJson(run, true);
    if (session.options.json) {
        json["curves"] = curvesOf(run);
        session.console.printJson(json);
        return kDone;
    }
    Table table({{""}, {""}});
    table.add({"name", oneLine(run.name())});
    table.add({"state", statusLine(run)});
    table.add({"data", oneLine(run.settings.dataText)});
    table.add({"from", pathLine(run.settings.basePack)});
    table.add({"preset", run.settings.preset});
    table.add({"made", dayText(run.settings.created)});
    table.add({"worked", clockText(run.status.seconds)});
    table.add({"folder", pathLine(run.folder)});
    if (!run.notes.tags.empty())
        table.add({"tags", oneLine(fmt::format("{}", fmt::join(run.notes.tags, ", ")))});
    if (!run.notes.text.empty())
        table.add({"notes", oneLine(run.notes.text)});
    for (const std::string& line : table.lines())
        session.console.print(line);
    if (!run.status.sentence.empty())
        session.console.print(run.status.sentence);
    if (json["checks"].is_object())
        printChecks(session.console, json["checks"]);
    if (json["comparison"].is_object())
        printComparison(session.console, json["comparison"]);
    return kDone;
}

/// Fields of two recipes that differ, `losses.ppcl`.
nlohmann::json differences(const nlohmann::json& a, const nlohmann::json& b)
{
    auto list = nlohmann::json::array();
    const auto flatA = a.flatten(), flatB = b.flatten();
    auto names = flatA;
    names.update(flatB);
    for (const auto& [pointer, ignored] : names.items()) {
        const nlohmann::json left = flatA.contains(pointer) ? flatA[pointer] : nlohmann::json();
        const nlohmann::json right = flatB.contains(pointer) ? flatB[pointer] : nlohmann::json();
        if (left != right) {
            std::string name = pointer.substr(pointer.empty() ? 0 : 1);
            std::replace(name.begin(), name.end(), '/', '.');
            list.push_back({{"field", name}, {"values", {left, right}}});
        }
    }
    return list;
}

int compareRuns(Session& session, const std::string& first, const std::string& second)
{
    const train::RunStore store;
    const train::Run runs[] = {store.read(first), store.read(second)};
    const nlohmann::json both[] = {toJson(runs[0], true), toJson(runs[1], true)};
    const nlohmann::json settings = differences(both[0]["recipe"], both[1]["recipe"]);
    if (session.options.json) {
        session.console.printJson({{"runs", both}, {"differences", settings}});
        return kDone;
    }
    Table table({{""}, {runs[0].id, Table::Align::Right}, {runs[1].id, Table::Align::Right}});
    table.add({"name", oneLine(runs[0].name()), oneLine(runs[1].name())});
    table.add({"state", nameOf(runs[0].status.state), nameOf(runs[1].status.state)});
    table.add(
        {"data", shortened(oneLine(runs[0].settings.dataText), 40), shortened(oneLine(runs[1].settings.dataText), 40)});
    for (const auto& item : settings) {
        const auto text = [](const nlohmann::json& value) { return value.is_null() ? "" : value.dump(); };
        table.add({item["field"].get<std::string>(), text(item["values"][0]), text(item["values"][1])});
    }
    for (const auto& group :
         both[0]["comparison"].is_object() ? both[0]["comparison"]["groups"] : nlohmann::json::array()) {
        for (const auto& figure : group["figures"]) {
            std::string other;
            for (const auto& theirs :
                 both[1]["comparison"].is_object() ? both[1]["comparison"]["groups"] : nlohmann::json::array()) {
                for (const auto& each : theirs["figures"]) {
                    if (theirs["name"] == group["name"] && each["name"] == figure["name"])
                        other = fmt::format("{:.3f}", each.value("after", 0.));
                }
            }
            table.add({group.value("name", "") + " " + figure.value("name", ""),
                       fmt::format("{:.3f}", figure.value("after", 0.)), other});
        }
    }
    for (const std::string& line : table.lines())
        session.console.print(line);
    return kDone;
}

int askOf(Session& session, const std::string& id, train::RunRequest request)
{
    const train::RunStore store;
    const train::Run run = store.read(id);
    if (!run.alive() && !run.resumable())
        throw Error(ErrorKind::BadInput, fmt::format("The run {} is {} already.", run.id, nameOf(run.status.state)));
    if (!run.alive() && request == train::RunRequest::KeepBest)
        throw Error(ErrorKind::BadInput, fmt::format("Nothing works on the run {}: resume it first.", run.id));
    store.request(run, request);
    if (session.options.json)
        session.console.printJson({{"id", run.id}, {"asked", true}});
    return kDone;
}

int annotate(Session& session, const std::string& id, const std::optional<std::string>& name,
             const std::optional<std::string>& text, const std::vector<std::string>& tags)
{
    const train::RunStore store;
    const train::Run run = store.read(id);
    train::RunNotes notes = run.notes;
    if (name)
        notes.name = validUtf8(*name);
    if (text)
        notes.text = validUtf8(*text);
    if (!tags.empty()) {
        notes.tags.clear();
        for (const std::string& tag : tags) {
            if (!tag.empty())
                notes.tags.push_back(validUtf8(tag));
        }
    }
    store.setNotes(run, notes);
    return session.options.json ? showRun(session, id) : kDone;
}

int deleteRuns(Session& session, const std::vector<std::string>& ids)
{
    const train::RunStore store;
    for (const std::string& id : ids)
        store.remove(store.read(id));
    if (session.options.json)
        session.console.printJson({{"deleted", ids}});
    return kDone;
}

struct MixOptions {
    std::vector<double> shares{0, .25, .5, .75, 1};
    double share = -1;
    std::string out, cacheDir;
    bool progress = false;
};

int mixRun(Session& session, const std::string& id, const MixOptions& options)
{
    const train::Run run = train::RunStore().read(id);
    RunControl control(session.interrupt.token());
    if (!options.out.empty() || options.share >= 0) {
        if (options.out.empty() || options.share < 0)
            throw Error(ErrorKind::BadInput, "--share and --out belong together: how much, and where to.");
        train::writeMix(run, options.share, options.out, options.cacheDir, control);
        if (control.stopRequested())
            return kInterrupted;
        if (session.options.json)
            session.console.printJson({{"id", run.id}, {"share", options.share}, {"pack", validUtf8(options.out)}});
        else
            session.console.note("Wrote " + oneLine(displayText(options.out)) + ".");
        return kDone;
    }
    std::vector<double> shares = options.shares;
    std::ranges::sort(shares);
    const train::MixCurve curve = train::measureMixes(run, shares, options.cacheDir, control, [&](const Progress& at) {
        if (options.progress)
            std::cerr << nlohmann::json{{"event", "progress"}, {"done", at.done}, {"total", at.total}}.dump()
                      << std::endl;
        else
            session.console.progress(fmt::format("measuring mixtures: {} of {}", at.done, at.total));
    });
    session.console.endProgress();
    if (control.stopRequested())
        return kInterrupted;
    if (session.options.json) {
        session.console.printJson(curve.toJson());
        return kDone;
    }
    Table table({{"tuned share", Table::Align::Right},
                 {"yours: right kind", Table::Align::Right},
                 {"yours: names find", Table::Align::Right},
                 {"control: right kind", Table::Align::Right},
                 {"control: names find", Table::Align::Right}});
    const auto text = [&](const train::MixPoint& point, const char* group, const char* name) {
        const auto value = curve.figure(group, name, point.share);
        return value ? fmt::format("{:.3f}", *value) : std::string();
    };
    for (const train::MixPoint& point : curve.points)
        table.add({fmt::format("{:.2f}", point.share), text(point, "held_out", "zeroshot_top1"),
                   text(point, "held_out", "t2a_label_map10"), text(point, "control", "zeroshot_top1"),
                   text(point, "control", "t2a_label_map10")});
    for (const std::string& line : table.lines())
        session.console.print(line);
    return kDone;
}

} // namespace

void addRuns(CLI::App& parent, Invocation& invocation)
{
    auto* runs = parent.add_subcommand("runs", "Fine-tuning runs: what there is, how far it is, what came of it");
    runs->require_subcommand(1);
    setUpCommand(*runs->add_subcommand("list", "All runs"), invocation,
                 [](Session& session) { return listRuns(session); });

    auto id = std::make_shared<std::string>();
    const auto ofOne = [&](const char* name, const char* what, std::function<int(Session&)> run) {
        auto* command = runs->add_subcommand(name, what);
        command->add_option("RUN", *id, "As `prolap runs list` names it")->required();
        setUpCommand(*command, invocation, std::move(run));
        return command;
    };
    ofOne("show", "Settings, progress, checks and results of a run",
          [id](Session& session) { return showRun(session, *id); });
    ofOne("pause", "Have a run write a checkpoint and end for now",
          [id](Session& session) { return askOf(session, *id, train::RunRequest::Pause); });
    ofOne("stop", "End a run without a model",
          [id](Session& session) { return askOf(session, *id, train::RunRequest::Stop); });
    ofOne("keep-best", "End a run with the best weights so far",
          [id](Session& session) { return askOf(session, *id, train::RunRequest::KeepBest); });

    auto how = std::make_shared<train::WorkOptions>();
    auto cache = std::make_shared<std::string>();
    auto* resume = ofOne("resume", "Go on with a run that is queued, paused, was killed or failed",
                         [id, how, cache](Session& session) {
                             how->cacheDir = *cache;
                             return workOnRun(session, *id, *how);
                         });
    resume->add_option("--pause-after", how->pauseAfter, "Pause again after so many seconds")->type_name("SECONDS");
    resume->add_option("--cache-dir", *cache, "Features, kept for the next run (default: in your cache folder)")
        ->type_name("DIR");

    auto mixing = std::make_shared<MixOptions>();
    auto* mix = ofOne("mix", "Measure mixtures of the base and what was learned, or write one as a model",
                      [id, mixing](Session& session) { return mixRun(session, *id, *mixing); });
    mix->add_option("--shares", mixing->shares, "Shares of what was learned to measure; kept with the run")
        ->check(CLI::Range(0., 1.))
        ->capture_default_str();
    mix->add_option("--share", mixing->share, "Write the mixture with this share of what was learned")
        ->check(CLI::Range(0., 1.));
    mix->add_option("--out", mixing->out, "Where to")->type_name("PACK");
    mix->add_option("--cache-dir", mixing->cacheDir, "Features, kept for the next run (default: in your cache folder)")
        ->type_name("DIR");
    mix->add_flag("--progress", mixing->progress, "How far it is, as JSON lines on stderr");

    auto name = std::make_shared<std::optional<std::string>>();
    auto text = std::make_shared<std::optional<std::string>>();
    auto tags = std::make_shared<std::vector<std::string>>();
    auto* note = ofOne("note", "Write down a name, notes or tags", [id, name, text, tags](Session& session) {
        return annotate(session, *id, *name, *text, *tags);
    });
    note->add_option("--name", *name, "What the run is called")->type_name("NAME");
    note->add_option("--text", *text, "Notes")->type_name("TEXT");
    note->add_option("--tags", *tags, "Tags in place of those it has; \"\" for none")->type_name("TAG");

    auto ids = std::make_shared<std::vector<std::string>>();
    auto* compare = runs->add_subcommand("compare", "Two runs side by side");
    compare->add_option("RUNS", *ids, "Two runs")->required()->expected(2);
    setUpCommand(*compare, invocation,
                 [ids](Session& session) { return compareRuns(session, ids->at(0), ids->at(1)); });
    auto* removal = runs->add_subcommand("delete", "Remove runs with their models and all that is in them");
    removal->add_option("RUNS", *ids, "Runs")->required();
    setUpCommand(*removal, invocation, [ids](Session& session) { return deleteRuns(session, *ids); });
    runs->footer(
        examples({"prolap runs list", "prolap runs show 20260101-1", "prolap runs pause 20260101-1",
                  "prolap runs resume 20260101-1 --pause-after 3600", "prolap runs compare 20260101-1 20260101-2",
                  "prolap runs mix 20260101-1                         # how much of the base to keep?",
                  "prolap runs mix 20260101-1 --share .4 --out models/doors"}));
}

} // namespace prolap::app
