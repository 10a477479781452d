#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/fetch/free_space.h"
#include "core/library/models/default_model.h"
#include "core/library/models/embedding_sets.h"
#include "core/library/models/known_models.h"
#include "core/library/models/model_shelf.h"
#include "core/train/runs/run_store.h"

namespace prolap::app {

namespace {

using library::EmbeddingSetSummary;
using library::KnownModel;

struct DeleteOptions {
    std::string name;
    bool vectors = false;
    bool only = false;
    bool yes = false;
};

/// What of the library goes with the model, a sentence each.
std::vector<std::string> dependants(const Session& session, const KnownModel& known, const EmbeddingSetSummary* set)
{
    std::vector<std::string> all;
    if (set)
        all.push_back(fmt::format("The library {} has {} clips that it heard ({}).", pathLine(session.library()),
                                  set->clips, fetch::byteText(set->bytes)));
    std::error_code code;
    if (const auto chosen = library::defaultModel(session.library());
        chosen && std::filesystem::equivalent(*chosen, known.path, code))
        all.push_back(fmt::format("It is the default model of {}.", pathLine(session.library())));
    for (const train::Run& run : train::RunStore().startedFrom(known.path))
        all.push_back(fmt::format("The run {} ({}) starts from it{}.", run.id, oneLine(run.name()),
                                  run.status.state == train::RunState::Done
                                      ? ", and could not be mixed with it any more"
                                      : " and could not go on without it"));
    return all;
}

int runDelete(Session& session, const DeleteOptions& options)
{
    const KnownModel known = library::findKnownModel(options.name, true);
    if (known.partOfProgram() && !options.only)
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is a part of the program and cannot be deleted; --only-vectors deletes what the "
                                "library heard with it.",
                                known.name));
    const auto sets = library::embeddingSets(session.library());
    const auto set = std::ranges::find(sets, known.id, &EmbeddingSetSummary::modelId);
    const bool hasSet = !known.id.empty() && set != sets.end();
    if (options.only && !hasSet)
        throw Error(ErrorKind::NotFound, fmt::format("The library {} holds nothing that {} heard.",
                                                     pathLine(session.library()), oneLine(known.name)));
    const auto depend = dependants(session, known, hasSet ? &*set : nullptr);
    if (!depend.empty() && !options.yes) {
        for (const std::string& sentence : depend)
            session.console.complain(sentence);
        session.console.complain("Nothing was deleted; add --yes to delete it all the same.");
        return kBadInput;
    }
    std::int64_t freed = 0;
    std::string note;
    if (hasSet && (options.vectors || options.only)) {
        const auto removal = library::removeEmbeddingSet(session.library(), set->id);
        freed += removal.bytesFreed;
        note = removal.note;
    }
    if (!options.only) {
        std::error_code code;
        if (const auto chosen = library::defaultModel(session.library());
            chosen && std::filesystem::equivalent(*chosen, known.path, code))
            library::setDefaultModel(session.library(), std::nullopt);
        library::takeOffShelf(options.name == known.name ? options.name : known.name);
        if (known.origin == KnownModel::Origin::Own)
            freed += known.bytes;
    }
    if (session.options.json) {
        session.console.printJson({{"model", known.name},
                                   {"path", displayText(known.path)},
                                   {"deleted", !options.only},
                                   {"files_kept", options.only || known.origin == KnownModel::Origin::Linked},
                                   {"vectors_deleted", hasSet && (options.vectors || options.only)},
                                   {"bytes_freed", freed},
                                   {"note", note.empty() ? nlohmann::json() : nlohmann::json(note)}});
        return kDone;
    }
    if (!note.empty())
        session.console.note(note);
    if (options.only)
        session.console.print(
            fmt::format("What {} heard is forgotten; {} freed.", oneLine(known.name), fetch::byteText(freed)));
    else if (known.origin == KnownModel::Origin::Linked)
        session.console.print(
            fmt::format("{} is off the list; its files stay in {}.", oneLine(known.name), pathLine(known.path)));
    else
        session.console.print(fmt::format("{} is deleted; {} freed.", oneLine(known.name), fetch::byteText(freed)));
    return kDone;
}

int runDefault(Session& session, const std::string& name)
{
    const Path catalogue = session.existingLibrary();
    if (!name.empty()) {
        const KnownModel known = library::findKnownModel(name, false);
        if (!known.usable())
            throw Error(ErrorKind::BadInput, known.problem);
        if (known.origin == KnownModel::Origin::Starter)
            library::setDefaultModel(catalogue, std::nullopt);
        else
            library::setDefaultModel(catalogue, known.path);
        if (known.origin == KnownModel::Origin::Linked)
            library::rememberModel(known.path);
    }
    const auto chosen = library::defaultModel(catalogue);
    if (session.options.json)
        session.console.printJson(
            {{"library", displayText(catalogue)},
             {"default_model", chosen ? nlohmann::json(displayText(*chosen)) : nlohmann::json()}});
    else
        session.console.print(fmt::format("{} is searched with {}", pathLine(catalogue),
                                          chosen ? pathLine(*chosen) : std::string("the starter model")));
    return kDone;
}

} // namespace

void addModelDelete(CLI::App& parent, Invocation& invocation)
{
    auto options = std::make_shared<DeleteOptions>();
    auto* command = parent.add_subcommand("delete", "Delete one of your models, or what the library heard with it");
    command->add_option("NAME", options->name, "Which one, as `prolap model list` names it")->required();
    auto* vectors = command->add_flag("--vectors", options->vectors, "Also delete what the library heard with it");
    command->add_flag("--only-vectors", options->only, "Keep the model, delete only what the library heard with it")
        ->excludes(vectors);
    command->add_flag("--yes", options->yes, "Even if something depends on it");
    command->footer(
        examples({"prolap model delete my-old-model", "prolap model delete clap-htsat-fused --vectors --yes",
                  "prolap model delete starter --only-vectors --yes   # to hear everything anew"}) +
        "\n\nOf a model that lies outside of your models folder, only the entry goes; its files stay.");
    setUpCommand(*command, invocation, [options](Session& session) { return runDelete(session, *options); });
}

void addModelDefault(CLI::App& parent, Invocation& invocation)
{
    auto name = std::make_shared<std::string>();
    auto* command =
        parent.add_subcommand("default", "The model that a library is searched with unless --model is given");
    command->add_option("MODEL", *name, "A name of `prolap model list`, or a path (none: only tell which it is)");
    command->footer(examples(
        {"prolap model default", "prolap model default my-model --library film.db", "prolap model default starter"}));
    setUpCommand(*command, invocation, [name](Session& session) { return runDefault(session, *name); });
}

} // namespace prolap::app
