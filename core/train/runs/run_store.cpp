#include "core/train/runs/run_store.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/runs/run_files.h"
#include "core/train/runs/run_lock.h"

namespace prolap::train {

namespace {

using nlohmann::json;

constexpr std::array<std::pair<RunState, const char*>, 6> kStates{{{RunState::Queued, "queued"},
                                                                   {RunState::Running, "running"},
                                                                   {RunState::Paused, "paused"},
                                                                   {RunState::Stopped, "stopped"},
                                                                   {RunState::Done, "done"},
                                                                   {RunState::Failed, "failed"}}};
constexpr std::array<std::pair<RunRequest, const char*>, 3> kRequests{
    {{RunRequest::Pause, "pause"}, {RunRequest::Stop, "stop"}, {RunRequest::KeepBest, "keep-best"}}};

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Of a file that others may have written by hand: what is of another type counts as absent.
template <typename Value> Value get(const json& object, const char* name, Value fallback)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || found == object.end())
        return fallback;
    try {
        return found->template get<Value>();
    } catch (const json::exception&) {
        return fallback;
    }
}

Path getPath(const json& object, const char* name)
{
    return object.is_object() && object.contains(name) ? pathFromJson(object[name]) : Path();
}

json sourceJson(const DataSource& source)
{
    return {{"manifest", toJson(source.manifest)},
            {"audio", toJson(source.audio)},
            {"library", toJson(source.library)},
            {"query", validUtf8(source.query)}};
}

DataSource sourceFrom(const json& object)
{
    DataSource source;
    source.manifest = getPath(object, "manifest");
    source.audio = getPath(object, "audio");
    source.library = getPath(object, "library");
    source.query = get<std::string>(object, "query", {});
    return source;
}

std::string today()
{
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    localtime_r(&time, &parts);
    return fmt::format("{:04}{:02}{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

/// Numbers in ids count as numbers: 20260101-10 comes after 20260101-9.
bool before(const Run& a, const Run& b)
{
    return std::pair(a.id.size(), a.id) < std::pair(b.id.size(), b.id);
}

} // namespace

const char* nameOf(RunState state)
{
    for (const auto& [each, name] : kStates) {
        if (each == state)
            return name;
    }
    return "";
}

std::optional<RunState> runStateFrom(const std::string& name)
{
    for (const auto& [state, each] : kStates) {
        if (each == name)
            return state;
    }
    return std::nullopt;
}

json RunSettings::toJson() const
{
    return {{"name", validUtf8(name)},
            {"base", train::toJson(basePack)},
            {"preset", preset},
            {"recipe", recipe},
            {"data", sourceJson(data)},
            {"data_text", validUtf8(dataText)},
            {"control", sourceJson(control)},
            {"out", train::toJson(out)},
            {"patience", patience},
            {"keep_base", keepBase},
            {"device", device},
            {"threads", threads},
            {"created", created}};
}

RunSettings RunSettings::fromJson(const json& object)
{
    RunSettings settings;
    settings.name = get<std::string>(object, "name", {});
    settings.basePack = getPath(object, "base");
    settings.preset = get<std::string>(object, "preset", "custom");
    settings.recipe = get<json>(object, "recipe", json::object());
    settings.data = sourceFrom(get<json>(object, "data", {}));
    settings.dataText = get<std::string>(object, "data_text", {});
    settings.control = sourceFrom(get<json>(object, "control", {}));
    settings.out = getPath(object, "out");
    settings.patience = get(object, "patience", 0);
    settings.keepBase = get(object, "keep_base", 0.);
    settings.device = get<std::string>(object, "device", "auto");
    settings.threads = get(object, "threads", 0);
    settings.created = get<std::int64_t>(object, "created", 0);
    return settings;
}

json RunStatus::toJson() const
{
    return {{"state", nameOf(state)},
            {"stage", stage},
            {"sentence", validUtf8(sentence)},
            {"done", done},
            {"total", total},
            {"epoch", epoch},
            {"epochs", epochs},
            {"eta_seconds", secondsLeft < 0 ? json() : json(secondsLeft)},
            {"seconds", seconds},
            {"best_epoch", bestEpoch},
            {"best", best ? json(*best) : json()},
            {"metric", metric},
            {"stopped_early", stoppedEarly},
            {"updated", updated}};
}

RunStatus RunStatus::fromJson(const json& object)
{
    RunStatus status;
    status.state = runStateFrom(get<std::string>(object, "state", "queued")).value_or(RunState::Queued);
    status.stage = get<std::string>(object, "stage", {});
    status.sentence = get<std::string>(object, "sentence", {});
    status.done = get<std::int64_t>(object, "done", 0);
    status.total = get<std::int64_t>(object, "total", 0);
    status.epoch = get(object, "epoch", 0);
    status.epochs = get(object, "epochs", 0);
    status.secondsLeft = get(object, "eta_seconds", -1.0);
    status.seconds = get(object, "seconds", 0.0);
    status.bestEpoch = get(object, "best_epoch", 0);
    if (object.is_object() && object.contains("best") && object["best"].is_number())
        status.best = object["best"].get<double>();
    status.metric = get<std::string>(object, "metric", {});
    status.stoppedEarly = get(object, "stopped_early", false);
    status.updated = get<std::int64_t>(object, "updated", 0);
    return status;
}

bool Run::resumable() const
{
    return !alive() &&
           (status.state == RunState::Queued || status.state == RunState::Paused || status.state == RunState::Failed);
}

RunStore::RunStore(Path folder) : m_folder(folder.empty() ? userDataDir() / "runs" : std::move(folder)) {}

std::optional<Run> RunStore::tryRead(const Path& folder) const
{
    const auto settings = readJson(folder / "settings.json");
    if (!settings)
        return std::nullopt;
    Run run;
    run.id = displayText(folder.filename());
    run.folder = folder;
    run.settings = RunSettings::fromJson(*settings);
    // The lock before the status: a process that ends between the two has written its last word.
    run.pid = RunLock::holder(lockFile(run));
    run.status = RunStatus::fromJson(readJson(folder / "status.json").value_or(json::object()));
    if (run.status.state == RunState::Running && !run.alive()) {
        run.status.state = RunState::Paused;
        run.status.secondsLeft = -1;
        run.status.sentence = "Its process ended unexpectedly; resume it to go on from the last checkpoint.";
        run.interrupted = true;
    }
    const json notes = readJson(folder / "notes.json").value_or(json::object());
    run.notes.name = get<std::string>(notes, "name", {});
    run.notes.text = get<std::string>(notes, "text", {});
    run.notes.tags = get<std::vector<std::string>>(notes, "tags", {});
    return run;
}

std::vector<Run> RunStore::list() const
{
    std::vector<Run> runs;
    std::error_code error;
    for (std::filesystem::directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error)) {
        if (auto run = tryRead(at->path()))
            runs.push_back(std::move(*run));
    }
    std::sort(runs.begin(), runs.end(), before);
    return runs;
}

