#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/prolap/caption_file.h"
#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/atomic_file.h"
#include "core/error.h"
#include "core/library/traversal/traversal_figure.h"
#include "core/library/traversal/traversal_service.h"
#include "core/library/traversal/traversal_text.h"

namespace prolap::app {

namespace {

struct TraverseOptions {
    std::string clip;
    std::string caption;
    library::TraversalSetting setting;
    std::string root, interpolation, start;
    std::int64_t points = 50;
    std::string captionFile;
    bool noVocabulary = false;
    std::string csv, svg, html;
};

void save(Console& console, const std::string& file, const std::string& text)
{
    AtomicFile out{Path(file)};
    out.write(text);
    out.commit();
    console.note(fmt::format("Written: {}", pathLine(file)));
}

std::string percent(const std::optional<float>& probability)
{
    return probability ? fmt::format("{:.0f} %", 100 * *probability) : std::string();
}

void printLadder(Console& console, const library::Traversal& traversal)
{
    Table table({{"points", Table::Align::Right},
                 {"match", Table::Align::Right},
                 {"u", Table::Align::Right},
                 {"inclusion", Table::Align::Right},
                 {"caption"},
                 {"nearest clip"}});
    for (auto rung = traversal.ladder.rbegin(); rung != traversal.ladder.rend(); ++rung)
        table.add({rung->firstPoint == rung->lastPoint ? std::to_string(rung->firstPoint)
                                                       : fmt::format("{}-{}", rung->firstPoint, rung->lastPoint),
                   percent(rung->probability), rung->uncertainty ? fmt::format("{:.4f}", *rung->uncertainty) : "",
                   rung->inclusion ? fmt::format("{:+.2f}", *rung->inclusion) : "", shortened(oneLine(rung->text), 60),
                   rung->clips.empty() ? "" : pathLine(rung->clips.front().path.filename())});
    for (const std::string& line : table.lines())
        console.print(line);
}

library::TraversalRequest requestOf(const TraverseOptions& options)
{
    library::TraversalRequest request;
    request.setting = options.setting;
    if (options.points < 1 || options.points > static_cast<std::int64_t>(library::kMostTraversalPoints))
        throw Error(ErrorKind::BadInput,
                    fmt::format("A path has 1 to {} points, not {}.", library::kMostTraversalPoints, options.points));
    request.setting.points = static_cast<std::size_t>(options.points);
    if (!options.root.empty())
        request.setting.root = *library::traversalRootFrom(options.root);
    if (!options.interpolation.empty())
        request.setting.shape = library::pathShapeFrom(options.interpolation);
    else if (!options.root.empty())
        request.setting.shape = library::PathShape::Linear; // a climb has no root
    if (options.start == "clip")
        request.setting.start = library::TraversalStart::Clip;
    if (!options.clip.empty())
        request.subject.file = std::filesystem::absolute(options.clip).lexically_normal();
    request.subject.caption = options.caption;
    if (!options.captionFile.empty())
        request.candidates.captions = readCaptions(options.captionFile);
    request.candidates.vocabulary = !options.noVocabulary;
    return request;
}

int runTraverse(Session& session, const TraverseOptions& options)
{
    const library::TraversalRequest request = requestOf(options);
    std::error_code failed;
    if (!request.subject.file.empty() && !std::filesystem::exists(request.subject.file, failed) && !failed)
        throw Error(ErrorKind::NotFound, fmt::format("There is no file {}.", displayText(request.subject.file)));
    const std::shared_ptr<const model::Embedder> embedder = session.openModel();
    const Path catalogue = session.library();
    std::shared_ptr<library::SearchService> search;
    if (!session.options.library.empty() || std::filesystem::exists(catalogue, failed))
        search = std::make_shared<library::SearchService>(session.existingLibrary(), embedder);
    else
        session.console.note(fmt::format("There is no library {} yet, so no clips are shown; `prolap index FOLDER` "
                                         "makes one.",
                                         displayText(catalogue)));
    library::TraversalService service(catalogue, embedder, search);
    const auto traversal = service.traverse(request, session.interrupt.token(), [&](const Progress& progress) {
        session.console.progress(fmt::format("Reading captions: {} of {}", progress.done, progress.total));
    });
    session.console.endProgress();
    if (!traversal)
        return kInterrupted;
    for (const std::string& note : traversal->notes)
        session.console.note(note);
    if (!options.csv.empty())
        save(session.console, options.csv, library::traversalCsv(*traversal));
    if (!options.svg.empty() || !options.html.empty()) {
        const auto map = service.map(request.candidates, session.interrupt.token());
        if (!map)
            return kInterrupted;
        if (!options.svg.empty())
            save(session.console, options.svg, library::traversalSvg(*traversal, map.get()));
        if (!options.html.empty())
            save(session.console, options.html, library::traversalHtml(*traversal, map.get()));
    }
    if (session.options.json)
        session.console.print(library::traversalJson(*traversal));
    else
        printLadder(session.console, *traversal);
    return kDone;
}

} // namespace

void addTraverse(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("traverse", "Go from a sound to something general, and list what is met");
    auto options = std::make_shared<TraverseOptions>();
    auto* clip = command->add_option("CLIP", options->clip, "A sound file; it need not be in the library");
    auto* caption = command->add_option("--caption", options->caption, "Set out from a caption instead")
                        ->type_name("TEXT")
                        ->excludes(clip);
    command->parse_complete_callback([clip, caption] {
        if (clip->count() == 0 && caption->count() == 0)
            throw CLI::RequiredError("CLIP or --caption");
    });
    command
        ->add_option("--root", options->root,
                     "Where a line ends: the empty caption, the caption that holds the clip best, a masked caption, or "
                     "the middle of the library (default: centroid)")
        ->check(CLI::IsMember({"empty", "inclusive", "masked", "centroid"}));
    command->add_option("--points", options->points, "Points of the path, 1 to 10000")
        ->type_name("K")
        ->capture_default_str();
    command
        ->add_option("--interpolation", options->interpolation,
                     "A straight line, an arc, or a climb by uncertainty, which has no root (default: climb where the "
                     "model knows uncertainty and no root is named, else linear)")
        ->check(CLI::IsMember({"linear", "spherical", "climb"}));
    command
        ->add_option("--start", options->start,
                     "Where a line begins: at the caption nearest to the clip, or at the clip (default: caption)")
        ->check(CLI::IsMember({"caption", "clip"}));
    command
        ->add_option("--width", options->setting.width,
                     "Of a climb: how far from each step's log u a caption may lie (default: a tenth of the range)")
        ->type_name("W")
        ->check(CLI::PositiveNumber);
    command->add_option("--nearest", options->setting.nearest, "Captions and clips named at each point")
        ->type_name("N")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command
        ->add_option("--captions", options->captionFile,
                     "Captions that may be met, too: one a line, or a JSON array of strings (.json)")
        ->type_name("FILE");
    command->add_flag("--no-vocabulary", options->noVocabulary,
                      "Only the captions of the library, and those of --captions");
    command->add_option("--csv", options->csv, "Write the points here as comma-separated values")->type_name("FILE");
    command->add_option("--svg", options->svg, "Write a picture here: map, ladder and charts")->type_name("FILE");
    command->add_option("--html", options->html, "Write a page here: the picture and the ladder as a table")
        ->type_name("FILE");
    command->footer(examples({"prolap traverse dog.wav", "prolap traverse dog.wav --root empty --interpolation linear",
                              "prolap traverse --caption \"a small dog yapping\"",
                              "prolap traverse --json dog.wav | jq -r '.ladder[].text'"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runTraverse(session, *options); });
}

} // namespace prolap::app
