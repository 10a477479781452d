#include "core/train/runs/fine_tuning.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/runs/comparison.h"
#include "core/train/runs/mixing.h"
#include "core/train/runs/run_files.h"
#include "core/train/runs/run_lock.h"
#include "core/train/runs/run_metrics.h"
#include "core/train/training_run.h"

namespace prolap::train {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBetweenStatuses = std::chrono::milliseconds(500);
constexpr auto kBetweenQuestions = std::chrono::milliseconds(200);
constexpr int kSmallestBatch = 4;
constexpr std::uint64_t kBootstrapSeed = 1;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// torch says it in words only, whatever the device.
bool isOutOfMemory(const Error& error)
{
    const std::string text = error.what();
    return error.kind() == ErrorKind::OutOfMemory || text.find("out of memory") != std::string::npos ||
           text.find("not enough memory") != std::string::npos ||
           text.find("can't allocate memory") != std::string::npos;
}

/// Thrown and caught here: the run shall end as it is asked to.
struct Asked {
    RunState state;
};

nlohmann::json comparisonJson(const std::vector<std::pair<std::string, std::pair<Measured, Measured>>>& groups)
{
    auto list = nlohmann::json::array();
    for (const auto& [name, models] : groups) {
        const auto& [before, after] = models;
        if (before.clips == 0)
            continue;
        auto figures = nlohmann::json::array();
        for (const ChangedFigure& figure : compared(before, after, kBootstrapSeed))
            figures.push_back({{"name", figure.name},
                               {"before", figure.before},
                               {"after", figure.after},
                               {"change", figure.change()},
                               {"low", figure.low},
                               {"high", figure.high}});
        auto clips = nlohmann::json::array();
        for (const ChangedClip& clip : changedClips(before, after))
            clips.push_back({{"path", validUtf8(clip.path)},
                             {"label", clip.label},
                             {"before", clip.before},
                             {"after", clip.after},
                             {"won", clip.won()}});
        list.push_back({{"name", name}, {"clips", before.clips}, {"figures", figures}, {"changed", clips}});
    }
    return {{"groups", list}, {"interval", .95}};
}

/// One process's work on one run.
class Work {
public:
    Work(const RunStore& store, Run run, const WorkOptions& options, RunControl& control,
         const std::function<void(const Run&)>& changed)
        : m_store(store),
          m_run(std::move(run)),
          m_options(options),
          m_control(control),
          m_changed(changed),
          m_secondsBefore(m_run.status.seconds)
    {
        m_run.pid = static_cast<int>(::getpid());
        m_run.interrupted = false;
    }

    Run work()
    {
        RunStatus& status = m_run.status;
        status.sentence.clear();
        try {
            waitForTurn();
            status.state = RunState::Running;
            measureBefore();
            train();
            measureAfter();
            if (!m_run.settings.out.empty())
                copyOut();
            status.state = RunState::Done;
        } catch (const Asked& asked) {
            status.state = asked.state;
        } catch (const Error& error) {
            status.sentence = error.what();
            status.state = error.kind() == ErrorKind::DiskFull ? RunState::Paused : RunState::Failed;
            if (error.kind() == ErrorKind::DiskFull)
                status.sentence += " Free some space and resume: it goes on from the last checkpoint.";
        } catch (const std::bad_alloc&) {
            status.sentence = "There is not enough memory; choose a smaller batch or a smaller preset.";
            status.state = RunState::Failed;
        } catch (const std::exception& error) {
            status.sentence = error.what();
            status.state = RunState::Failed;
        }
        status.stage.clear();
        status.secondsLeft = -1;
        saveStatus(true);
        return m_run;
    }

private:
    void waitForTurn()
    {
        if (!m_options.waitTurn)
            return;
        std::filesystem::create_directories(m_store.folder());
        while (earlierOneWaits() || !(m_turn = RunLock::tryTake(m_store.turnFile()))) {
            m_run.status.state = RunState::Queued;
            enter("waiting");
            ask();
            std::this_thread::sleep_for(kBetweenQuestions);
        }
    }

    /// Runs start in the order in which they were made.
    bool earlierOneWaits() const
    {
        for (const Run& other : m_store.list()) {
            if (other.id == m_run.id)
                return false;
            if (other.alive() && other.status.state == RunState::Queued)
                return true;
        }
        return false;
    }

    std::vector<MeasuredSet> sets() const
    {
        MeasuredSet heldOut;
        heldOut.source.manifest = m_run.dataFile();
        const MeasuredSet control = controlSet(m_run.settings.control);
        return control.source.place().empty() ? std::vector{heldOut} : std::vector{heldOut, control};
    }

