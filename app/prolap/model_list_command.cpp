#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/fetch/free_space.h"
#include "core/library/models/default_model.h"
#include "core/library/models/embedding_sets.h"
#include "core/library/models/known_models.h"

namespace prolap::app {

namespace {

using library::EmbeddingSetSummary;
using library::KnownModel;

const char* originName(KnownModel::Origin origin)
{
    switch (origin) {
    case KnownModel::Origin::Starter:
        return "starter";
    case KnownModel::Origin::Shipped:
        return "shipped";
    case KnownModel::Origin::Own:
        return "own";
    case KnownModel::Origin::Linked:
        return "linked";
    }
    return "";
}

nlohmann::json toJson(const KnownModel& known, const EmbeddingSetSummary* set, bool isDefault)
{
    nlohmann::json metrics = nlohmann::json::object();
    for (const auto& [name, value] : known.metrics)
        metrics[name] = value;
    auto runs = nlohmann::json::array();
    for (const KnownModel::TrainedBy& run : known.runs)
        runs.push_back(
            {{"base", run.base}, {"run", run.run}, {"name", run.name}, {"preset", run.preset}, {"data", run.data}});
    return {{"name", known.name},
            {"title", known.title},
            {"origin", originName(known.origin)},
            {"path", displayText(known.path)},
            {"kind", known.kind},
            {"id", known.id.empty() ? nlohmann::json() : nlohmann::json(known.id)},
            {"licence", known.licence},
            {"provenance", known.provenance},
            {"runs", runs},
            {"audio_encoder", known.audioEncoder},
            {"text_encoder", known.textEncoder},
            {"dim", known.dim},
            {"probabilistic", known.probabilistic},
            {"weights", known.weights},
            {"bytes", known.bytes},
            {"usable", known.usable()},
            {"problem", known.usable() ? nlohmann::json() : nlohmann::json(known.problem)},
            {"metrics", std::move(metrics)},
            {"default", isDefault},
            {"library", set ? nlohmann::json{{"clips", set->clips}, {"windows", set->windows}, {"bytes", set->bytes}}
                            : nlohmann::json()}};
}

int runList(Session& session)
{
    const Path catalogue = session.library();
    const auto sets = library::embeddingSets(catalogue);
    const auto chosen = library::defaultModel(catalogue);
    const auto models = library::knownModels(true, session.interrupt.token());
    if (session.interrupt.token().stop_requested())
        return kInterrupted;
    const auto setOf = [&](const KnownModel& known) -> const EmbeddingSetSummary* {
        const auto found = std::ranges::find(sets, known.id, &EmbeddingSetSummary::modelId);
        return known.id.empty() || found == sets.end() ? nullptr : &*found;
    };
    const auto isDefault = [&](const KnownModel& known) {
        std::error_code code;
        return chosen ? std::filesystem::equivalent(known.path, *chosen, code)
                      : known.origin == KnownModel::Origin::Starter;
    };
    Console& console = session.console;
    if (session.options.json) {
        auto list = nlohmann::json::array();
        for (const KnownModel& known : models)
            list.push_back(toJson(known, setOf(known), isDefault(known)));
        console.printJson({{"library", displayText(catalogue)},
                           {"default_model", chosen ? nlohmann::json(displayText(*chosen)) : nlohmann::json()},
                           {"models", std::move(list)}});
        return kDone;
    }
    Table table({{"name"},
                 {"model"},
                 {"kind"},
                 {"dimensions", Table::Align::Right},
                 {"on disk", Table::Align::Right},
                 {"clips heard", Table::Align::Right},
                 {"licence"}});
    for (const KnownModel& known : models) {
        const EmbeddingSetSummary* set = setOf(known);
        table.add({oneLine(known.name) + (isDefault(known) ? " *" : ""), oneLine(known.title),
                   known.kind + (known.usable() ? known.probabilistic ? "" : ", no uncertainty" : ", unusable"),
                   known.dim > 0 ? std::to_string(known.dim) : "", fetch::byteText(known.bytes),
                   set ? std::to_string(set->clips) : "", shortened(oneLine(known.licence), 32)});
    }
    for (const std::string& line : table.lines())
        console.print(line);
    for (const KnownModel& known : models)
        if (!known.usable())
            console.print(fmt::format("{}: {}", oneLine(known.name), oneLine(known.problem)));
    console.note("* what this library is searched with unless --model names another.");
    return kDone;
}

} // namespace

void addModelList(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("list", "Which models there are, and what the library holds of each");
    command->footer(examples({"prolap model list", "prolap model list --library film.db",
                              "prolap model list --json | jq '.models[] | {name, dim, bytes}'"}));
    setUpCommand(*command, invocation, runList);
}

} // namespace prolap::app
