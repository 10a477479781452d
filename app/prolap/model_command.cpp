#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/model/pack_assembly.h"

namespace prolap::app {

namespace {

int runInfo(Session& session)
{
    const auto embedder = session.openModel();
    const model::ModelInfo& info = embedder->info();
    if (session.options.json) {
        session.console.printJson(nlohmann::json{{"id", info.id},
                                                 {"name", validUtf8(info.name)},
                                                 {"path", displayText(info.path)},
                                                 {"licence", validUtf8(info.licence)},
                                                 {"audio_encoder", info.audioEncoder},
                                                 {"text_encoder", info.textEncoder},
                                                 {"dim", info.dim},
                                                 {"probabilistic", info.probabilistic},
                                                 {"sample_rate", info.sampleRate},
                                                 {"window_seconds", info.windowSeconds},
                                                 {"scale", info.scale},
                                                 {"bias", info.bias},
                                                 {"calibrated", info.calibrated},
                                                 {"credible_probability", info.credibleProbability},
                                                 {"device", info.device},
                                                 {"precision", info.precision},
                                                 {"parameters", info.parameters}});
        return kDone;
    }
    Table table({{""}, {""}});
    table.add({"name", oneLine(info.name)});
    table.add({"id", info.id});
    table.add({"path", pathLine(info.path)});
    table.add({"licence", oneLine(info.licence)});
    table.add({"encoders", fmt::format("{} for sound, {} for text", info.audioEncoder, info.textEncoder)});
    table.add({"size", fmt::format("{:.1f} million parameters, {} dimensions",
                                   static_cast<double>(info.parameters) / 1e6, info.dim)});
    table.add({"window", fmt::format("{:g} s at {} Hz", info.windowSeconds, info.sampleRate)});
    table.add({"uncertainty", info.probabilistic ? "yes" : "no uncertainty in this model"});
    table.add({"probability", info.calibrated
                                  ? fmt::format("calibrated; credible from {:.0f} %", 100 * info.credibleProbability)
                                  : "not calibrated"});
    table.add({"runs on", fmt::format("{}, {}", info.device, info.precision)});
    for (const std::string& line : table.lines())
        session.console.print(line);
    return kDone;
}

} // namespace

void addModel(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("model", "Tell what a model is, or put one together");
    command->require_subcommand(1);

    auto* info = command->add_subcommand("info", "Encoders, sizes, licence, device");
    info->add_option("PATH", invocation.common.model, "The model (as --model)");
    info->footer(examples({"prolap model info", "prolap model info models/mine --json | jq .dim"}));
    setUpCommand(*info, invocation, runInfo);

    struct Assembly {
        std::string heads, wheels, out;
    };
    auto assembly = std::make_shared<Assembly>();
    auto* assemble = command->add_subcommand("assemble", "Put the starter pack together from heads and the encoders' "
                                                         "Python wheels");
    assemble
        ->add_option("--heads", assembly->heads,
                     "Folder with the heads, config and card (none: the encoders alone, to train from)")
        ->type_name("DIR");
    assemble->add_option("--wheels", assembly->wheels, "Folder where the wheels are installed (site-packages)")
        ->type_name("DIR")
        ->required();
    assemble->add_option("--out", assembly->out, "Folder of the pack; one that is there is replaced")
        ->type_name("DIR")
        ->required();
    assemble->footer(examples({"prolap model assemble --heads resources/models/starter \\",
                               "    --wheels build/venv/lib/python3.11/site-packages --out models/starter"}));
    setUpCommand(*assemble, invocation, [assembly](Session& session) {
        model::assemblePack(assembly->heads, assembly->wheels, assembly->out);
        session.console.note(fmt::format("Assembled {}.", oneLine(assembly->out)));
        return static_cast<int>(kDone);
    });
}

} // namespace prolap::app
