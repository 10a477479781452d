#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"
#include "core/train/data/data_source.h"

namespace prolap::train {

/// Where a fine-tuning run stands.
enum class RunState {
    Queued,  ///< waits for its turn, or for somebody to start it
    Running, ///< a process works on it
    Paused,  ///< goes on when resumed: asked to, out of disk, or its process was killed
    Stopped, ///< ended by its user, nothing to use
    Done,    ///< its pack is there
    Failed,  ///< RunStatus::sentence says why
};

/// `queued`, `running`, `paused`, `stopped`, `done`, `failed`.
const char* nameOf(RunState state);
std::optional<RunState> runStateFrom(const std::string& name);

/// What a run was asked to do; written once.
struct RunSettings {
    std::string name;
    Path basePack;
    std::string preset;    ///< `heads`, `last-blocks`, `everything`, `custom`
    nlohmann::json recipe; ///< all fields of a train::Recipe
    DataSource data;       ///< where the clips came from; the run trains on its own list of them
    std::string dataText;  ///< the same, to show: `tag:rain`, `sounds.csv`
    DataSource control;    ///< what must not be forgotten; place() empty: nothing
    Path out;              ///< the pack is copied there when done; empty: it stays in the run
    int patience = 0;      ///< validations without a better one after which it ends; 0: never
    double keepBase =
        .5; ///< share of the base in the weights of the pack, against forgetting; 0: what was learned alone
    std::string device = "auto";
    int threads = 0;
    std::int64_t created = 0; ///< seconds since 1970

    nlohmann::json toJson() const;
    static RunSettings fromJson(const nlohmann::json& json);
};

/// How far it is; written by its process, about twice a second.
struct RunStatus {
    RunState state = RunState::Queued;
    std::string stage;    ///< `waiting`, `before`, `reading`, `encoding`, `training`, `validating`, `writing`, `after`
    std::string sentence; ///< why it failed or paused, or what is worth knowing; empty: nothing
    std::int64_t done = 0, total = 0;
    int epoch = 0, epochs = 0;
    double secondsLeft = -1; ///< negative while it is not known
    double seconds = 0;      ///< that its processes worked on it, all together
    int bestEpoch = 0;
    std::optional<double> best; ///< the recipe's validation metric, of the best epoch
    std::string metric;         ///< its name
    bool stoppedEarly = false;  ///< by patience or by its user, the best weights kept
    std::int64_t updated = 0;   ///< seconds since 1970

    nlohmann::json toJson() const;
    static RunStatus fromJson(const nlohmann::json& json);
};

/// What its user writes about it, at any time.
struct RunNotes {
    std::string name; ///< in place of RunSettings::name; empty: that one
    std::string text;
    std::vector<std::string> tags;
};

struct Run {
    std::string id;
    Path folder;
    RunSettings settings;
    RunStatus status;
    RunNotes notes;
    int pid = 0;              ///< of the process that works on it, 0: none
    bool interrupted = false; ///< its process ended without a word: paused

    const std::string& name() const { return notes.name.empty() ? settings.name : notes.name; }
    bool alive() const { return pid != 0; }
    /// Whether resuming it makes sense.
    bool resumable() const;

    Path dataFile() const { return folder / "data.csv"; }      ///< its clips with captions, splits and groups
    Path checksFile() const { return folder / "checks.json"; } ///< what is worth knowing of them
    Path recipeFile() const { return folder / "recipe.json"; }
    Path workDir() const { return folder / "training"; } ///< checkpoint, metrics.jsonl
    Path metricsFile() const { return workDir() / "metrics.jsonl"; }
    Path samplesFile() const { return folder / "samples.json"; } ///< captions and what they now find
    Path beforeFile() const { return folder / "before.json"; }
    Path comparisonFile() const { return folder / "comparison.json"; }
    Path mixesFile() const { return folder / "mixes.json"; } ///< figures of mixtures, see mix_curve.h
    Path tuned() const { return folder / "tuned"; }          ///< as training left it, before the base is mixed in
    Path pack() const { return folder / "pack"; }
};

/// What a run's process shall do next.
enum class RunRequest {
    Pause,    ///< write a checkpoint and end
    Stop,     ///< end without a pack
    KeepBest, ///< end with the best weights so far
};

/// Fine-tuning runs, a folder each, that survive whatever happens to the processes that work on them. A run is written
/// by one process, which holds its lock; any other may read it meanwhile, ask things of it and write notes.
///
///     RunStore store;
///     const Run run = store.create(settings);
///     for (const Run& each : store.list())
///         show(each);
class RunStore {
public:
    /// folder: empty: `runs` in the user's data folder.
    explicit RunStore(Path folder = {});

    const Path& folder() const { return m_folder; }

    /// All runs, the oldest first; folders that hold none are left out.
    std::vector<Run> list() const;
    /// Errors: Error(NotFound) with the ids that there are.
    Run read(const std::string& id) const;

    /// Runs that start from this pack, or go on from what it was, the oldest first.
    std::vector<Run> startedFrom(const Path& pack) const;

    /// A new run in the state Queued. Errors: Error(DiskFull, ReadOnly, Permission).
    Run create(const RunSettings& settings) const;
    /// By the process that holds its lock, or when none does.
    void setStatus(const Run& run, const RunStatus& status) const;
    void setNotes(const Run& run, const RunNotes& notes) const;

    /// Asks the process that works on it, which answers by the run's state. Where none does, the state is changed here;
    /// KeepBest then waits for the run to be resumed.
    void request(const Run& run, RunRequest request) const;
    /// The newest request, which then is gone.
    std::optional<RunRequest> takeRequest(const Run& run) const;

    /// Removes a run with all that is in it. Errors: Error(Busy) while a process works on it.
    void remove(const Run& run) const;

    Path lockFile(const Run& run) const { return run.folder / "lock"; }
    /// Held by the one run that trains; others wait.
    Path turnFile() const { return m_folder / "turn"; }

private:
    std::optional<Run> tryRead(const Path& folder) const;

    Path m_folder;
};

} // namespace prolap::train