    std::vector<Measured> measured(const Path& pack)
    {
        auto found = measure(sets(), pack, m_run.settings.device, m_run.settings.threads, m_options.cacheDir, m_inner,
                             [this](const Progress& progress) {
                                 m_run.status.done = progress.done;
                                 m_run.status.total = progress.total;
                                 saveStatus(false);
                                 ask();
                             });
        if (!found)
            throw Asked{m_wanted};
        return std::move(*found);
    }

    void measureBefore()
    {
        if (std::filesystem::exists(m_run.beforeFile()))
            return;
        enter("before");
        requireBase();
        auto list = nlohmann::json::array();
        for (const Measured& one : measured(m_run.settings.basePack))
            list.push_back(one.toJson());
        writeJson(m_run.beforeFile(), list);
    }

    void measureAfter()
    {
        enter("after");
        const std::vector<Measured> after = measured(m_run.pack());
        const auto list = readJson(m_run.beforeFile()).value_or(nlohmann::json::array());
        std::vector<std::pair<std::string, std::pair<Measured, Measured>>> groups;
        const char* const names[] = {"held_out", "control"};
        for (std::size_t i = 0; i < after.size() && i < list.size(); ++i)
            groups.push_back({names[i], {Measured::fromJson(list[i]), after[i]}});
        writeJson(m_run.comparisonFile(), comparisonJson(groups));
    }

    void copyOut()
    {
        const Path& out = m_run.settings.out;
        std::error_code error;
        if (std::filesystem::exists(out) && !std::filesystem::is_empty(out, error)) {
            m_run.status.sentence = fmt::format("{} is there already, so the pack stays in {}.", displayText(out),
                                                displayText(m_run.pack()));
            return;
        }
        std::filesystem::create_directories(out.parent_path().empty() ? Path(".") : out.parent_path(), error);
        std::filesystem::copy(m_run.pack(), out, std::filesystem::copy_options::recursive, error);
        if (error)
            throw Error(error == std::errc::no_space_on_device ? ErrorKind::DiskFull : ErrorKind::Permission,
                        fmt::format("The pack could not be copied to {}: {}.", displayText(out), error.message()));
    }

    void train()
    {
        if (std::filesystem::exists(m_run.pack() / "config.json"))
            return; // trained; what was still to do is the comparison
        while (!std::filesystem::exists(m_run.tuned() / "config.json")) {
            try {
                trainOnce();
            } catch (const Error& error) {
                const std::string text = error.what();
                const bool otherData = error.kind() == ErrorKind::Incompatible &&
                                       text.find("belongs to another recipe") != std::string::npos;
                if (otherData) {
                    // Files have vanished or changed since: what was learned so far cannot be gone on from bit by bit.
                    note("Some sounds are gone or have changed, so training begins anew.");
                } else if (isOutOfMemory(error) && halveBatch()) {
                    note(fmt::format("Memory was short, so the batch is {} now.", m_batch));
                } else if (isOutOfMemory(error)) {
                    throw Error(ErrorKind::OutOfMemory,
                                "There is not enough memory even for the smallest batch; choose a smaller preset, or "
                                "close other programs.");
                } else {
                    throw;
                }
                std::error_code ignored;
                std::filesystem::remove_all(m_run.workDir(), ignored);
            }
        }
        mix();
    }

    /// Where mixing is not possible, what was learned is used as it is.
    void mix()
    {
        try {
            DataSource data;
            data.manifest = m_run.dataFile();
            mixPacks(m_run.settings.basePack, m_run.tuned(), 1 - m_run.settings.keepBase, data, m_run.pack(),
                     m_options.cacheDir, m_inner,
                     {m_run.id, m_run.name(), m_run.settings.preset, m_run.settings.dataText});
            if (m_inner.stopRequested())
                throw Asked{m_wanted};
            return;
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::DiskFull)
                throw;
            if (m_run.settings.keepBase > 0)
                m_run.status.sentence = fmt::format("The base could not be mixed in: {}", error.what());
        }
        std::error_code ignored;
        std::filesystem::remove_all(m_run.pack(), ignored);
        std::filesystem::copy(m_run.tuned(), m_run.pack(), std::filesystem::copy_options::recursive);
    }

    /// Before what needs it: said in words of the user's, as reading it would fail somewhere inside.
    void requireBase() const
    {
        std::error_code ignored;
        if (!std::filesystem::exists(m_run.settings.basePack, ignored))
            throw Error(ErrorKind::NotFound,
                        fmt::format("The model {} that this run starts from is gone. Put it back and resume, or make a "
                                    "new run from another model.",
                                    displayText(m_run.settings.basePack)));
    }

