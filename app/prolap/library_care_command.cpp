#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/library/care/duplicates.h"
#include "core/library/care/relocate.h"
#include "core/library/care/statistics.h"
#include "core/library/library_view.h"
#include "core/library/organise/label_file.h"
#include "db/vector_table.h"

namespace prolap::app {

namespace {

ProgressFn shownOn(Console& console, const char* what)
{
    return [&console, what](const Progress& progress) {
        console.progress(progress.total > 0 ? fmt::format("{} {} of {}", what, progress.done, progress.total)
                                            : fmt::format("{} {}", what, progress.done));
    };
}

int runExport(Session& session, const std::string& file)
{
    const auto report = library::exportLabels(session.existingLibrary(), file, {}, session.interrupt.token(),
                                              shownOn(session.console, "Writing clip"));
    session.console.endProgress();
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    if (session.options.json)
        session.console.printJson({{"file", displayText(file)}, {"clips", report.clips}});
    else
        session.console.print(fmt::format("{}: {} clips", pathLine(file), report.clips));
    return kDone;
}

int runImport(Session& session, const std::string& file, bool merge)
{
    library::LabelImportOptions options;
    options.merge = merge;
    const auto report = library::importLabels(session.existingLibrary(), file, options, session.interrupt.token(),
                                              shownOn(session.console, "Reading row"));
    session.console.endProgress();
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    if (session.options.json) {
        session.console.printJson({{"rows", report.rows},
                                   {"changed", report.changed},
                                   {"unknown", report.unknown},
                                   {"problems", report.problems}});
    } else {
        session.console.print(fmt::format("{} rows read, {} clips changed", report.rows, report.changed));
        for (const std::string& path : report.unknown)
            session.console.print("not in the library: " + oneLine(path));
        for (const std::string& problem : report.problems)
            session.console.print(oneLine(problem));
    }
    return report.unknown.empty() && report.problems.empty() ? kDone : kPartlyDone;
}

int runRelocate(Session& session, const std::string& from, const std::string& to, bool dryRun)
{
    const Path catalogue = session.existingLibrary();
    const RootId root = library::rootAt(catalogue, from);
    const auto check = library::checkRelocation(catalogue, root, to, session.interrupt.token(),
                                                shownOn(session.console, "Looking for file"));
    session.console.endProgress();
    if (check.outcome == Outcome::Cancelled)
        return kInterrupted;
    if (check.clips > 0 && check.found == 0)
        throw Error(ErrorKind::NotFound, fmt::format("None of the {} files of {} is in {}; nothing was changed.",
                                                     check.clips, displayText(from), displayText(to)));
    if (!dryRun)
        library::relocateRoot(catalogue, root, to);
    if (session.options.json) {
        auto examples = nlohmann::json::array();
        for (const Path& path : check.examples)
            examples.push_back(displayText(path));
        session.console.printJson(
            {{"clips", check.clips}, {"found", check.found}, {"missing", std::move(examples)}, {"relocated", !dryRun}});
    } else {
        session.console.print(
            fmt::format("{} of {} files are there{}", check.found, check.clips, dryRun ? "; nothing was changed" : ""));
        for (const Path& path : check.examples)
            session.console.print("not there: " + pathLine(path));
    }
    return check.found == check.clips ? kDone : kPartlyDone;
}

int runDuplicates(Session& session, const library::DuplicateOptions& options)
{
    const Path catalogue = session.existingLibrary();
    std::string modelId; // of the set that knows most clips
    {
        db::OpenOptions reading;
        reading.mode = db::OpenMode::Read;
        db::Catalogue opened(catalogue, reading);
        std::int64_t most = 0;
        for (const db::EmbeddingSet& set : db::VectorTable(opened).sets())
            if (const auto windows = db::VectorTable(opened).windowCount(set.id); windows > most) {
                most = windows;
                modelId = set.modelId;
            }
    }
    const auto report = library::findDuplicates(catalogue, modelId, options, session.interrupt.token(),
                                                shownOn(session.console, "Comparing clip"));
    session.console.endProgress();
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    library::LibraryView view(catalogue, {});
    auto groups = nlohmann::json::array();
    for (const library::DuplicateGroup& group : report.groups) {
        auto files = nlohmann::json::array();
        for (const library::ClipDetails& clip : view.details(group.clips)) {
            files.push_back({{"path", displayText(clip.path)}, {"seconds", clip.durationSeconds}});
            if (!session.options.json)
                session.console.print(fmt::format("{}  {}  {}", group.identical ? "same" : "like",
                                                  clockText(clip.durationSeconds), pathLine(clip.path)));
        }
        if (!session.options.json)
            session.console.print("");
        groups.push_back(
            {{"identical", group.identical}, {"similarity", group.similarity}, {"clips", std::move(files)}});
    }
    if (session.options.json)
        session.console.printJson(
            {{"groups", std::move(groups)}, {"spare_clips", report.spareClips}, {"spare_bytes", report.spareBytes}});
    else
        session.console.print(fmt::format("{} groups; {} identical clips could go, {:.1f} MB", report.groups.size(),
                                          report.spareClips, static_cast<double>(report.spareBytes) / 1e6));
    return kDone;
}

nlohmann::json toJson(const std::vector<library::LibraryShare>& shares)
{
    auto list = nlohmann::json::array();
    for (const library::LibraryShare& share : shares)
        list.push_back({{"name", share.name}, {"clips", share.clips}, {"hours", share.hours}});
    return list;
}

int runStats(Session& session)
{
    const library::LibraryStatistics all = library::libraryStatistics(session.existingLibrary());
    const std::pair<const char*, const std::vector<library::LibraryShare>*> groups[] = {
        {"formats", &all.formats},       {"sample_rates", &all.sampleRates},
        {"channels", &all.channels},     {"bit_depths", &all.bitDepths},
        {"lengths", &all.lengths},       {"folders", &all.folders},
        {"categories", &all.categories}, {"tags", &all.tags},
        {"ratings", &all.ratings},       {"colours", &all.colours}};
    if (session.options.json) {
        nlohmann::json document{{"clips", all.clips},
                                {"hours", all.hours},
                                {"bytes", all.bytes},
                                {"listened", all.listened},
                                {"failed", all.failed},
                                {"missing", all.missing},
                                {"offline", all.offline},
                                {"silent", all.silent},
                                {"tagged", all.tagged},
                                {"captioned", all.captioned},
                                {"rated", all.rated},
                                {"favourites", all.favourites},
                                {"noted", all.noted},
                                {"in_collections", all.inCollections},
                                {"categorised", all.categorised}};
        for (const auto& [name, shares] : groups)
            document[name] = toJson(*shares);
        session.console.printJson(document);
        return kDone;
    }
    Console& console = session.console;
    console.print(
        fmt::format("{} clips, {:.1f} hours, {:.2f} GB", all.clips, all.hours, static_cast<double>(all.bytes) / 1e9));
    console.print(fmt::format("{} listened to, {} unreadable, {} missing, {} offline, {} silent", all.listened,
                              all.failed, all.missing, all.offline, all.silent));
    console.print(fmt::format("{} with tags, {} with captions, {} rated, {} favourites, {} in collections", all.tagged,
                              all.captioned, all.rated, all.favourites, all.inCollections));
    for (const auto& [name, shares] : groups) {
        if (shares->empty())
            continue;
        std::string title(name);
        std::replace(title.begin(), title.end(), '_', ' ');
        Table table({{title}, {"clips", Table::Align::Right}, {"hours", Table::Align::Right}});
        for (std::size_t i = 0; i < std::min<std::size_t>(shares->size(), 20); ++i)
            table.add({oneLine((*shares)[i].name), std::to_string((*shares)[i].clips),
                       fmt::format("{:.2f}", (*shares)[i].hours)});
        console.print("");
        for (const std::string& line : table.lines())
            console.print(line);
    }
    return kDone;
}

} // namespace

void addLibraryCare(CLI::App& library, Invocation& invocation)
{
    struct Files {
        std::string file, from, to;
        bool merge = false, dryRun = false;
        library::DuplicateOptions duplicates;
        bool identical = false;
    };
    auto files = std::make_shared<Files>();

    auto* write = library.add_subcommand("export", "Write tags, ratings, notes, captions and collections as CSV");
    write->add_option("FILE", files->file, "The CSV file to write")->required();
    write->footer(examples({"prolap library export labels.csv"}));
    setUpCommand(*write, invocation, [files](Session& session) { return runExport(session, files->file); });

    auto* read = library.add_subcommand("import", "Read them from such a file; clips are found by their paths");
    read->add_option("FILE", files->file, "The CSV file to read; only the column `path` must be there")->required();
    read->add_flag("--merge", files->merge,
                   "Add to what is there and let empty cells change nothing, instead of making clips as the file says");
    read->footer(examples({"prolap library import labels.csv", "prolap library import --merge tags.csv"}) +
                 "\n\nThe exit code is 3 when rows named clips that the library does not have, or could not be read.");
    setUpCommand(*read, invocation,
                 [files](Session& session) { return runImport(session, files->file, files->merge); });

    auto* relocate = library.add_subcommand("relocate", "Say where a folder of the library lies now");
    relocate->add_option("OLD", files->from, "The folder as the library has it")->required();
    relocate->add_option("NEW", files->to, "Where it is now")->required();
    relocate->add_flag("--dry-run", files->dryRun, "Only look how many files are there");
    relocate->footer(examples({"prolap library relocate /mnt/old/SFX /media/studio/SFX"}) +
                     "\n\nClips keep their tags, captions and vectors. The exit code is 3 when some files are not "
                     "there.");
    setUpCommand(*relocate, invocation,
                 [files](Session& session) { return runRelocate(session, files->from, files->to, files->dryRun); });

    auto* duplicates = library.add_subcommand("duplicates", "List clips of the same content, and near-identical ones");
    duplicates->add_flag("--identical", files->identical, "Only clips of the same bytes");
    duplicates->add_option("--similarity", files->duplicates.minSimilarity, "How alike near-identical ones sound")
        ->check(CLI::Range(0.5, 1.0))
        ->capture_default_str();
    duplicates->footer(
        examples({"prolap library duplicates", "prolap library duplicates --json | jq '.groups | length'"}) +
        "\n\nNothing is deleted.");
    setUpCommand(*duplicates, invocation, [files](Session& session) {
        files->duplicates.similar = !files->identical;
        return runDuplicates(session, files->duplicates);
    });

    auto* stats = library.add_subcommand("stats", "Hours, formats, lengths, tags and states");
    stats->footer(examples({"prolap library stats", "prolap library stats --json | jq .formats"}));
    setUpCommand(*stats, invocation, runStats);
}

} // namespace prolap::app
