#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/prolap/answer.h"
#include "app/prolap/commands.h"
#include "app/prolap/filter_options.h"
#include "core/error.h"
#include "core/library/query/query_request.h"

namespace prolap::app {

namespace {

struct SearchOptions {
    std::vector<std::string> words;
    std::string containsOf, partOf; ///< a file or a caption; empty: not asked
    double generality = 0;
    std::string by = "both";
    FilterOptions filter;
};

struct SimilarOptions {
    std::string file;
    double start = 0;
    std::optional<double> end;
    std::string caption;
    double weight = 0.5;
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

/// What the typed text asks for. Errors: Error(BadInput) that names the first character that cannot be understood.
library::SearchRequest requestOf(const std::string& text)
{
    const library::ParsedQuery parsed = library::parseQuery(text);
    if (!parsed.errors.empty())
        throw Error(ErrorKind::BadInput, parsed.errors.front().sentence);
    return library::searchRequest(parsed.query);
}

/// The sound of a file, or a caption, in what is asked for so far.
void setSubject(library::SearchRequest& request, const std::string& subject, library::Relation relation)
{
    request.relation = relation;
    std::error_code unreadable;
    if (std::filesystem::exists(subject, unreadable)) {
        request.sound = library::SoundRegion{std::filesystem::absolute(subject), 0, std::nullopt};
        return;
    }
    if (subject.find('/') != std::string::npos)
        throw Error(ErrorKind::NotFound, "There is no file " + displayText(Path(subject)) +
                                             "; name a sound file that is there, or give a caption");
    const library::SearchRequest caption = requestOf(subject);
    request.mixed.push_back(caption.caption);
    request.mixed.insert(request.mixed.end(), caption.mixed.begin(), caption.mixed.end());
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
    command->add_option("CAPTION", options->words,
                        "What it sounds like; several words need no quotes. Operators: -word pushes away, "
                        "\"exact words\", A + B the mixture, tag: -tag: in: dur: ch: sr: fmt: rating: fav: colour: "
                        "coll: added: lufs: state: find: general:");
    auto* contains = command
                         ->add_option("--contains-of", options->containsOf,
                                      "Clips that contain this sound file or caption: that it is a part of")
                         ->type_name("FILE|CAPTION");
    command
        ->add_option("--part-of", options->partOf, "Clips that are a part of this sound file or caption: more specific")
        ->type_name("FILE|CAPTION")
        ->excludes(contains);
    command->add_option("--generality", options->generality, "Specific clips first (-1) to general clips first (1)")
        ->type_name("X")
        ->check(CLI::Range(-1.0, 1.0))
        ->capture_default_str();
    command->add_option("--by", options->by, "What ranks: both, meaning or words")
        ->type_name("WHAT")
        ->check(CLI::IsMember({"both", "meaning", "words"}))
        ->capture_default_str();
    command->parse_complete_callback([options] {
        if (options->words.empty() && options->containsOf.empty() && options->partOf.empty())
            throw CLI::RequiredError("CAPTION, --contains-of or --part-of");
    });
    addFilterOptions(*command, options->filter);
    command->footer(examples({"prolap search rain on a tin roof",
                              "prolap search \"glass breaking -alarm dur:<3s fmt:wav\" --limit 5",
                              "prolap search \"rain + wind tag:ambience sr:>=48k\"",
                              "prolap search --contains-of door.wav", "prolap search --part-of \"an animal sound\"",
                              "prolap search --json \"a dog barking\" | jq -r '.hits[].path'"}));
    setUpCommand(*command, invocation, [options](Session& session) {
        library::SearchRequest request = requestOf(joined(options->words));
        if (!options->containsOf.empty())
            setSubject(request, options->containsOf, library::Relation::Contains);
        if (!options->partOf.empty())
            setSubject(request, options->partOf, library::Relation::PartOf);
        request.typed = joined(options->words);
        if (options->generality != 0)
            request.generality = options->generality; // else what `general:` says
        request.evidence = options->by == "both"      ? library::Evidence::Both
                           : options->by == "meaning" ? library::Evidence::Meaning
                                                      : library::Evidence::Words;
        if (request.typed.find_first_not_of(" \t\r\n") == std::string::npos &&
            request.relation == library::Relation::SoundsLike)
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
    command->add_option("--caption", options->caption, "Like the file, but as these words say: \"darker\"")
        ->type_name("TEXT");
    command->add_option("--weight", options->weight, "How much the words count beside the file")
        ->type_name("W")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    addFilterOptions(*command, options->filter);
    command->footer(
        examples({"prolap similar door.wav", "prolap similar door.wav --caption \"heavy metal\" --weight .4",
                  "prolap similar interview.mp3 --start 61.5 --end 64",
                  "prolap similar --json door.wav --limit 3 | jq '.hits[0]'"}));
    setUpCommand(*command, invocation, [options](Session& session) {
        if (options->end && *options->end <= options->start)
            throw Error(ErrorKind::BadInput, "The part to compare ends before it starts; --end must be after --start.");
        library::SearchRequest request = requestOf(options->caption);
        request.typed = options->caption;
        request.captionWeight = options->weight;
        request.sound = library::SoundRegion{std::filesystem::absolute(options->file), options->start, options->end};
        return answer(session, request, options->filter);
    });
}

} // namespace prolap::app
