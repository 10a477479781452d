#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/fetch/free_space.h"
#include "core/library/library_view.h"
#include "core/library/models/default_model.h"
#include "core/library/models/embedding_sets.h"
#include "db/check.h"

namespace prolap::app {

namespace {

db::OpenOptions reading()
{
    db::OpenOptions options;
    options.mode = db::OpenMode::Read;
    return options;
}

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(validUtf8(text));
}

std::uintmax_t bytesOf(const Path& file)
{
    std::error_code code;
    const auto bytes = std::filesystem::file_size(file, code);
    return code ? 0 : bytes;
}

int runInfo(Session& session)
{
    const Path file = session.existingLibrary();
    library::LibraryView view(file, {});
    const library::LibraryTotals totals = view.totals();
    const auto roots = view.roots();
    const auto failures = view.failures();
    const auto models = library::embeddingSets(file);
    const auto chosen = library::defaultModel(file);
    Console& console = session.console;

    if (session.options.json) {
        nlohmann::json document{{"library", displayText(file)},
                                {"clips", totals.clips},
                                {"failed", totals.failed},
                                {"hours", totals.hours},
                                {"bytes", bytesOf(file)},
                                {"read_only", orNull(view.readOnlyReason())},
                                {"default_model", chosen ? nlohmann::json(displayText(*chosen)) : nlohmann::json()},
                                {"roots", nlohmann::json::array()},
                                {"models", nlohmann::json::array()},
                                {"failures", nlohmann::json::array()}};
        for (const auto& root : roots)
            document["roots"].push_back({{"path", displayText(root.path)},
                                         {"online", root.state == library::RootState::Online},
                                         {"clips", root.clips}});
        for (const auto& set : models)
            document["models"].push_back({{"id", set.modelId},
                                          {"name", set.name},
                                          {"dim", set.dim},
                                          {"probabilistic", set.probabilistic},
                                          {"created", set.createdAtMs},
                                          {"clips", set.clips},
                                          {"windows", set.windows},
                                          {"bytes", set.bytes}});
        for (const auto& failure : failures)
            document["failures"].push_back(
                {{"path", displayText(failure.path)}, {"reason", validUtf8(failure.reason)}});
        console.printJson(document);
        return kDone;
    }

    console.print(fmt::format("{}: {} clips, {:.1f} hours of sound, {} on the disk", pathLine(file), totals.clips,
                              totals.hours, fetch::byteText(static_cast<std::int64_t>(bytesOf(file)))));
    if (!view.readOnlyReason().empty())
        console.print(oneLine(view.readOnlyReason()));
    Table table({{""}, {""}, {""}});
    for (const auto& root : roots)
        table.add({root.state == library::RootState::Online ? "folder" : "folder, offline", pathLine(root.path),
                   fmt::format("{} clips", root.clips)});
    for (const auto& set : models)
        table.add({"model", fmt::format("{} ({})", oneLine(set.name), set.modelId.substr(0, 12)),
                   fmt::format("{} clips, {} windows of {} dimensions, {}", set.clips, set.windows, set.dim,
                               fetch::byteText(set.bytes))});
    if (chosen)
        table.add({"default model", pathLine(*chosen), ""});
    for (const auto& failure : failures)
        table.add({"unreadable", pathLine(failure.path), oneLine(failure.reason)});
    for (const std::string& line : table.lines())
        console.print(line);
    return kDone;
}

const char* kindName(db::Finding::Kind kind)
{
    switch (kind) {
    case db::Finding::Kind::Damage:
        return "damage";
    case db::Finding::Kind::ForeignKey:
        return "foreign_key";
    case db::Finding::Kind::OrphanVector:
        return "orphan_vector";
    case db::Finding::Kind::VectorSize:
        return "vector_size";
    case db::Finding::Kind::WindowTime:
        return "window_time";
    case db::Finding::Kind::NotEmbedded:
        return "not_embedded";
    case db::Finding::Kind::WordIndex:
        return "word_index";
    case db::Finding::Kind::Waveform:
        return "waveform";
    }
    return "damage";
}

int runCheck(Session& session)
{
    const Path file = session.existingLibrary();
    db::Catalogue catalogue(file, reading());
    Console& console = session.console;
    const db::CheckReport report = db::check(catalogue, session.interrupt.token(), [&](const Progress& progress) {
        console.progress(
            fmt::format("Checking {} of {}  {}", progress.done, progress.total, oneLine(progress.current)));
    });
    console.endProgress();
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    if (session.options.json) {
        auto findings = nlohmann::json::array();
        for (const db::Finding& finding : report.findings)
            findings.push_back(
                {{"kind", kindName(finding.kind)}, {"sentence", validUtf8(finding.sentence)}, {"rows", finding.rows}});
        console.printJson(nlohmann::json{
            {"library", displayText(file)}, {"ok", report.findings.empty()}, {"findings", std::move(findings)}});
    } else {
        for (const db::Finding& finding : report.findings)
            console.print(oneLine(finding.sentence));
        if (report.findings.empty())
            console.print(pathLine(file) + ": everything is as it should be.");
    }
    return report.findings.empty() ? kDone : kBadInput;
}

} // namespace

void addLibrary(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("library", "Tell what a library holds, check it, or take care of it");
    command->require_subcommand(1);
    auto* info = command->add_subcommand("info", "Folders, models, clips, and the files that could not be read");
    info->footer(examples({"prolap library info", "prolap library info --library film.db --json | jq .roots"}));
    setUpCommand(*info, invocation, runInfo);
    auto* check = command->add_subcommand("check", "Look for damage, orphans and vectors of the wrong size; changes "
                                                   "nothing");
    check->footer(examples({"prolap library check", "prolap library check --library film.db || echo look into it"}) +
                  "\n\nThe exit code is 2 when something is not as it should be.");
    setUpCommand(*check, invocation, runCheck);
    addLibraryCare(*command, invocation);
}

} // namespace prolap::app
