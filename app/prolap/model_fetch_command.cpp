#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/prolap/commands.h"
#include "app/prolap/text.h"
#include "core/error.h"
#include "core/fetch/free_space.h"
#include "core/fetch/model_fetch.h"
#include "core/progress.h"

namespace prolap::app {

namespace {

using fetch::FetchedFile;
using fetch::ModelFetchProgress;
using fetch::ModelFetchReport;
using fetch::Presence;
using fetch::PublishedModel;
using fetch::VerifiedBy;

constexpr std::chrono::milliseconds kBetweenEvents(500);

struct FetchOptions {
    std::string name, out, server;
    bool list = false;
    bool unverified = false;
};

const char* presenceName(Presence presence)
{
    return presence == Presence::Complete ? "complete" : presence == Presence::Partly ? "partly" : "no";
}

const char* verifiedName(VerifiedBy by)
{
    switch (by) {
    case VerifiedBy::Pinned:
        return "pinned_sha256";
    case VerifiedBy::AnnouncedSha256:
        return "announced_sha256";
    case VerifiedBy::AnnouncedGitId:
        return "announced_git_id";
    case VerifiedBy::Earlier:
        return "sha256sums";
    case VerifiedBy::Nothing:
        break;
    }
    return "nothing";
}

const char* stageName(ModelFetchProgress::Stage stage)
{
    constexpr const char* kStages[] = {"checking", "downloading", "verifying"};
    return kStages[static_cast<int>(stage)];
}

/// As it can be pasted into a shell.
std::string shellText(const Path& path)
{
    const std::string text = pathLine(path);
    if (text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./+,:@") == text.npos)
        return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}

nlohmann::json event(const ModelFetchProgress& progress)
{
    return {{"event", "progress"},
            {"stage", stageName(progress.stage)},
            {"file", progress.file},
            {"files_done", progress.filesDone},
            {"files_total", progress.filesTotal},
            {"bytes_done", progress.bytes},
            {"bytes_total", progress.bytesTotal},
            {"file_bytes_done", progress.fileBytes},
            {"file_bytes_total", progress.fileBytesTotal},
            {"rate", progress.rate},
            {"eta_seconds", progress.secondsLeft < 0 ? nlohmann::json() : nlohmann::json(progress.secondsLeft)}};
}

nlohmann::json event(const FetchedFile& file)
{
    return {{"event", "file"},       {"file", file.name},          {"bytes", file.bytes},
            {"sha256", file.sha256}, {"was_there", file.wasThere}, {"verified_by", verifiedName(file.verified)}};
}

nlohmann::json event(const PublishedModel& model, const ModelFetchReport& report)
{
    return {{"event", "done"},
            {"model", model.name},
            {"path", displayText(report.folder)},
            {"licence", model.licence},
            {"files", report.files.size()},
            {"bytes_received", report.received},
            {"seconds", report.seconds},
            {"interrupted", report.outcome == Outcome::Cancelled}};
}

std::string line(const ModelFetchProgress& progress)
{
    if (progress.stage == ModelFetchProgress::Stage::Checking)
        return "Checking what is here: " + progress.file;
    constexpr int kBarWidth = 24;
    const double share =
        progress.bytesTotal > 0 ? static_cast<double>(progress.bytes) / static_cast<double>(progress.bytesTotal) : 0;
    const auto filled = static_cast<std::size_t>(std::min(1.0, share) * kBarWidth);
    std::string text = fmt::format("[{}{}] {} of {}", std::string(filled, '#'), std::string(kBarWidth - filled, '.'),
                                   fetch::byteText(progress.bytes), fetch::byteText(progress.bytesTotal));
    if (progress.rate > 0)
        text += fmt::format(", {:.1f} MB/s", progress.rate / 1e6);
    if (progress.secondsLeft >= 0)
        text += ", " + clockText(progress.secondsLeft) + " left";
    const bool verifying = progress.stage == ModelFetchProgress::Stage::Verifying;
    return text + "  " + progress.file + (verifying ? ", being verified" : "");
}

int listModels(Session& session)
{
    const fetch::PublishedModels& published = fetch::publishedModels();
    if (session.options.json) {
        auto models = nlohmann::json::array();
        for (const PublishedModel& model : published.models) {
            auto files = nlohmann::json::array();
            for (const fetch::PublishedFile& file : model.files)
                files.push_back({{"name", file.name},
                                 {"url", fetch::fileUrl(published.server, file)},
                                 {"bytes", file.bytes},
                                 {"sha256", file.sha256.empty() ? nlohmann::json() : nlohmann::json(file.sha256)}});
            const Path folder = fetch::userModelsFolder() / model.name;
            models.push_back({{"name", model.name},
                              {"title", model.title},
                              {"bytes", model.bytes()},
                              {"licence", model.licence},
                              {"page", model.page},
                              {"notes", model.notes},
                              {"path", displayText(folder)},
                              {"here", presenceName(fetch::presenceOf(model, folder))},
                              {"files", std::move(files)}});
        }
        session.console.printJson({{"models", std::move(models)}});
        return kDone;
    }
    Table table({{"name"}, {"size", Table::Align::Right}, {"here"}, {"licence"}, {"what it is"}});
    for (const PublishedModel& model : published.models)
        table.add({model.name, fetch::byteText(model.bytes()),
                   presenceName(fetch::presenceOf(model, fetch::userModelsFolder() / model.name)),
                   model.licence.substr(0, model.licence.find(',')), model.title});
    for (const std::string& each : table.lines())
        session.console.print(each);
    return kDone;
}

void introduce(Session& session, const PublishedModel& model, const Path& folder)
{
    if (session.options.json) {
        session.console.printJson({{"event", "start"},
                                   {"model", model.name},
                                   {"title", model.title},
                                   {"licence", model.licence},
                                   {"page", model.page},
                                   {"path", displayText(folder)},
                                   {"bytes_total", model.bytes()}});
        return;
    }
    session.console.note(fmt::format("{}: {} from {}", model.title, fetch::byteText(model.bytes()), model.page));
    session.console.note("Licence: " + model.licence + ".");
    session.console.note(fmt::format("Into {}", pathLine(folder)));
}

fetch::ModelFetchCallbacks tellers(Session& session, ProgressThrottle& throttle)
{
    Console& console = session.console;
    const bool json = session.options.json;
    fetch::ModelFetchCallbacks callbacks;
    if (!json)
        callbacks.progress = [&](const ModelFetchProgress& progress) { console.progress(line(progress)); };
    else if (!session.options.quiet)
        callbacks.progress = [&](const ModelFetchProgress& progress) {
            if (throttle.due() || progress.filesDone == progress.filesTotal)
                console.printJson(event(progress));
        };
    callbacks.file = [&console, json](const FetchedFile& file) {
        if (json)
            console.printJson(event(file));
        if (file.verified == VerifiedBy::Nothing)
            console.note(fmt::format("{} could not be verified: nobody says what its hash should be.", file.name));
    };
    callbacks.retry = [&console, json](const std::string& why, std::chrono::milliseconds wait) {
        const double seconds = std::chrono::duration<double>(wait).count();
        if (json)
            console.printJson({{"event", "retry"}, {"reason", why}, {"wait_seconds", seconds}});
        else
            console.note(fmt::format("Trying again in {:g} s: {}.", seconds, why));
    };
    return callbacks;
}

void tellHowToUse(Session& session, const ModelFetchReport& report)
{
    const std::string path = shellText(report.folder);
    session.console.note(report.received > 0 ? fmt::format("Complete: {} in {}.", fetch::byteText(report.received),
                                                           clockText(report.seconds))
                                             : "Complete: all of it was here already.");
    session.console.note("Listen to the library with it, then search:");
    session.console.print(fmt::format("prolap index --model {}", path));
    session.console.print(fmt::format("prolap search --model {} \"rain on a roof\"", path));
}

void tellTheWayByHand(Session& session, const PublishedModel& model, const Path& folder)
{
    for (const std::string& step : fetch::manualSteps(model, folder))
        session.console.note(step);
}

int runFetch(Session& session, const FetchOptions& options)
{
    const PublishedModel& model = fetch::publishedModels().find(options.name);
    fetch::ModelFetchOptions how;
    how.folder = options.out.empty() ? fetch::userModelsFolder() / model.name
                                     : std::filesystem::absolute(options.out).lexically_normal();
    how.server = options.server;
    how.allowUnverified = options.unverified;
    introduce(session, model, how.folder);

    ProgressThrottle throttle(kBetweenEvents);
    RunControl control(session.interrupt.token());
    try {
        const ModelFetchReport report = fetch::fetchModel(model, how, control, tellers(session, throttle));
        session.console.endProgress();
        if (session.options.json)
            session.console.printJson(event(model, report));
        if (report.outcome == Outcome::Cancelled) {
            session.console.note("Interrupted; the same command goes on from here.");
            return kInterrupted;
        }
        if (!session.options.json)
            tellHowToUse(session, report);
        return kDone;
    } catch (const Error& error) {
        if (session.options.json)
            session.console.printJson(
                {{"event", "error"}, {"path", displayText(how.folder)}, {"reason", validUtf8(error.what())}});
        session.console.complain(error.what());
        if (error.kind() == ErrorKind::Unreachable)
            tellTheWayByHand(session, model, how.folder);
        return kBadInput;
    }
}

} // namespace

void addModelFetch(CLI::App& parent, Invocation& invocation)
{
    auto* command = parent.add_subcommand("fetch", "Download a published CLAP checkpoint");
    auto options = std::make_shared<FetchOptions>();
    command->add_option("NAME", options->name, "Which one");
    command->add_flag("--list", options->list, "Only tell which there are, and which are here");
    command
        ->add_option("--out", options->out, "Folder for the model's files (default: models/NAME in your data folder)")
        ->type_name("DIR");
    command->add_flag("--unverified", options->unverified,
                      "Also take a file of which nobody says what its hash should be");
    command
        ->add_option("--base-url", options->server, "A mirror with the same paths, instead of https://huggingface.co")
        ->type_name("URL")
        ->check([](const std::string& url) {
            return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0
                       ? std::string()
                       : "begins with https:// or http://, unlike " + url;
        });
    command->parse_complete_callback([options] {
        if (options->list == !options->name.empty())
            throw CLI::RequiredError("either NAME or --list");
    });
    command->footer(
        examples({"prolap model fetch --list                         # which there are, sizes, licences",
                  "prolap model fetch clap-htsat-unfused             # into your data folder",
                  "prolap model fetch msclap-2023 --out /mnt/models/msclap",
                  "prolap model fetch larger_clap_music --json | jq .event"}) +
        "\n\nThis is the only command that uses the network. Ctrl+C stops it; the same command goes on where "
        "it stopped.\nProxies are those of the environment (https_proxy, no_proxy).");
    setUpCommand(*command, invocation, [options](Session& session) {
        return options->list ? listModels(session) : runFetch(session, *options);
    });
}

} // namespace prolap::app
