#include "core/train/training_run.h"

#include <chrono>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <torch/torch.h>

#include "core/content_hash.h"
#include "core/model/untrained.h"
#include "core/progress.h"
#include "core/train/caption_samples.h"
#include "core/train/data/cache_folder.h"
#include "core/train/data/piece_source.h"
#include "core/train/data/read_data.h"
#include "core/train/dataset.h"
#include "core/train/distributed/process_group.h"
#include "core/train/features.h"
#include "core/train/fitted_calibration.h"
#include "core/train/joint_space.h"
#include "core/train/metrics_log.h"
#include "core/train/model_card.h"
#include "core/train/recipe.h"
#include "core/train/teacher.h"
#include "core/train/trainer.h"
#include "core/train/view_encoding.h"

namespace prolap::train {

namespace {

using Clock = std::chrono::steady_clock;
using Stage = TrainingProgress::Stage;

constexpr auto kCheckpointInterval = std::chrono::minutes(1);
constexpr std::int64_t kLoggedSteps = 2000; // about so many lines of steps, however long the run

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// localGpu: what `auto` and `cuda` take where several processes share a machine.
torch::Device chosenDevice(const std::string& name, int localGpu)
{
    const bool cuda = torch::cuda::is_available();
    if (name == "auto" || (name == "cuda" && cuda))
        return cuda ? torch::Device(torch::kCUDA, static_cast<torch::DeviceIndex>(localGpu))
                    : torch::Device(torch::kCPU);
    try {
        const torch::Device device(name);
        if (device.is_cuda() && !torch::cuda::is_available())
            throw Error(ErrorKind::Unsupported, fmt::format("There is no CUDA device here to train on ({})", name));
        if (device.is_cpu() || device.is_cuda())
            return device;
    } catch (const c10::Error&) {
    }
    throw Error(ErrorKind::BadInput, fmt::format("The device must be auto, cpu, cuda or cuda:N, not \"{}\"", name));
}

model::HeadsConfig headsConfig(const Recipe::Heads& heads)
{
    model::HeadsConfig config;
    config.dim = heads.dim;
    config.projectionHidden = heads.projectionHidden;
    config.uncertaintyHidden = heads.uncertaintyHidden;
    config.dropout = heads.dropout;
    config.probabilistic = heads.probabilistic;
    config.startLogVar = heads.startLogVar;
    config.minLogVar = heads.minLogVar;
    config.maxLogVar = heads.maxLogVar;
    return config;
}

bool holdsSomething(const Path& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(folder, ignored) &&
           (!std::filesystem::is_directory(folder, ignored) || !std::filesystem::is_empty(folder, ignored));
}

/// One run from files to a pack.
class Run {
public:
    Run(const TrainingOptions& options, RunControl& control, const TrainingCallbacks& callbacks)
        : m_options(options),
          m_control(control),
          m_callbacks(callbacks),
          m_recipe(readRecipe(options.config)),
          m_workDir(options.workDir.empty() ? Path(options.out.string() + ".training") : options.workDir)
    {
        if (options.seed)
            m_recipe.seed = *options.seed;
        if (options.threads > 0)
            torch::set_num_threads(options.threads);
        m_progress.epochs = m_recipe.optimiser.epochs;
    }

