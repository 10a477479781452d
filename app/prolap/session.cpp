#include "app/prolap/session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/error.h"
#include "core/library/models/default_model.h"
#include "core/library/models/model_shelf.h"
#include "core/model/open_embedder.h"
#include "core/model/starter.h"
#include "core/paths.h"

namespace prolap::app {

namespace {

model::EmbedderOptions howToRun(const CommonOptions& options)
{
    model::EmbedderOptions how;
    how.device = options.device;
    how.precision = options.precision;
    how.threads = options.threads;
    return how;
}

} // namespace

Path Session::library() const
{
    return options.library.empty() ? defaultLibrary() : std::filesystem::absolute(options.library);
}

Path Session::existingLibrary() const
{
    const Path file = library();
    std::error_code unreadable; // an unreadable one is there: opening it says why it cannot be read
    if (std::filesystem::status(file, unreadable).type() == std::filesystem::file_type::not_found)
        throw Error(ErrorKind::NotFound,
                    fmt::format("There is no library {} yet; `prolap index FOLDER` makes one.", displayText(file)));
    return file;
}

Path Session::modelPath() const
{
    if (!options.model.empty())
        return library::modelNamed(options.model);
    const auto chosen = library::defaultModel(library());
    if (!chosen) {
        if (model::starterIsSmall())
            console.note("The starter is not on this machine, so starter-small is used, which knows less: "
                         "bash packaging/run.sh makes the starter.");
        return model::starterPack();
    }
    std::error_code code;
    if (!std::filesystem::exists(*chosen, code))
        throw Error(ErrorKind::NotFound,
                    fmt::format("The default model of {}, {}, is not there: name one by --model, or go back to the "
                                "starter by `prolap model default starter`.",
                                displayText(library()), displayText(*chosen)));
    return *chosen;
}

std::unique_ptr<model::Embedder> Session::openModel() const
{
    model::EmbedderOptions how = howToRun(options);
    how.tokenizer = options.tokenizer;
    return openModel(how);
}

std::unique_ptr<model::Embedder> Session::openOtherModel(const std::string& nameOrPath) const
{
    return model::openEmbedder(library::modelNamed(nameOrPath), howToRun(options));
}

std::unique_ptr<model::Embedder> Session::openModel(const model::EmbedderOptions& how) const
{
    return model::openEmbedder(modelPath(), how);
}

void setUpCommand(CLI::App& command, Invocation& invocation, std::function<int(Session&)> run)
{
    CommonOptions& common = invocation.common;
    const std::string group = "Common options";
    command.add_option("--library", common.library, "The catalogue (default: library.db in your data folder)")
        ->type_name("FILE")
        ->group(group);
    command
        .add_option(
            "--model", common.model,
            "A model pack, a published CLAP checkpoint, or the name of one of your models (default: the library's own, "
            "else the starter)")
        ->type_name("PATH")
        ->group(group);
    command
        .add_option("--tokenizer", common.tokenizer,
                    "Folder of the tokenizer files of a checkpoint that comes without (default: beside it)")
        ->type_name("DIR")
        ->group(group);
    command.add_option("--device", common.device, "Where the model runs: auto, cpu, cuda or cuda:N")
        ->type_name("DEVICE")
        ->check([](const std::string& device) {
            const bool numbered = device.size() > 5 && device.rfind("cuda:", 0) == 0 &&
                                  device.find_first_not_of("0123456789", 5) == std::string::npos;
            return device == "auto" || device == "cpu" || device == "cuda" || numbered
                       ? std::string()
                       : "is auto, cpu, cuda or cuda:N, not " + device;
        })
        ->capture_default_str()
        ->group(group);
    command.add_option("--precision", common.precision, "How exactly it computes: auto, fp32 or bf16")
        ->type_name("PRECISION")
        ->check(CLI::IsMember({"auto", "fp32", "bf16"}))
        ->capture_default_str()
        ->group(group);
    command.add_option("--threads", common.threads, "Processor threads (default: one a core)")
        ->type_name("N")
        ->check(CLI::Range(1, 4096))
        ->group(group);
    command.add_option("--seed", common.seed, "Seed of whatever draws lots")->type_name("N")->group(group);
    command.add_flag("--json", common.json, "Results as JSON on stdout, and nothing else there")->group(group);
    command.add_flag("--quiet", common.quiet, "No messages and no progress; errors are still said")->group(group);
    command.callback([&invocation, run = std::move(run)] { invocation.run = run; });
}

std::string examples(std::initializer_list<const char*> lines)
{
    std::string text = "\nExamples:\n";
    for (const char* line : lines)
        text += std::string("  ") + line + '\n';
    text.pop_back();
    return text;
}

} // namespace prolap::app
