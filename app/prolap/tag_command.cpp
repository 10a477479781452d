#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/clip_choice.h"
#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/library/organise/organiser.h"

namespace prolap::app {

namespace {

struct TagOptions {
    std::vector<std::string> paths;
    std::vector<std::string> add, remove;
    std::optional<int> rating;
    std::optional<std::string> colour;
    std::optional<std::string> note;
    bool favourite = false, noFavourite = false;
    std::string collection;
};

int listTags(Session& session)
{
    const auto tags = library::Organiser(session.existingLibrary()).tags();
    if (session.options.json) {
        auto list = nlohmann::json::array();
        for (const auto& [name, clips] : tags)
            list.push_back({{"tag", name}, {"clips", clips}});
        session.console.printJson({{"tags", std::move(list)}});
        return kDone;
    }
    Table table({{"tag"}, {"clips", Table::Align::Right}});
    for (const auto& [name, clips] : tags)
        table.add({oneLine(name), std::to_string(clips)});
    for (const std::string& line : table.lines())
        session.console.print(line);
    return kDone;
}

int runTag(Session& session, const TagOptions& options)
{
    const bool nothing = options.add.empty() && options.remove.empty() && !options.rating && !options.colour &&
                         !options.note && !options.favourite && !options.noFavourite && options.collection.empty();
    if (options.paths.empty()) {
        if (!nothing)
            throw Error(ErrorKind::BadInput, "Say which clips: name files or folders of the library.");
        return listTags(session);
    }
    const Path catalogue = session.existingLibrary();
    const std::vector<ClipId> clips = clipsAt(catalogue, options.paths);
    library::Organiser organiser(catalogue);
    if (nothing) { // what the clips have
        auto list = nlohmann::json::array();
        for (const ClipId clip : clips) {
            const auto labels = organiser.labels(clip);
            if (!labels)
                continue;
            auto captions = nlohmann::json::array();
            for (const library::ClipCaption& caption : labels->captions)
                captions.push_back({{"level", caption.level}, {"text", caption.text}, {"source", caption.source}});
            list.push_back({{"clip", clip.value},
                            {"tags", labels->tags},
                            {"rating", labels->marks.rating},
                            {"favourite", labels->marks.favourite},
                            {"colour", colourName(labels->marks.colour)},
                            {"note", labels->marks.note},
                            {"captions", std::move(captions)},
                            {"collections", organiser.collectionsOf(clip)}});
        }
        if (session.options.json) {
            session.console.printJson({{"clips", std::move(list)}});
            return kDone;
        }
        for (const auto& clip : list) {
            std::string tags;
            for (const auto& tag : clip["tags"])
                tags.append(tags.empty() ? "" : ", ").append(oneLine(tag.get<std::string>()));
            session.console.print(fmt::format("clip {}  {}{}{}", clip["clip"].get<std::int64_t>(),
                                              std::string(clip["rating"].get<std::size_t>(), '*'),
                                              clip["favourite"].get<bool>() ? " favourite " : " ", tags));
        }
        return kDone;
    }

    std::int64_t changed = 0;
    const auto count = [&](const library::Edit& edit) { changed = std::max(changed, edit.clips); };
    std::optional<ColourLabel> colour;
    if (options.colour) {
        colour = colourOf(*options.colour);
        if (!colour)
            throw Error(ErrorKind::BadInput,
                        fmt::format("\"{}\" is no colour; choose none, red, amber, green, cyan, blue or violet.",
                                    oneLine(*options.colour)));
    }
    if (!options.add.empty() || !options.remove.empty())
        count(organiser.changeTags(clips, options.add, options.remove));
    if (options.rating)
        count(organiser.setRating(clips, *options.rating));
    if (options.favourite || options.noFavourite)
        count(organiser.setFavourite(clips, options.favourite));
    if (colour)
        count(organiser.setColour(clips, *colour));
    if (options.note)
        count(organiser.setNote(clips, *options.note));
    if (!options.collection.empty()) {
        std::optional<CollectionId> there;
        for (const library::CollectionSummary& collection : organiser.collections())
            if (collection.name == options.collection)
                there = collection.id;
        count(there ? organiser.addToCollection(*there, clips) : organiser.createCollection(options.collection, clips));
    }
    if (session.options.json)
        session.console.printJson({{"clips", clips.size()}, {"changed", changed}});
    else
        session.console.print(fmt::format("{} of {} clips changed", changed, clips.size()));
    return kDone;
}

} // namespace

void addTag(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("tag", "Tag, rate and note clips, or list the tags that there are");
    auto options = std::make_shared<TagOptions>();
    command->add_option("PATH", options->paths, "Files or folders of the library (none: list every tag)");
    command->add_option("--add", options->add, "A tag to give; may be repeated")
        ->type_name("TAG")
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
    command->add_option("--remove", options->remove, "A tag to take away; may be repeated")
        ->type_name("TAG")
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
    command->add_option("--rating", options->rating, "Stars; 0 takes them away")->check(CLI::Range(0, kMaxRating));
    auto* favourite = command->add_flag("--favourite", options->favourite, "Make them favourites");
    command->add_flag("--no-favourite", options->noFavourite, "No favourites any more")->excludes(favourite);
    command->add_option("--colour", options->colour, "none, red, amber, green, cyan, blue or violet")
        ->type_name("NAME");
    command->add_option("--note", options->note, "A note; empty takes it away")->type_name("TEXT");
    command->add_option("--collection", options->collection, "Put them into this collection, made if there is none")
        ->type_name("NAME");
    command->footer(examples({"prolap tag                                        # every tag and how often it is used",
                              "prolap tag --add rain --add wet ~/Sounds/Rain     # a whole folder",
                              "prolap tag --rating 5 --favourite ~/Sounds/roof.wav",
                              "prolap tag --json ~/Sounds/roof.wav | jq '.clips[0].tags'"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runTag(session, *options); });
}

} // namespace prolap::app
