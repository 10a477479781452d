#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/answer.h"
#include "app/prolap/commands.h"
#include "app/prolap/indexing.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/library/demo_sounds.h"

namespace prolap::app {

namespace {

constexpr const char* kCaptions[] = {"a kick drum", "a cymbal crash", "electric guitar", "a bell ringing",
                                     "choir singing"};
constexpr std::size_t kHitsShown = 5;

std::vector<Path> demoSounds()
{
    std::vector<Path> folders = library::demoFolders();
    if (folders.empty())
        throw Error(ErrorKind::NotFound, "There are no sounds to show: install sonic-pi-samples, lmms-common or "
                                         "sound-theme-freedesktop, or name a folder of your own.");
    return folders;
}

std::vector<Path> foldersToShow(const std::vector<std::string>& named)
{
    return named.empty() ? demoSounds() : std::vector<Path>(named.begin(), named.end());
}

int printFolders(Session& session, const std::vector<std::string>& named)
{
    for (const Path& folder : foldersToShow(named))
        session.console.print(folder.native());
    return kDone;
}

int runDemo(Session& session, const std::vector<std::string>& named)
{
    Console& console = session.console;
    const Path catalogue = session.options.library.empty() ? userDataDir() / "demo.db" : session.library();
    const std::shared_ptr<const model::Embedder> embedder = session.openModel();
    const std::vector<Path> folders = foldersToShow(named);
    console.note(fmt::format("Indexing into {} with {}", pathLine(catalogue), oneLine(embedder->info().name)));
    const auto report = indexAndTell(session, catalogue, *embedder, folders);
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;

    library::SearchService service(catalogue, embedder);
    for (const char* caption : kCaptions) {
        library::SearchRequest request;
        request.caption = caption;
        request.limit = kHitsShown;
        const auto result = service.search(request, session.interrupt.token());
        if (!result)
            return kInterrupted;
        if (session.options.json) {
            nlohmann::json answer = toJson(*result);
            answer["event"] = "answer";
            console.printJson(answer);
            continue;
        }
        console.print(fmt::format("\n\"{}\"  ({:.0f} ms to encode, {:.1f} ms to search)", caption, result->encodeMs,
                                  result->searchMs));
        printTable(console, *result);
    }
    return exitCode(report);
}

} // namespace

void addDemo(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("demo", "Index a few hundred sounds and answer five captions");
    auto folders = std::make_shared<std::vector<std::string>>();
    auto onlyPrint = std::make_shared<bool>(false);
    command->add_option("DIR", *folders, "Folders to show instead of the sounds that Debian packages have");
    command->add_flag("--print-folders", *onlyPrint, "Only print the folders that it would index, one a line");
    command->footer(examples({"prolap demo                            # into demo.db in your data folder",
                              "prolap demo ~/Sounds --library mine.db"}));
    setUpCommand(*command, invocation, [folders, onlyPrint](Session& session) {
        return *onlyPrint ? printFolders(session, *folders) : runDemo(session, *folders);
    });
}

} // namespace prolap::app