std::vector<Run> RunStore::startedFrom(const Path& pack) const
{
    std::vector<Run> runs = list();
    std::erase_if(runs, [&](const Run& run) {
        std::error_code error;
        return run.settings.basePack.lexically_normal() != pack.lexically_normal() &&
               !std::filesystem::equivalent(run.settings.basePack, pack, error);
    });
    return runs;
}

Run RunStore::read(const std::string& id) const
{
    const bool plain = !id.empty() && id.find('/') == std::string::npos && id != "." && id != "..";
    if (plain) {
        if (auto run = tryRead(m_folder / id))
            return std::move(*run);
    }
    std::string ids;
    for (const Run& run : list())
        ids += (ids.empty() ? "" : ", ") + run.id;
    throw Error(ErrorKind::NotFound, fmt::format("There is no run {}; {}", validUtf8(id),
                                                 ids.empty() ? "there are none yet." : "there are " + ids + "."));
}

Run RunStore::create(const RunSettings& settings) const
{
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    const std::string day = today();
    Run run;
    for (int number = 1;; ++number) {
        run.id = fmt::format("{}-{}", day, number);
        run.folder = m_folder / run.id;
        if (std::filesystem::create_directory(run.folder, error))
            break; // no other process gets the same
        if (error)
            throw Error(error == std::errc::no_space_on_device      ? ErrorKind::DiskFull
                        : error == std::errc::read_only_file_system ? ErrorKind::ReadOnly
                                                                    : ErrorKind::Permission,
                        fmt::format("Cannot make the folder {}: {}.", displayText(run.folder), error.message()));
    }
    run.settings = settings;
    run.settings.created = now();
    try {
        setStatus(run, run.status);
        writeJson(run.recipeFile(), settings.recipe);
        writeJson(run.folder / "settings.json", run.settings.toJson()); // last: now it is a run
    } catch (...) {
        std::filesystem::remove_all(run.folder, error);
        throw;
    }
    return run;
}

void RunStore::setStatus(const Run& run, const RunStatus& status) const
{
    RunStatus stamped = status;
    stamped.updated = now();
    writeJson(run.folder / "status.json", stamped.toJson());
}

void RunStore::setNotes(const Run& run, const RunNotes& notes) const
{
    writeJson(run.folder / "notes.json", {{"name", notes.name}, {"text", notes.text}, {"tags", notes.tags}});
}

void RunStore::request(const Run& run, RunRequest request) const
{
    const Run current = read(run.id);
    if (!current.alive() && request != RunRequest::KeepBest) {
        if (!current.resumable())
            return;
        RunStatus status = current.status;
        status.state = request == RunRequest::Stop ? RunState::Stopped : RunState::Paused;
        status.secondsLeft = -1;
        return setStatus(current, status);
    }
    for (const auto& [each, name] : kRequests) {
        if (each == request)
            writeWhole(current.folder / "request", name);
    }
}

std::optional<RunRequest> RunStore::takeRequest(const Run& run) const
{
    const Path file = run.folder / "request";
    std::ifstream in(file);
    if (!in)
        return std::nullopt;
    std::string word;
    in >> word;
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    for (const auto& [request, name] : kRequests) {
        if (word == name)
            return request;
    }
    return std::nullopt;
}

void RunStore::remove(const Run& run) const
{
    {
        const auto lock = RunLock::tryTake(lockFile(run));
        if (!lock)
            throw Error(ErrorKind::Busy, fmt::format("The run {} is at work; stop it before it is removed.", run.id));
        std::error_code error;
        std::filesystem::remove(run.folder / "settings.json", error); // first: now it is none
        std::filesystem::remove_all(run.folder, error);
        if (error)
            throw Error(ErrorKind::Permission,
                        fmt::format("{} cannot be removed: {}.", displayText(run.folder), error.message()));
    }
}

} // namespace prolap::train