    bool halveBatch()
    {
        Recipe recipe = readRecipe(m_run.recipeFile());
        if (recipe.optimiser.batch / 2 < kSmallestBatch)
            return false;
        m_batch = recipe.optimiser.batch /= 2;
        writeJson(m_run.recipeFile(), recipe.toJson());
        return true;
    }

    void trainOnce()
    {
        requireBase();
        if (const char* most = std::getenv("PROLAP_TEST_MOST_BATCH");
            most && readRecipe(m_run.recipeFile()).optimiser.batch > std::atoi(most))
            throw Error(ErrorKind::OutOfMemory, "There is not enough memory."); // as tests ask for
        TrainingOptions training;
        training.manifest = m_run.dataFile();
        training.config = m_run.recipeFile();
        training.basePack = m_run.settings.basePack;
        training.out = m_run.tuned();
        training.workDir = m_run.workDir();
        training.samplesFile = m_run.samplesFile();
        training.cacheDir = m_options.cacheDir;
        training.resume = std::filesystem::exists(m_run.workDir() / "checkpoint.safetensors");
        training.device = m_run.settings.device;
        training.threads = m_run.settings.threads;
        TrainingCallbacks callbacks;
        callbacks.progress = [this](const TrainingProgress& progress) { show(progress); };
        callbacks.enough = [this] { return enough(); };
        const TrainingReport report = runTraining(training, m_inner, callbacks);
        if (report.outcome == Outcome::Cancelled)
            throw Asked{m_wanted};
        m_run.status.bestEpoch = report.bestEpoch;
    }

    void show(const TrainingProgress& progress)
    {
        RunStatus& status = m_run.status;
        const std::string stage = nameOf(progress.stage);
        const bool turned = stage != status.stage;
        status.stage = stage;
        status.done = progress.done;
        status.total = progress.total;
        status.epoch = progress.epoch;
        status.epochs = progress.epochs;
        status.secondsLeft = progress.secondsLeft;
        if (progress.stage == TrainingProgress::Stage::Validating && progress.validation) {
            const bool better = !status.best || *progress.validation > *status.best;
            m_since = better ? 0 : m_since + 1;
            if (better) {
                status.best = progress.validation;
                status.bestEpoch = progress.epoch;
            }
        }
        saveStatus(turned);
        ask();
    }

    bool enough()
    {
        ask();
        const int patience = m_run.settings.patience;
        if (m_keepBest || (patience > 0 && m_since >= patience)) {
            m_run.status.stoppedEarly = true;
            return true;
        }
        return false;
    }

    /// What is asked of the run, by whoever; a few times a second.
    void ask()
    {
        if (m_control.stopRequested() || (m_options.pauseAfter > 0 && secondsSince(m_begin) > m_options.pauseAfter))
            end(RunState::Paused);
        const auto now = Clock::now();
        if (now - m_asked < kBetweenQuestions)
            return;
        m_asked = now;
        const auto request = m_store.takeRequest(m_run);
        if (request == RunRequest::Pause)
            end(RunState::Paused);
        if (request == RunRequest::Stop)
            end(RunState::Stopped);
        if (request == RunRequest::KeepBest)
            m_keepBest = true;
        if (m_run.status.stage == "waiting" && m_inner.stopRequested())
            throw Asked{m_wanted};
    }

    void end(RunState state)
    {
        if (!m_inner.stopRequested())
            m_wanted = state;
        m_inner.requestStop();
    }

    void enter(const char* stage)
    {
        m_run.status.stage = stage;
        m_run.status.done = m_run.status.total = 0;
        m_run.status.secondsLeft = -1;
        saveStatus(true);
    }

    void note(const std::string& sentence)
    {
        m_run.status.sentence = sentence;
        m_run.status.best.reset();
        m_since = 0;
        saveStatus(true);
    }

    void saveStatus(bool always)
    {
        const auto now = Clock::now();
        if (!always && now - m_saved < kBetweenStatuses)
            return;
        m_saved = now;
        m_run.status.seconds = m_secondsBefore + secondsSince(m_begin);
        try {
            m_store.setStatus(m_run, m_run.status);
        } catch (const Error&) {
            // A full disk: what matters stops the run by itself, and the next status may find room.
        }
        if (m_changed)
            m_changed(m_run);
    }

