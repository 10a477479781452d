#include "app/prolap/run_answer.h"

#include <fmt/format.h>

#include "app/prolap/text.h"
#include "core/train/runs/run_files.h"

namespace prolap::app {

namespace {

const std::map<std::string, std::string> kFigures{{"zeroshot_top1", "right kind first"},
                                                  {"t2a_map10", "captions find their clip (mAP@10)"},
                                                  {"t2a_label_map10", "names find their kind (mAP@10)"},
                                                  {"inclusion", "clips inside their captions"},
                                                  {"traversal_precision", "captions met on the way up that fit"},
                                                  {"traversal_recall", "its captions met on the way up"},
                                                  {"ece", "calibration error (less is better)"}};

std::string figureName(const std::string& name)
{
    const auto found = kFigures.find(name);
    return found == kFigures.end() ? name : found->second;
}

} // namespace

nlohmann::json toJson(const train::Run& run, bool more)
{
    nlohmann::json json = run.status.toJson();
    json["id"] = run.id;
    json["name"] = validUtf8(run.name());
    json["folder"] = displayText(run.folder);
    json["base"] = displayText(run.settings.basePack);
    json["preset"] = run.settings.preset;
    json["data"] = validUtf8(run.settings.dataText);
    json["created"] = run.settings.created;
    json["pid"] = run.pid ? nlohmann::json(run.pid) : nlohmann::json();
    json["interrupted"] = run.interrupted;
    json["notes"] = validUtf8(run.notes.text);
    json["tags"] = run.notes.tags;
    json["pack"] =
        run.status.state == train::RunState::Done ? nlohmann::json(displayText(run.pack())) : nlohmann::json();
    if (more) {
        json["recipe"] = run.settings.recipe;
        json["checks"] = train::readJson(run.checksFile()).value_or(nlohmann::json());
        json["samples"] =
            train::readJson(run.samplesFile()).value_or(nlohmann::json::object()).value("captions", nlohmann::json());
        json["mixes"] = train::readJson(run.mixesFile()).value_or(nlohmann::json());
        json["comparison"] = train::readJson(run.comparisonFile()).value_or(nlohmann::json());
    }
    return json;
}

std::string statusLine(const train::Run& run)
{
    const train::RunStatus& status = run.status;
    std::string text = status.stage.empty() ? nameOf(status.state) : status.stage;
    if (status.total > 0)
        text += fmt::format(" {} of {}", status.done, status.total);
    if (status.epochs > 0 && status.epoch > 0)
        text += fmt::format(", epoch {} of {}", status.epoch, status.epochs);
    if (status.best)
        text += fmt::format(", best validation {:.4f}", *status.best);
    if (status.secondsLeft >= 0)
        text += ", " + clockText(status.secondsLeft) + " left";
    return text;
}

void printComparison(Console& console, const nlohmann::json& comparison)
{
    for (const auto& group : comparison.value("groups", nlohmann::json::array())) {
        const bool control = group.value("name", "") == "control";
        console.print(fmt::format("{} ({} clips)", control ? "What it knew before" : "Your held-out clips",
                                  group.value("clips", 0)));
        Table table({{""},
                     {"before", Table::Align::Right},
                     {"after", Table::Align::Right},
                     {"change", Table::Align::Right},
                     {"95 % of the time between"}});
        for (const auto& figure : group.value("figures", nlohmann::json::array()))
            table.add({figureName(figure.value("name", "")), fmt::format("{:.3f}", figure.value("before", 0.)),
                       fmt::format("{:.3f}", figure.value("after", 0.)),
                       fmt::format("{:+.3f}", figure.value("change", 0.)),
                       fmt::format("{:+.3f} and {:+.3f}", figure.value("low", 0.), figure.value("high", 0.))});
        for (const std::string& line : table.lines())
            console.print("  " + line);
    }
}

void printChecks(Console& console, const nlohmann::json& data)
{
    const auto facts = data.value("facts", nlohmann::json::object());
    console.print(fmt::format("{} clips, {:.2f} hours: {} to learn from, {} to validate on, {} held out",
                              facts.value("clips", 0), facts.value("hours", 0.), facts.value("train", 0),
                              facts.value("validation", 0), facts.value("test", 0)));
    const std::string note = data.value("split", nlohmann::json::object()).value("note", "");
    if (!note.empty())
        console.print(note);
    for (const auto& check : data.value("checks", nlohmann::json::array())) {
        const std::string weight = check.value("weight", "fine");
        std::string line = (weight == "fine"      ? "  ok       "
                            : weight == "notice"  ? "  note     "
                            : weight == "warning" ? "  warning  "
                                                  : "  refused  ") +
                           oneLine(check.value("sentence", ""));
        if (weight != "fine" && !check.value("advice", "").empty())
            line += " " + oneLine(check.value("advice", ""));
        console.print(line);
        if (weight == "fine")
            continue;
        for (const auto& example : check.value("examples", nlohmann::json::array()))
            console.print("             " + shortened(oneLine(example.get<std::string>()), 100));
    }
}

} // namespace prolap::app