    TrainingReport run()
    {
        const auto begin = Clock::now();
        if (holdsSomething(m_options.out))
            throw Error(ErrorKind::BadInput, fmt::format("{} is there already; choose another folder for the new pack",
                                                         displayText(m_options.out)));
        m_report.outcome = train() ? Outcome::Done : Outcome::Cancelled;
        m_report.seconds = secondsSince(begin);
        return m_report;
    }

private:
    bool train()
    {
        const ProcessEnvironment environment = processEnvironment();
        const torch::Device device = chosenDevice(m_options.device, environment.localRank);
        m_group = joinProcesses(environment, device);
        enter(Stage::ReadingData);
        const Manifest manifest = readData(m_options, m_options.strict);
        for (const DataFailure& failure : manifest.failures)
            fail(failure);
        torch::manual_seed(m_recipe.seed);
        m_model = m_recipe.freshEncoders ? model::untrainedEncoders(m_options.basePack)
                                         : model::ProlapModel::load(m_options.basePack);
        m_dataset = makeDataset(manifest, usableRows(manifest, m_recipe), m_recipe);
        if (!encodeInTurn(device))
            return false;
        if (m_group->first())
            trimCacheFolder(cacheFolder(), m_options.cacheBytes);
        m_report.trainClips = m_dataset.training.numel();
        m_report.validationClips = m_dataset.validation.numel();
        prepareHeads();

        std::filesystem::create_directories(m_workDir);
        Trainer trainer(m_model, m_dataset, m_recipe, device, *m_group);
        const Path checkpoint = m_workDir / "checkpoint.safetensors";
        ContentHash hash;
        hash.add(m_recipe.toJson().dump());
        hash.add(fingerprint(m_dataset));
        const std::string identity = hash.hex();
        if (m_options.resume)
            trainer.restore(loadState(checkpoint, identity));
        if (!loop(trainer, checkpoint, identity))
            return false;
        if (m_group->first())
            write(trainer);
        m_group->barrier();
        return true;
    }

    Path cacheFolder() const { return m_options.cacheDir.empty() ? userCacheDir() / "features" : m_options.cacheDir; }

    /// The first process encodes and fills the caches; the others then find everything there.
    bool encodeInTurn(const torch::Device& device)
    {
        bool complete = true;
        if (m_group->first())
            complete = encode(device);
        if (m_group->any(!complete))
            return false;
        if (!m_group->first())
            complete = encode(device);
        return !m_group->any(!complete);
    }

    bool encode(const torch::Device& device)
    {
        const Path cacheDir = cacheFolder();
        m_model.to(device);
        m_model.audioEncoder->optimiseForInference();
        enter(Stage::Encoding);
        FeatureCache clips(cacheDir, audioEncoderId(m_model, m_recipe.data.maxWindows));
        const ClipFeatures features =
            encodeClips(m_model, m_dataset.rows, m_recipe.data.maxWindows, clips, m_control, encodingProgress(),
                        [&](const DataFailure& failure) {
                            if (m_options.strict)
                                throw Error(ErrorKind::BadInput,
                                            fmt::format("{}, {}", displayText(m_options.place()), sentence(failure)));
                            fail(failure);
                        });
        if (!features.complete)
            return false;
        m_dataset = withFeatures(std::move(m_dataset), features);
        if (m_recipe.trainsAudio())
            m_dataset.pieces =
                std::make_shared<PieceSource>(m_model, m_recipe.data.maxWindows, cacheDir, m_options.cacheBytes);
        FeatureCache captions(cacheDir, textEncoderId(m_model));
        m_dataset.captionFeatures = encodeCaptions(m_model, m_dataset.captions, captions, m_control);
        return m_dataset.captionFeatures.defined() && encodeViews(cacheDir) &&
               (!m_recipe.distils() || askTeacher(cacheDir, device));
    }

    /// The views that the recipe's losses look at, of encoders that are not trained along.
    bool encodeViews(const Path& cacheDir)
    {
        if (m_recipe.masksClips() && !m_recipe.trainsAudio()) {
            FeatureCache cache(cacheDir, audioEncoderId(m_model, m_recipe.data.maxWindows) + "-masked");
            m_dataset.views.maskedClips =
                encodeMaskedClips(m_model, m_dataset, m_recipe.views, cache, m_control, encodingProgress());
            if (!m_dataset.views.maskedClips.defined())
                return false;
        }
        if (m_recipe.masksCaptions() && !m_recipe.trainsText()) {
            FeatureCache cache(cacheDir, textEncoderId(m_model) + "-masked");
            m_dataset.views.maskedCaptions =
                encodeMaskedCaptions(m_model, m_dataset, m_recipe.views, cache, m_control, encodingProgress());
            if (!m_dataset.views.maskedCaptions.defined())
                return false;
        }
        return !m_recipe.mixes() || encodeMixtures(cacheDir);
    }

