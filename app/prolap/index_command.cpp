#include <CLI/CLI.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/indexing.h"
#include "core/error.h"
#include "core/library/models/model_shelf.h"

namespace prolap::app {

namespace {

int runIndex(Session& session, const std::vector<std::string>& folders)
{
    const Path catalogue = folders.empty() ? session.existingLibrary() : session.library();
    const auto embedder = session.openModel();
    const auto report = indexAndTell(session, catalogue, *embedder, std::vector<Path>(folders.begin(), folders.end()));
    try {
        library::rememberModel(session.modelPath()); // the library depends on it now
    } catch (const Error&) {                         // it is only missing from the list of models
    }
    if (report.outcome == Outcome::Done &&
        report.indexed + report.unchanged + report.moved + report.missing + report.failed == 0)
        session.console.note("No sound files were found.");
    return exitCode(report);
}

} // namespace

void addIndex(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("index", "Listen to the sounds of folders and remember what they are like");
    auto folders = std::make_shared<std::vector<std::string>>();
    command->add_option("DIR", *folders, "Folders to add to the library (none: look again at all that it has)");
    command->footer(examples({"prolap index ~/Sounds /mnt/studio/SFX     # add two folders",
                              "prolap index                              # take up what has changed since",
                              "prolap index --library film.db ~/Film     # into a library of its own",
                              "prolap index --json ~/Sounds | jq .event  # events, one a line"}) +
                    "\n\nCtrl+C stops it; the same command goes on where it stopped. Files that cannot be read are "
                    "listed and\nremembered, and the exit code is then 3.");
    setUpCommand(*command, invocation, [folders](Session& session) { return runIndex(session, *folders); });
}

} // namespace prolap::app