    const RunStore& m_store;
    Run m_run;
    const WorkOptions& m_options;
    RunControl& m_control;
    const std::function<void(const Run&)>& m_changed;
    RunControl m_inner; ///< of what runs below: stops by what is asked
    RunState m_wanted = RunState::Paused;
    std::unique_ptr<RunLock> m_turn;
    bool m_keepBest = false;
    int m_since = 0; ///< validations since the best
    int m_batch = 0;
    const double m_secondsBefore;
    const Clock::time_point m_begin = Clock::now();
    Clock::time_point m_asked, m_saved;
};

std::int64_t freeMemory()
{
    std::ifstream in("/proc/meminfo");
    for (std::string line; std::getline(in, line);) {
        long long kib = 0;
        if (std::sscanf(line.c_str(), "MemAvailable: %lld kB", &kib) == 1)
            return kib * 1024;
    }
    return 0;
}

std::int64_t mostMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

} // namespace

Run workOn(const RunStore& store, const std::string& id, const WorkOptions& options, RunControl& control,
           const std::function<void(const Run&)>& changed)
{
    Run run = store.read(id);
    const auto lock = RunLock::tryTake(store.lockFile(run));
    if (!lock)
        throw Error(ErrorKind::Busy, fmt::format("Another process works on the run {} already.", run.id));
    if (run.status.state == RunState::Done || run.status.state == RunState::Stopped)
        throw Error(ErrorKind::BadInput, fmt::format("The run {} is {} already.", run.id, nameOf(run.status.state)));
    return Work(store, std::move(run), options, control, changed).work();
}

Estimate estimate(const PreparedData& data, const RunSettings& settings, double trialSeconds,
                  const WorkOptions& options, RunControl& control, const ProgressFn& progress)
{
    requireUsable(data.checks);
    const Path folder = std::filesystem::temp_directory_path() / fmt::format("prolap-trial-{}", ::getpid());
    struct Cleared {
        Path folder;
        ~Cleared()
        {
            std::error_code ignored;
            std::filesystem::remove_all(folder, ignored);
        }
    } cleared{folder};
    std::filesystem::create_directories(folder);
    const Recipe recipe = settings.recipe.is_null() || settings.recipe.empty()
                              ? presetRecipe(presetFrom(settings.preset).value_or(Preset::Heads), data.facts.train)
                              : recipeFromJson(settings.recipe, "the recipe");
    writeDataFile(folder / "data.csv", data.manifest);
    writeJson(folder / "recipe.json", recipe.toJson());
    TrainingOptions training;
    training.manifest = folder / "data.csv";
    training.config = folder / "recipe.json";
    training.basePack = settings.basePack;
    training.out = folder / "pack";
    training.workDir = folder / "training";
    training.cacheDir = options.cacheDir;
    training.device = settings.device;
    training.threads = settings.threads;

    RunControl trial(control.token());
    const auto begin = Clock::now();
    auto firstStep = begin;
    std::int64_t steps = 0;
    double encodingLeft = 0, encoding = 0;
    Estimate found;
    TrainingCallbacks callbacks;
    callbacks.progress = [&](const TrainingProgress& at) {
        const double seconds = secondsSince(begin);
        if (at.stage == TrainingProgress::Stage::Encoding) {
            encoding = seconds;
            encodingLeft = std::max(0.0, at.secondsLeft);
        } else if (at.stage == TrainingProgress::Stage::Training && at.done > 0) {
            if (steps == 0)
                firstStep = Clock::now(); // the first step warms up and does not count
            found.steps = at.total;
            steps = at.done;
        }
        if (progress)
            progress({static_cast<std::int64_t>(std::min(seconds, trialSeconds) * 1000),
                      static_cast<std::int64_t>(trialSeconds * 1000), nameOf(at.stage), trialSeconds - seconds});
        if (seconds > trialSeconds)
            trial.requestStop();
    };
    const TrainingReport report = runTraining(training, trial, callbacks);
    if (report.outcome == Outcome::Done) {
        found.seconds = report.seconds;
        found.secondsPerStep = report.steps > 0 ? secondsSince(firstStep) / static_cast<double>(report.steps) : 0;
    } else {
        found.complete = steps > 1;
        found.secondsPerStep = steps > 1 ? secondsSince(firstStep) / static_cast<double>(steps - 1) : 0;
        found.seconds =
            (steps > 0 ? std::chrono::duration<double>(firstStep - begin).count() : encoding + encodingLeft) +
            found.secondsPerStep * static_cast<double>(found.steps);
    }
    found.memoryBytes = mostMemory();
    found.freeBytes = freeMemory();
    return found;
}

} // namespace prolap::train