    /// The mixtures that the recipe's losses look at: which they are, and what frozen encoders make of them.
    bool encodeMixtures(const Path& cacheDir)
    {
        m_dataset.mixtures = plannedMixtures(m_dataset, m_recipe.mixing.draws, m_recipe.views.seed);
        if (!m_recipe.trainsAudio()) {
            FeatureCache cache(cacheDir, audioEncoderId(m_model, m_recipe.data.maxWindows) + "-mixed");
            m_dataset.views.mixedClips =
                encodeMixedClips(m_model, m_dataset, m_recipe, cache, m_control, encodingProgress());
            if (!m_dataset.views.mixedClips.defined())
                return false;
        }
        if (m_recipe.trainsText())
            return true;
        FeatureCache cache(cacheDir, textEncoderId(m_model));
        return encodeMixedCaptions(m_model, m_dataset, cache, m_control);
    }

    /// What the teacher makes of clips and captions, in the same number of dimensions.
    bool askTeacher(const Path& cacheDir, const torch::Device& device)
    {
        if (m_options.teacher.empty())
            throw Error(ErrorKind::BadInput,
                        fmt::format("{}: losses.distil_clips and losses.distil_captions need a teacher; name its pack "
                                    "by --teacher",
                                    displayText(m_options.config)));
        model::ProlapModel teacher = model::ProlapModel::load(m_options.teacher);
        teacher.to(device);
        m_dataset.teacher = encodeTeacher(teacher, m_dataset, m_recipe, cacheDir, m_control, encodingProgress());
        const std::int64_t dim = m_recipe.startFromBaseHeads ? m_model.config.heads.value().dim : m_recipe.heads.dim;
        if (m_dataset.teacher.defined() && m_dataset.teacher.clips.size(1) != dim)
            throw Error(ErrorKind::Incompatible,
                        fmt::format("The teacher {} has {} dimensions, the heads to train have {}: set heads.dim to "
                                    "the teacher's",
                                    displayText(m_options.teacher), m_dataset.teacher.clips.size(1), dim));
        return m_dataset.teacher.defined();
    }

    /// Shows how far one kind of encoding is, with the time it still takes.
    std::function<void(std::int64_t, std::int64_t)> encodingProgress()
    {
        return [this, begin = Clock::now()](std::int64_t done, std::int64_t total) {
            m_progress.done = done;
            m_progress.total = total;
            m_progress.secondsLeft =
                secondsSince(begin) / static_cast<double>(done) * static_cast<double>(total - done);
            report(done == total);
        };
    }

    void prepareHeads()
    {
        if (m_recipe.startFromBaseHeads) {
            if (!m_model.audioHead)
                throw Error(ErrorKind::Incompatible,
                            fmt::format("{} has no heads to start from; set start_from_base_heads to false",
                                        displayText(m_options.basePack)));
            if (m_recipe.heads.probabilistic && !m_model.audioHead->config().probabilistic) {
                torch::manual_seed(m_recipe.seed);
                m_model.addUncertainty(headsConfig(m_recipe.heads));
                const torch::NoGradGuard noGrad;
                m_model.logitBias.fill_(m_recipe.losses.startBias); // softmax losses, as CLAP's, have none
            }
            return;
        }
        torch::manual_seed(m_recipe.seed);
        m_model.addHeads(headsConfig(m_recipe.heads));
        const torch::NoGradGuard noGrad;
        m_model.logitScale.fill_(std::log(m_recipe.losses.startScale));
        m_model.logitBias.fill_(m_recipe.losses.startBias);
        if (m_recipe.freshEncoders)
            return; // what random encoders give says nothing about what they will give
        // By the training split alone; a clip counts as often as it has windows.
        std::vector<torch::Tensor> rows;
        for (std::int64_t i = 0; i < m_dataset.training.numel(); ++i) {
            const auto clip = m_dataset.training[i].item<std::int64_t>();
            const auto first = m_dataset.firstWindow[clip].item<std::int64_t>();
            rows.push_back(
                m_dataset.windowFeatures.slice(0, first, first + m_dataset.windowCount[clip].item<std::int64_t>()));
        }
        m_model.audioHead->setStandardisation(torch::cat(rows));
        if (m_recipe.data.standardiseText) {
            const torch::Tensor ids = m_dataset.alternatives.index_select(0, m_dataset.training).flatten();
            const torch::Tensor used = std::get<0>(at::_unique2(ids.index({ids >= 0})));
            m_model.textHead->setStandardisation(m_dataset.captionFeatures.index_select(0, used));
        }
    }

