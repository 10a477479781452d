#include "app/explorer/options.h"

#include <cstdio>
#include <filesystem>

#include <CLI/CLI.hpp>

namespace prolap::app {

namespace {

constexpr int kUsage = 1; ///< as prolap's exit codes

/// "1366x768"; invalid when it is anything else.
QSize sizeFrom(const std::string& text)
{
    int width = 0, height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 200 || height < 200 ||
        width > 16384 || height > 16384)
        return {};
    return {width, height};
}

} // namespace

std::optional<ExplorerOptions> parseExplorerOptions(int argc, char** argv, int& exitCode)
{
    ExplorerOptions options;
    std::string size;
    CLI::App cli("Find sounds by describing them.", "prolap-explorer");
    cli.set_version_flag("--version", std::string("prolap-explorer ") + PROLAP_VERSION);
    cli.add_option("--library", options.library, "The catalogue to open; made when it is not there (default: the last)")
        ->type_name("FILE");
    cli.add_option("--model", options.model, "A model pack (default: the last, else the starter pack)")
        ->type_name("PATH");
    cli.add_option("--device", options.device, "Where the model runs: auto, cpu, cuda or cuda:N")->type_name("DEVICE");
    cli.add_option("--precision", options.precision, "How exactly it computes: auto, fp32 or bf16")
        ->check(CLI::IsMember({"auto", "fp32", "bf16"}));
    cli.add_option("--page", options.page, "The page in front: explore, traverse, finetune, models or tag")
        ->check(CLI::IsMember({"explore", "traverse", "finetune", "models", "tag"}));
    cli.add_option("--run", options.run, "A fine-tuning run to show, as `prolap runs list` names it")->type_name("RUN");
    cli.add_option("--run-part", options.runPart, "What of it: curves, finds, change, mix or notes")
        ->check(CLI::IsMember({"curves", "finds", "change", "mix", "notes"}));
    cli.add_option("--view", options.view, "How Explore shows the clips: rows, tiles or map")
        ->check(CLI::IsMember({"rows", "tiles", "map"}));
    CLI::Option* screenshot =
        cli.add_option("--screenshot", options.screenshot,
                       "Save a picture of the window once the library is loaded and the query answered, and end")
            ->type_name("FILE");
    cli.add_option("--screenshots", options.screenshots,
                   "Save pictures of every page, light and dark, into this folder, and end")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory)
        ->excludes(screenshot);
    cli.add_option("--query", options.query, "Start with this caption")->type_name("TEXT");
    cli.add_option("--traverse", options.traverse,
                   "Start on the Traverse page from this sound file or caption; given twice, with a second one beside")
        ->type_name("FILE|TEXT")
        ->allow_extra_args(false)
        ->expected(1, 2);
    cli.add_option("--compare-model", options.compareModel,
                   "Beside it, the path that this model finds: a pack, a checkpoint or the name of one of your models")
        ->type_name("PATH");
    cli.add_option("--size", size, "Of the window, for a screenshot (default: 1366x768)")
        ->type_name("WxH")
        ->needs(screenshot)
        ->check([](const std::string& text) {
            return sizeFrom(text).isValid() ? std::string() : "is a width and a height as in 1366x768, not " + text;
        });
    cli.add_option("--scheme", options.scheme, "Colours: desktop, light or dark")
        ->check(CLI::IsMember({"desktop", "light", "dark"}));
    cli.add_option("DIR", options.folders, "Folders to add to the library")->check([](const std::string& folder) {
        std::error_code unreadable;
        return std::filesystem::is_directory(folder, unreadable) ? std::string() : folder + " is not a folder";
    });
    cli.footer("Examples:\n"
               "  prolap-explorer ~/Sounds\n"
               "  prolap-explorer --library film.db --query \"rain on a tin roof\"\n"
               "  QT_QPA_PLATFORM=offscreen prolap-explorer --screenshot window.png --query dog --scheme dark");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        exitCode = cli.exit(error) == 0 ? 0 : kUsage;
        return std::nullopt;
    }
    options.size = sizeFrom(size.empty() ? "1366x768" : size);
    return options;
}

} // namespace prolap::app
