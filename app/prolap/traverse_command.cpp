#include <set>

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
    std::string compare, compareModel;
};

/// A path, and one beside it.
struct Paths {
    library::Traversal first;
    std::optional<library::Traversal> second;
    const library::Traversal* beside() const { return second ? &*second : nullptr; }
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

/// marked: captions that another path met, too.
void printLadder(Console& console, const library::Traversal& traversal, const std::set<std::string>& marked)
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
                   rung->inclusion ? fmt::format("{:+.2f}", *rung->inclusion) : "",
                   (marked.contains(rung->text) ? "= " : "") + shortened(oneLine(rung->text), 60),
                   rung->clips.empty() ? "" : pathLine(rung->clips.front().path.filename())});
    for (const std::string& line : table.lines())
        console.print(line);
}

void printLadders(Console& console, const Paths& paths)
{
    if (!paths.second)
        return printLadder(console, paths.first, {});
    std::set<std::string> common;
    for (const library::Meeting& meeting : library::captionsInCommon(paths.first, *paths.second))
        common.insert(paths.first.ladder[meeting.first].text);
    for (const library::Traversal* path : {&paths.first, paths.beside()}) {
        console.print(fmt::format("{}, {}:", pathLine(Path(path->subject).filename()), oneLine(path->model)));
        printLadder(console, *path, common);
        console.print("");
    }
    console.print(common.empty() ? "They have no caption in common."
                                 : fmt::format("Captions that both met (=): {}", common.size()));
}

bool isThere(const Path& file)
{
    std::error_code failed;
    return std::filesystem::exists(file, failed) || failed;
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

/// A file where there is one of that name, else a caption.
library::TraversalSubject subjectOf(const std::string& fileOrCaption)
{
    library::TraversalSubject subject;
    std::error_code failed;
    if (std::filesystem::is_regular_file(fileOrCaption, failed))
        subject.file = std::filesystem::absolute(fileOrCaption).lexically_normal();
    else
        subject.caption = fileOrCaption;
    return subject;
}

/// Walks the paths of one command.
class Walker {
public:
    explicit Walker(Session& session)
        : m_session(session), m_catalogue(session.library()), m_embedder(session.openModel())
    {
        m_library = !session.options.library.empty() || isThere(m_catalogue);
        if (!m_library)
            session.console.note(fmt::format("There is no library {} yet, so no clips are shown; `prolap index FOLDER` "
                                             "makes one.",
                                             displayText(m_catalogue)));
        m_service = serviceOf(m_embedder);
    }

    /// None when interrupted.
    std::optional<library::Traversal> walk(const library::TraversalRequest& request)
    {
        return walk(*m_service, m_embedder->info(), request);
    }

    /// shape: of the first path.
    std::optional<library::Traversal> walkWith(const std::string& model, library::TraversalRequest request,
                                               library::PathShape shape)
    {
        const std::shared_ptr<const model::Embedder> embedder = m_session.openOtherModel(model);
        const std::unique_ptr<library::TraversalService> service = serviceOf(embedder);
        request.setting.shape = shape;
        return walk(*service, embedder->info(), service->withoutClimb(request));
    }

    std::shared_ptr<const library::LibraryMap> map(const library::CandidateChoice& candidates)
    {
        return m_service->map(candidates, m_session.interrupt.token());
    }

private:
    std::unique_ptr<library::TraversalService> serviceOf(const std::shared_ptr<const model::Embedder>& embedder) const
    {
        std::shared_ptr<library::SearchService> search;
        if (m_library)
            search = std::make_shared<library::SearchService>(m_session.existingLibrary(), embedder);
        return std::make_unique<library::TraversalService>(m_catalogue, embedder, search);
    }

    std::optional<library::Traversal> walk(library::TraversalService& service, const model::ModelInfo& model,
                                           const library::TraversalRequest& request)
    {
        auto traversal = service.traverse(request, m_session.interrupt.token(), [&](const Progress& progress) {
            m_session.console.progress(
                fmt::format("Reading captions with {}: {} of {}", oneLine(model.name), progress.done, progress.total));
        });
        m_session.console.endProgress();
        if (traversal)
            for (const std::string& note : traversal->notes)
                m_session.console.note(note);
        return traversal;
    }

    Session& m_session;
    const Path m_catalogue;
    const std::shared_ptr<const model::Embedder> m_embedder;
    bool m_library = false;
    std::unique_ptr<library::TraversalService> m_service;
};

/// False when interrupted.
bool saveFiles(Session& session, const TraverseOptions& options, const Paths& paths, Walker& walker,
               const library::CandidateChoice& candidates)
{
    if (!options.csv.empty())
        save(session.console, options.csv, library::traversalCsv(paths.first, paths.beside()));
    if (options.svg.empty() && options.html.empty())
        return true;
    const auto map = walker.map(candidates);
    if (!map)
        return false;
    if (!options.svg.empty())
        save(session.console, options.svg, library::traversalSvg(paths.first, map.get(), paths.beside()));
    if (!options.html.empty())
        save(session.console, options.html, library::traversalHtml(paths.first, map.get(), paths.beside()));
    return true;
}

int runTraverse(Session& session, const TraverseOptions& options)
{
    const library::TraversalRequest request = requestOf(options);
    if (!request.subject.file.empty() && !isThere(request.subject.file))
        throw Error(ErrorKind::NotFound, fmt::format("There is no file {}.", displayText(request.subject.file)));
    Walker walker(session);
    auto first = walker.walk(request);
    if (!first)
        return kInterrupted;
    Paths paths{std::move(*first), std::nullopt};
    if (!options.compareModel.empty()) {
        paths.second = walker.walkWith(options.compareModel, request, paths.first.shape);
    } else if (!options.compare.empty()) {
        library::TraversalRequest beside = request;
        beside.subject = subjectOf(options.compare);
        paths.second = walker.walk(beside);
    }
    if (!paths.second && !(options.compareModel.empty() && options.compare.empty()))
        return kInterrupted;
    if (!saveFiles(session, options, paths, walker, request.candidates))
        return kInterrupted;
    if (session.options.json)
        session.console.print(library::traversalJson(paths.first, paths.beside()));
    else
        printLadders(session.console, paths);
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
    auto* compare = command
                        ->add_option("--compare", options->compare,
                                     "A second sound file or caption: its path beside the first, and what both meet")
                        ->type_name("CLIP");
    command
        ->add_option("--compare-model", options->compareModel,
                     "The path that another model finds from the same start, beside the first; a pack, a checkpoint or "
                     "the name of one of your models")
        ->type_name("PATH")
        ->excludes(compare);
    command->add_option("--csv", options->csv, "Write the points here as comma-separated values")->type_name("FILE");
    command->add_option("--svg", options->svg, "Write a picture here: map, ladder and charts")->type_name("FILE");
    command->add_option("--html", options->html, "Write a page here: the picture and the ladder as a table")
        ->type_name("FILE");
    command->footer(examples({"prolap traverse dog.wav", "prolap traverse dog.wav --root empty --interpolation linear",
                              "prolap traverse --caption \"a small dog yapping\"",
                              "prolap traverse dog.wav --compare-model starter-small --svg dog.svg",
                              "prolap traverse --json dog.wav | jq -r '.ladder[].text'"}));
    setUpCommand(*command, invocation, [options](Session& session) { return runTraverse(session, *options); });
}

} // namespace prolap::app