    bool loop(Trainer& trainer, const Path& checkpoint, const std::string& identity)
    {
        std::optional<MetricsLog> log;
        if (m_group->first())
            log.emplace(m_workDir / "metrics.jsonl", m_options.resume);
        const std::int64_t total = trainer.stepsTotal(), start = trainer.stepsDone();
        const std::int64_t logEvery = std::max<std::int64_t>(1, total / kLoggedSteps);
        const auto begin = Clock::now();
        auto lastCheckpoint = begin;
        beginSamples();
        enter(Stage::Training);
        m_progress.total = total;
        while (trainer.stepsDone() < total && !m_group->any(m_callbacks.enough && m_callbacks.enough())) {
            if (m_group->any(!m_control.checkpoint())) {
                save(trainer, checkpoint, identity);
                return false;
            }
            m_progress.stage = Stage::Training;
            const double rate = trainer.learningRate();
            auto terms = trainer.step();
            terms.emplace_back("learning_rate", rate);
            const std::int64_t done = trainer.stepsDone();
            m_progress.terms = terms;
            m_progress.done = done;
            m_progress.epoch = static_cast<int>((done - 1) / trainer.stepsPerEpoch()) + 1;
            m_progress.secondsLeft =
                secondsSince(begin) / static_cast<double>(done - start) * static_cast<double>(total - done);
            if (done % logEvery == 0 || done == total) {
                nlohmann::json line{{"step", done}, {"epoch", m_progress.epoch}};
                for (const auto& [name, value] : terms)
                    line[name] = value;
                if (log)
                    log->write(line);
            }
            report(done == total || done == start + 1);
            const bool epochEnds = done % trainer.stepsPerEpoch() == 0;
            if (epochEnds && (m_progress.epoch % m_recipe.validation.everyEpochs == 0 || done == total))
                validate(trainer, log);
            if (Clock::now() - lastCheckpoint > kCheckpointInterval) {
                save(trainer, checkpoint, identity);
                lastCheckpoint = Clock::now();
            }
        }
        return true;
    }

    /// What captions find before anything is learned; a resumed run knows it already.
    void beginSamples()
    {
        if (m_options.samplesFile.empty() || !m_group->first() || m_dataset.validation.numel() == 0)
            return;
        m_samples.emplace(m_options.samplesFile, m_dataset, m_options.resume);
        if (m_samples->begun())
            return;
        m_model.setTraining(false, false);
        m_samples->begin(embedSplit(m_model, m_dataset, m_recipe, m_dataset.validation));
    }

    void validate(Trainer& trainer, std::optional<MetricsLog>& log)
    {
        m_progress.stage = Stage::Validating;
        const Figures figures = trainer.validate([&](const RetrievalTask& task) {
            if (m_samples)
                m_samples->see(task, trainer.stepsDone());
        });
        if (figures.metrics.empty())
            return;
        nlohmann::json line{{"step", trainer.stepsDone()}, {"epoch", m_progress.epoch}};
        for (const auto& [name, value] : figures.metrics)
            line["validation"][name] = value;
        if (log)
            log->write(line);
        const std::string metric = trainer.metric();
        m_progress.validation = figures.metrics.at(metric);
        report(true);
    }

    void write(Trainer& trainer)
    {
        enter(Stage::Writing);
        m_report.steps = trainer.stepsDone();
        const int lastEpoch = trainer.takeLast();
        m_model.to(torch::kCPU);
        std::error_code ignored;
        std::filesystem::remove_all(m_workDir / "last", ignored);
        writePack(m_workDir / "last", lastEpoch);
        m_report.bestEpoch = trainer.takeBest();
        const std::string card = writePack(m_options.out, m_report.bestEpoch);
        if (!m_options.headsOut.empty())
            m_model.saveHeads(m_options.headsOut, card);
        std::filesystem::remove(m_workDir / "checkpoint.safetensors", ignored);
    }

