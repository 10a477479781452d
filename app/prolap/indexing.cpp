#include "app/prolap/indexing.h"

#include <fmt/format.h>

#include "app/prolap/json_values.h"
#include "app/prolap/text.h"
#include "core/progress.h"

namespace prolap::app {

namespace {

using library::IndexFailure;
using library::IndexProgress;
using library::IndexReport;

constexpr std::chrono::milliseconds kBetweenEvents(500);

nlohmann::json event(const IndexProgress& progress)
{
    constexpr const char* kStages[] = {"scanning", "listening", "finishing"};
    return {{"event", "progress"},
            {"stage", kStages[static_cast<int>(progress.stage)]},
            {"files_done", progress.filesDone},
            {"files_total", progress.filesTotal},
            {"audio_seconds", progress.audioSeconds},
            {"rate", progress.rate},
            {"eta_seconds", progress.etaSeconds < 0 ? nlohmann::json() : nlohmann::json(progress.etaSeconds)},
            {"current", displayText(progress.current)}};
}

nlohmann::json event(const IndexFailure& failure)
{
    return {{"event", "error"}, {"path", displayText(failure.path)}, {"reason", validUtf8(failure.reason)}};
}

nlohmann::json event(const IndexReport& report)
{
    return {{"event", "done"},
            {"indexed", report.indexed},
            {"unchanged", report.unchanged},
            {"moved", report.moved},
            {"missing", report.missing},
            {"failed", report.failed},
            {"windows", report.windows},
            {"audio_seconds", report.audioSeconds},
            {"seconds", report.seconds},
            {"interrupted", report.outcome == Outcome::Cancelled}};
}

std::string line(const IndexProgress& progress)
{
    switch (progress.stage) {
    case IndexProgress::Stage::Scanning:
        return fmt::format("Scanning: {} files so far", progress.filesDone);
    case IndexProgress::Stage::Finishing:
        return "Finishing";
    case IndexProgress::Stage::Listening:
        break;
    }
    constexpr int kBarWidth = 24;
    const double share = progress.filesTotal > 0
                             ? static_cast<double>(progress.filesDone) / static_cast<double>(progress.filesTotal)
                             : 0;
    const int filled = static_cast<int>(share * kBarWidth);
    std::string text =
        fmt::format("[{}{}] {} of {} files, {} of sound", std::string(static_cast<std::size_t>(filled), '#'),
                    std::string(static_cast<std::size_t>(kBarWidth - filled), '.'), progress.filesDone,
                    progress.filesTotal, clockText(progress.audioSeconds));
    if (progress.rate > 0)
        text += fmt::format(", {:.0f} x real time", progress.rate);
    if (progress.etaSeconds >= 0)
        text += ", " + clockText(progress.etaSeconds) + " left";
    return text + "  " + pathLine(progress.current.filename());
}

std::string summary(const IndexReport& report)
{
    std::string text = fmt::format("{} {} clips ({} of sound) in {}",
                                   report.outcome == Outcome::Done ? "Listened to" : "Interrupted after",
                                   report.indexed, clockText(report.audioSeconds), clockText(report.seconds));
    if (report.seconds > 0 && report.audioSeconds > 0)
        text += fmt::format(", {:.0f} x real time", report.audioSeconds / report.seconds);
    const std::pair<std::int64_t, const char*> others[] = {{report.unchanged, "unchanged"},
                                                           {report.moved, "moved"},
                                                           {report.missing, "missing"},
                                                           {report.failed, "unreadable"}};
    for (const auto& [count, what] : others) {
        if (count > 0)
            text += fmt::format("; {} {}", count, what);
    }
    return text + '.';
}

/// A mistyped folder makes no library. One that an existing library knows may be away for now.
void requireFolders(const std::vector<Path>& folders)
{
    for (const Path& folder : folders) {
        std::error_code unreadable;
        const auto status = std::filesystem::status(folder, unreadable);
        if (status.type() == std::filesystem::file_type::not_found)
            throw Error(ErrorKind::NotFound, fmt::format("There is no folder {}.", displayText(folder)));
        if (!unreadable && !std::filesystem::is_directory(status))
            throw Error(ErrorKind::BadInput,
                        fmt::format("{} is not a folder; name the folders that hold the sounds.", displayText(folder)));
    }
}

} // namespace

IndexReport indexAndTell(Session& session, const Path& catalogue, const model::Embedder& embedder,
                         const std::vector<Path>& folders)
{
    Console& console = session.console;
    const bool json = session.options.json;
    library::IndexOptions options;
    if (std::error_code unreadable; !std::filesystem::exists(catalogue, unreadable))
        requireFolders(folders);
    options.folders = folders;
    options.decodeThreads = session.options.threads;

    ProgressThrottle throttle(kBetweenEvents);
    library::IndexCallbacks callbacks;
    if (!json)
        callbacks.progress = [&](const IndexProgress& progress) { console.progress(line(progress)); };
    else if (!session.options.quiet)
        callbacks.progress = [&](const IndexProgress& progress) {
            const bool last = progress.filesTotal > 0 && progress.filesDone == progress.filesTotal;
            if (throttle.due() || last)
                console.printJson(event(progress));
        };
    callbacks.failure = [&](const IndexFailure& failure) {
        if (json)
            console.printJson(event(failure));
        else
            console.complain(displayText(failure.path) + ": " + failure.reason);
    };

    RunControl control(session.interrupt.token());
    const IndexReport report = library::indexFolders(catalogue, embedder, options, control, callbacks);
    console.endProgress();
    if (json)
        console.printJson(event(report));
    else
        console.note(summary(report));
    return report;
}

int exitCode(const IndexReport& report)
{
    if (report.outcome == Outcome::Cancelled)
        return kInterrupted;
    return report.failed > 0 || !report.failures.empty() ? kPartlyDone : kDone;
}

} // namespace prolap::app
