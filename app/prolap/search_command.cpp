#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/prolap/answer.h"
#include "app/prolap/commands.h"
#include "app/prolap/filter_options.h"
#include "core/error.h"

namespace prolap::app {

namespace {

struct SearchOptions {
    std::vector<std::string> words;
    FilterOptions filter;
};

struct SimilarOptions {
    std::string file;
    double start = 0;
    std::optional<double> end;
    FilterOptions filter;
};

int answer(Session& session, const library::SearchRequest& request, const FilterOptions& filter)
{
    const Path catalogue = session.existingLibrary();
    const std::shared_ptr<const model::Embedder> embedder = session.openModel();
    library::SearchService service(catalogue, embedder);
    const auto result = filteredSearch(service, catalogue, request, filter, session.interrupt.token());
    if (!result)
        return kInterrupted;
    if (session.options.json)
        session.console.printJson(toJson(*result));
    else
        printTable(session.console, *result);
    return kDone;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

void addSearch(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("search", "List the clips that a caption describes, best first");
    auto options = std::make_shared<SearchOptions>();
    command->add_option("CAPTION", options->words, "What it sounds like; several words need no quotes")->required();
    addFilterOptions(*command, options->filter);
    command->footer(
        examples({"prolap search rain on a tin roof", "prolap search \"glass breaking\" --max-seconds 3 --limit 5",
                  "prolap search footsteps --folder ~/Sounds/Foley --format wav",
                  "prolap search --json \"a dog barking\" | jq -r '.hits[].path'"}));
    setUpCommand(*command, invocation, [options](Session& session) {
        library::SearchRequest request;
        request.caption = joined(options->words);
        if (request.caption.find_first_not_of(" \t\r\n") == std::string::npos)
            throw Error(ErrorKind::BadInput,
                        "The caption is empty; say what it sounds like, for example: prolap search \"a dog barking\"");
        return answer(session, request, options->filter);
    });
}

void addSimilar(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("similar", "List the clips that sound like a file, best first");
    auto options = std::make_shared<SimilarOptions>();
    command->add_option("FILE", options->file, "A sound file; it need not be in the library")->required();
    command->add_option("--start", options->start, "Only the part from here on")
        ->type_name("S")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--end", options->end, "and up to here, in seconds")
        ->type_name("S")
        ->check(CLI::NonNegativeNumber);
    addFilterOptions(*command, options->filter);
    command->footer(examples({"prolap similar door.wav", "prolap similar interview.mp3 --start 61.5 --end 64",
                              "prolap similar --json door.wav --limit 3 | jq '.hits[0]'"}));
    setUpCommand(*command, invocation, [options](Session& session) {
        if (options->end && *options->end <= options->start)
            throw Error(ErrorKind::BadInput, "The part to compare ends before it starts; --end must be after --start.");
        library::SearchRequest request;
        request.sound = library::SoundRegion{std::filesystem::absolute(options->file), options->start, options->end};
        return answer(session, request, options->filter);
    });
}

} // namespace prolap::app