    /// Writes the model as it stands, with figures on the validation split and calibrated there; of frozen encoders'
    /// last weights only the heads. Returns the card.
    std::string writePack(const Path& folder, int epoch)
    {
        nlohmann::json training{{"recipe", m_recipe.toJson()},
                                {"train_clips", m_report.trainClips},
                                {"validation_clips", m_report.validationClips},
                                {"steps", m_report.steps},
                                {"epoch", epoch}};
        m_model.config.calibration.reset();
        m_report.scale = m_report.bias = m_report.credibleProbability = 0;
        m_report.validation.clear();
        if (m_report.validationClips > 0) {
            const RetrievalTask task = embedSplit(m_model, m_dataset, m_recipe, m_dataset.validation);
            const Figures figures = retrievalFigures(task);
            m_report.validation.assign(figures.metrics.begin(), figures.metrics.end());
            // A scale below 0 would call the less similar the more probable: nothing was learned.
            if (const auto fitted = fitCalibration(task); fitted && fitted->calibration.scale > 0) {
                m_model.config.calibration = fitted->calibration;
                m_report.scale = fitted->calibration.scale;
                m_report.bias = fitted->calibration.bias;
                m_report.credibleProbability = fitted->calibration.credibleProbability;
                m_report.validation.emplace_back("ece", fitted->ece);
                m_report.validation.emplace_back("ece_above_tenth", fitted->eceAboveTenth);
            }
            for (const auto& [name, value] : m_report.validation)
                training["validation"][name] = value;
        }
        m_model.config.name = m_recipe.pack.name;
        m_model.config.licence = m_recipe.pack.licence;
        m_model.config.provenance = m_recipe.pack.provenance;
        m_model.config.training = training;
        const std::string card = modelCard(m_model.config, m_dataset, m_report);
        if (folder == m_options.out || m_recipe.trainsAudio() || m_recipe.trainsText())
            m_model.save(folder, card);
        else
            m_model.saveHeads(folder, card);
        return card;
    }

    void save(const Trainer& trainer, const Path& checkpoint, const std::string& identity) const
    {
        if (m_group->first())
            saveState(checkpoint, trainer.state(), identity);
    }

    void enter(Stage stage)
    {
        m_progress.stage = stage;
        m_progress.done = m_progress.total = 0;
        m_progress.secondsLeft = -1;
        report(true);
    }

    void report(bool always)
    {
        if (m_callbacks.progress && (m_throttle.due() || always))
            m_callbacks.progress(m_progress);
    }

    void fail(const DataFailure& failure)
    {
        m_report.failures.push_back(failure);
        if (m_callbacks.failure)
            m_callbacks.failure(failure);
    }

    const TrainingOptions& m_options;
    RunControl& m_control;
    const TrainingCallbacks& m_callbacks;
    Recipe m_recipe;
    Path m_workDir;
    model::ProlapModel m_model;
    Dataset m_dataset;
    std::unique_ptr<ProcessGroup> m_group;
    std::optional<CaptionSamples> m_samples;
    TrainingReport m_report;
    TrainingProgress m_progress;
    ProgressThrottle m_throttle;
};

} // namespace

const char* nameOf(Stage stage)
{
    switch (stage) {
    case Stage::ReadingData:
        return "reading";
    case Stage::Encoding:
        return "encoding";
    case Stage::Training:
        return "training";
    case Stage::Validating:
        return "validating";
    case Stage::Writing:
        break;
    }
    return "writing";
}

TrainingReport runTraining(const TrainingOptions& options, RunControl& control, const TrainingCallbacks& callbacks)
{
    try {
        return Run(options, control, callbacks).run();
    } catch (const c10::Error& e) {
        throw Error(ErrorKind::Internal, fmt::format("Training stopped: {}", e.what_without_backtrace()));
    } catch (const std::filesystem::filesystem_error& e) {
        throw Error(ErrorKind::Permission, fmt::format("Training stopped: {}", e.what()));
    }
}

} // namespace prolap::train
