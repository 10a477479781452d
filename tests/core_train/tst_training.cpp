#include <cmath>
#include <cstring>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include "core/model/open_embedder.h"
#include "core/model/prolap_model.h"
#include "core/train/data/feature_cache.h"
#include "core/train/training_run.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

std::string contentOf(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every loss, so every random choice, and all that a state must keep.
std::string everythingThatAStateKeeps(const char* encoders)
{
    return nlohmann::json{{"train_encoders", encoders},
                          {"losses",
                           {{"siglip", 1},
                            {"inclusion_masked_clips", .1},
                            {"inclusion_masked_captions", .1},
                            {"mask_repulsive", .1},
                            {"mixing", .5},
                            {"distil_clips", .3},
                            {"distil_captions", .3},
                            {"inclusion_mixed", .1}}},
                          {"views", {{"draws", 2}, {"seconds", .5}}},
                          {"optimiser", {{"weight_average", .9}, {"batch", 3}, {"accumulate", 2}}}}
        .dump();
}

int filesBelow(const Path& folder)
{
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        files += entry.is_regular_file();
    return files;
}

std::string masksOf(const char* encoders)
{
    return nlohmann::json{
        {"train_encoders", encoders},
        {"losses", {{"inclusion_masked_clips", 1}, {"inclusion_masked_captions", 1}, {"mask_repulsive", .1}}},
        {"views", {{"share", .5}, {"seconds", .5}}},
        {"optimiser", {{"epochs", 40}}}}
        .dump();
}

} // namespace

class TstTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_options.manifest = test::writeToneDataSet(m_folder / "tones");
        m_options.basePack = m_folder / "encoders";
        test::writeSmallEncoders(m_options.basePack);
        m_options.cacheDir = m_folder / "cache";
        model::ProlapModel teacher = model::ProlapModel::load(m_options.basePack);
        model::HeadsConfig heads;
        heads.dim = heads.projectionHidden = heads.uncertaintyHidden = 8;
        torch::manual_seed(5);
        teacher.addHeads(heads);
        m_options.teacher = m_folder / "teacher";
        teacher.save(m_options.teacher, "# teacher\n");
        m_options.device = "cpu";
        m_options.threads = 1;
    }

    void headsLearnAndThePackOpens()
    {
        TrainingOptions options = prepared("learns", R"({"optimiser": {"epochs": 60}})");
        options.headsOut = m_folder / "learns-heads";
        std::vector<TrainingProgress::Stage> stages;
        TrainingProgress last;
        RunControl control;
        const TrainingReport report = runTraining(options, control,
                                                  {[&](const TrainingProgress& progress) {
                                                       last = progress;
                                                       stages.push_back(progress.stage);
                                                   },
                                                   {}});
        QCOMPARE(report.trainClips, 12);
        QCOMPARE(report.validationClips, 6);
        QCOMPARE(report.steps, 120);
        QVERIFY(report.failures.empty());
        QVERIFY(stages.front() == TrainingProgress::Stage::ReadingData);
        QVERIFY(last.stage == TrainingProgress::Stage::Writing);
        const std::map<std::string, double> validation(report.validation.begin(), report.validation.end());
        QVERIFY2(validation.at("t2a_label_map10") > .9, qPrintable(QString::number(validation.at("t2a_label_map10"))));

        const auto embedder = model::openEmbedder(options.out, {"cpu", "fp32", 1, {}});
        QVERIFY(embedder->info().probabilistic);
        QVERIFY(embedder->info().calibrated);
        QCOMPARE(embedder->info().dim, std::size_t(8));
        QVERIFY(std::filesystem::exists(options.headsOut / "heads.safetensors"));
        model::ProlapModel joined = model::ProlapModel::load(options.basePack);
        joined.loadHeads(options.headsOut);
        const std::vector<std::string> caption{"low tone"};
        const auto features = joined.encodeTextFeatures(caption).clone();
        const torch::NoGradGuard noGrad;
        const torch::Tensor mean = joined.textHead->forward(features).mean;
        const auto embedded = embedder->embedText(caption);
        QVERIFY(torch::allclose(mean, torch::tensor(embedded.mean).view({1, 8}), 1e-4, 1e-5));

        // The log follows every step and every validation, one JSON object a line.
        std::ifstream log(options.out.string() + ".training/metrics.jsonl");
        std::string line;
        int steps = 0, validations = 0;
        double first = 0, final = 0;
        while (std::getline(log, line)) {
            const auto json = nlohmann::json::parse(line);
            if (json.contains("validation")) {
                ++validations;
                continue;
            }
            ++steps;
            final = json.at("loss").get<double>();
            first = steps == 1 ? final : first;
            QVERIFY(json.contains("ppcl") && json.contains("info_nce") && json.contains("label") &&
                    json.contains("inclusion_cross") && json.contains("inclusion_levels") && json.contains("vib"));
        }
        QCOMPARE(steps, 120);
        QCOMPARE(validations, 60);
        QVERIFY(final < first / 2);
    }

    void aStoppedAndResumedRunGivesTheSameBits()
    {
        for (const char* encoders : {"none", "audio", "text", "both"}) {
            const std::string changes = everythingThatAStateKeeps(encoders);
            const TrainingOptions whole = prepared(std::string("whole-") + encoders, changes);
            RunControl control;
            runTraining(whole, control, {});

            TrainingOptions parts = prepared(std::string("parts-") + encoders, changes);
            for (int part = 0; part < 3; ++part) { // each stops after a step: within an epoch and at its end
                RunControl stopping;
                const TrainingReport report = runTraining(parts, stopping, {stopAfterAStep(stopping), {}});
                QVERIFY(report.outcome == Outcome::Cancelled);
                QVERIFY(!std::filesystem::exists(parts.out));
                parts.resume = true;
            }
            RunControl last;
            QVERIFY(runTraining(parts, last, {}).outcome == Outcome::Done);
            QVERIFY(contentOf(whole.out / "model.safetensors") == contentOf(parts.out / "model.safetensors"));
            QVERIFY(contentOf(whole.out / "config.json") == contentOf(parts.out / "config.json"));
        }
        // Trained encoders must have moved.
        QVERIFY(contentOf(m_folder / "whole-none/model.safetensors") !=
                contentOf(m_folder / "whole-both/model.safetensors"));
    }

    /// Where waveforms stay as they are, a trained sound encoder learns from cached log-mel pieces, and what it learns
    /// does not depend on what was cached.
    void cachedPiecesChangeNothing()
    {
        const std::string changes = R"({"train_encoders": "audio",
            "augmentation": {"gain_db": 0, "shift_share": 0, "random_crop": false, "time_masks": 1,
                             "time_mask_frames": 8, "mel_masks": 1, "mel_mask_bands": 3}})";
        TrainingOptions first = prepared("pieces-first", changes), again = prepared("pieces-again", changes),
                        without = prepared("pieces-without", changes);
        first.cacheDir = again.cacheDir = m_folder / "pieces";
        without.cacheDir = m_folder / "no-pieces";
        without.cacheBytes = 0;
        RunControl control;
        runTraining(first, control, {});
        QCOMPARE(filesBelow(first.cacheDir), 18 + 2); // a clip each, and the features of both encoders
        runTraining(again, control, {});
        runTraining(without, control, {});
        QCOMPARE(filesBelow(without.cacheDir), 0);
        const std::string weights = contentOf(first.out / "model.safetensors");
        QVERIFY(weights == contentOf(again.out / "model.safetensors"));
        QVERIFY(weights == contentOf(without.out / "model.safetensors"));
        // What is drawn does change what is learned.
        const TrainingOptions other = prepared("pieces-other", R"({"train_encoders": "audio", "augmentation": {
            "gain_db": 0, "shift_share": 0, "random_crop": false}})");
        runTraining(other, control, {});
        QVERIFY(weights != contentOf(other.out / "model.safetensors"));
    }

    /// Masks teach what they are for: the more is hidden of a clip or caption, the wider it is. (With a sound encoder
    /// of this size that is trained along, log-variances of clips end at the clamp, where no gradient reaches them.)
    void maskedViewsBecomeWider()
    {
        for (const char* encoders : {"none", "text"}) {
            const TrainingOptions options = prepared(std::string("masked-") + encoders, masksOf(encoders));
            std::vector<double> clips, captions;
            RunControl control;
            const auto follow = [&](const TrainingProgress& progress) {
                for (const auto& [name, value] : progress.terms) {
                    if (name == "inclusion_masked_clips")
                        clips.push_back(value);
                    if (name == "inclusion_masked_captions")
                        captions.push_back(value);
                }
            };
            runTraining(options, control, {follow, {}});
            QVERIFY(!clips.empty() && !captions.empty());
            // log 2 a level is the loss of views that are equally wide: two levels of clips, three of captions.
            QVERIFY2(clips.back() < 2 * std::log(2.0) * .7, qPrintable(QString::number(clips.back())));
            QVERIFY2(captions.back() < 3 * std::log(2.0) * .7, qPrintable(QString::number(captions.back())));
        }
    }

    /// Mixtures find their captions, with encoders frozen and trained along, and become wider than their sounds.
    void mixturesFindTheirCaptionsAndContainTheirSounds()
    {
        for (const char* encoders : {"none", "text", "both"}) {
            const nlohmann::json changes{{"train_encoders", encoders},
                                         {"losses", {{"mixing", 1}, {"inclusion_mixed", 1}, {"inclusion_cross", 0}}},
                                         {"views", {{"seconds", .5}}},
                                         {"mixing", {{"share", 1}, {"draws", 3}}},
                                         {"optimiser", {{"epochs", 60}, {"encoder_learning_rate", .001}}}};
            const TrainingOptions options = prepared(std::string("mixed-") + encoders, changes.dump());
            std::vector<double> mixing, inclusion;
            RunControl control;
            runTraining(options, control,
                        {[&](const TrainingProgress& progress) {
                             for (const auto& [name, value] : progress.terms) {
                                 if (name == "mixing")
                                     mixing.push_back(value);
                                 if (name == "inclusion_mixed")
                                     inclusion.push_back(value);
                             }
                         },
                         {}});
            QVERIFY(!mixing.empty() && !inclusion.empty());
            QVERIFY2(mixing.back() < mixing.front() * .6,
                     qPrintable(QString("%1 %2 to %3").arg(encoders).arg(mixing.front()).arg(mixing.back())));
            // log 2 is the loss of mixtures that are as wide as their sounds (as they are at the clamp, see above).
            QVERIFY2(encoders == std::string("both") || inclusion.back() < std::log(2.0) * .8,
                     qPrintable(QString("%1 %2").arg(encoders).arg(inclusion.back())));
        }
    }

    /// From an architecture without weights a model learns to say what a teacher says.
    void freshEncodersLearnFromATeacher()
    {
        const Path architecture = m_folder / "architecture";
        std::filesystem::create_directories(architecture);
        for (const char* name : {"config.json", "vocab.txt"})
            std::filesystem::copy_file(m_options.basePack / name, architecture / name);
        const nlohmann::json changes{{"train_encoders", "both"},
                                     {"fresh_encoders", true},
                                     {"losses", {{"distil_clips", 5}, {"distil_captions", 5}}},
                                     {"optimiser", {{"epochs", 60}, {"encoder_learning_rate", .003}}}};
        TrainingOptions teaching = prepared("taught-teacher", R"({"optimiser": {"epochs": 60}})");
        RunControl control;
        runTraining(teaching, control, {});
        TrainingOptions options = prepared("taught", changes.dump());
        options.basePack = architecture;
        options.teacher = teaching.out;
        const TrainingReport report = runTraining(options, control, {});
        const std::map<std::string, double> validation(report.validation.begin(), report.validation.end());
        QVERIFY2(validation.at("t2a_label_map10") > .9, qPrintable(QString::number(validation.at("t2a_label_map10"))));
        const auto student = model::openEmbedder(options.out, {"cpu", "fp32", 1, {}});
        const auto teacher = model::openEmbedder(teaching.out, {"cpu", "fp32", 1, {}});
        const std::vector<std::string> captions{"low tone", "middle tone", "high tone"};
        const auto said = torch::tensor(student->embedText(captions).mean),
                   heard = torch::tensor(teacher->embedText(captions).mean);
        QVERIFY((said * heard).sum().item<double>() / 3 > .9);

        options = prepared("taught-by-nobody", changes.dump());
        options.basePack = architecture;
        options.teacher = Path();
        expectError([&] { runTraining(options, control, {}); }, "--teacher");
        options = prepared("taught-in-other-dimensions", R"({"heads": {"dim": 5}, "losses": {"distil_clips": 1}})");
        expectError([&] { runTraining(options, control, {}); }, "8 dimensions");
    }

    /// Only the last blocks move; less memory and lower precision change how, not what is trained.
    void theLastBlocksAreTrained()
    {
        const auto weightsOf = [](const Path& pack) {
            std::map<std::string, torch::Tensor> weights;
            model::ProlapModel model = model::ProlapModel::load(pack);
            for (const auto& [name, module] :
                 {std::pair<std::string, torch::nn::Module*>("audio.", model.audioEncoder.get()),
                  std::pair<std::string, torch::nn::Module*>("text.", model.textEncoder.get())})
                for (const auto& item : module->named_parameters())
                    weights[name + item.key()] = item.value();
            return weights;
        };
        const auto before = weightsOf(m_options.basePack);
        for (const bool sparing : {false, true}) {
            nlohmann::json changes{{"train_encoders", "both"}, {"audio_blocks", 1}, {"text_blocks", 1}};
            changes["optimiser"] = {
                {"encoder_learning_rate", .01}, {"bf16", sparing}, {"gradient_checkpointing", sparing}};
            const TrainingOptions options = prepared(sparing ? "blocks-sparing" : "blocks", changes.dump());
            RunControl control;
            runTraining(options, control, {});
            int moved = 0, kept = 0;
            for (const auto& [name, tensor] : weightsOf(options.out))
                (torch::equal(tensor, before.at(name)) ? kept : moved) += 1;
            QVERIFY2(moved > 0 && kept > 0, qPrintable(QString("%1 moved, %2 kept").arg(moved).arg(kept)));
            const auto after = weightsOf(options.out);
            QVERIFY(torch::equal(after.at("audio.embedding_net.conv_block1.conv1.weight"),
                                 before.at("audio.embedding_net.conv_block1.conv1.weight")));
            QVERIFY(!torch::equal(after.at("audio.embedding_net.conv_block2.conv2.weight"),
                                  before.at("audio.embedding_net.conv_block2.conv2.weight")));
        }
    }

    /// Two batches of one step give the mean gradient of both: the same step as by hand is checked through the figures
    /// that it leads to; here that a step takes two batches.
    void accumulatingTakesSeveralBatchesAStep()
    {
        const TrainingOptions options =
            prepared("accumulates", R"({"optimiser": {"batch": 3, "accumulate": 2, "epochs": 5}})");
        RunControl control;
        QCOMPARE(runTraining(options, control, {}).steps, 10); // 12 clips, 6 a step
    }

    void theLastWeightsAreKeptBesideTheBest()
    {
        const TrainingOptions options = prepared("last", R"({"optimiser": {"epochs": 20}})");
        RunControl control;
        const TrainingReport report = runTraining(options, control, {});
        const Path last = options.out.string() + ".training/last";
        model::ProlapModel model = model::ProlapModel::load(options.basePack);
        model.loadHeads(last);
        const auto training = model::PackConfig::read(last).training;
        QCOMPARE(training.at("epoch").get<int>(), 20);
        QCOMPARE(model::PackConfig::read(options.out).training.at("epoch").get<int>(), report.bestEpoch);
        QVERIFY(training.contains("validation"));
        QVERIFY(!std::filesystem::exists(options.out.string() + ".training/checkpoint.safetensors"));
    }

    /// A published CLAP is deterministic: fine-tuning keeps what it knows and adds the uncertainties.
    void aDeterministicModelBecomesProbabilistic()
    {
        RunControl control;
        const TrainingOptions clap = prepared("clap", R"({"heads": {"probabilistic": false}, "losses": {"ppcl": 0}})");
        runTraining(clap, control, {});
        TrainingOptions tuned = prepared("clap-tuned", R"({"start_from_base_heads": true,
            "optimiser": {"learning_rate": 0, "epochs": 1}})");
        tuned.basePack = clap.out;
        runTraining(tuned, control, {});
        const auto before = model::openEmbedder(clap.out, {"cpu", "fp32", 1, {}});
        const auto after = model::openEmbedder(tuned.out, {"cpu", "fp32", 1, {}});
        QVERIFY(!before->info().probabilistic && after->info().probabilistic);
        const std::vector<std::string> captions{"low tone", "high tone"};
        QVERIFY(before->embedText(captions).mean == after->embedText(captions).mean); // a learning rate of 0
        const auto logVar = after->embedText(captions).logVar;
        QVERIFY(!logVar.empty() && std::abs(logVar.front() + 7) < 1); // the start value
    }

    void theSeedDecides()
    {
        const TrainingOptions one = prepared("seed-1"), other = prepared("seed-2");
        TrainingOptions changed = other;
        changed.seed = 2;
        RunControl control;
        runTraining(one, control, {});
        runTraining(changed, control, {});
        QVERIFY(contentOf(one.out / "model.safetensors") != contentOf(changed.out / "model.safetensors"));
    }

    void resumeNeedsItsOwnCheckpoint()
    {
        TrainingOptions options = prepared("resume-nothing");
        options.resume = true;
        RunControl control;
        expectError([&] { runTraining(options, control, {}); }, "no checkpoint");

        options = prepared("resume-other");
        RunControl stopping;
        runTraining(options, stopping, {stopAfterAStep(stopping), {}});
        options.resume = true;
        options.seed = 77;
        expectError([&] { runTraining(options, control, {}); }, "another recipe");
    }

    void stoppingWhileEncodingWritesNothing()
    {
        TrainingOptions options = prepared("stop-early");
        options.cacheDir = m_folder / "empty-cache";
        RunControl control;
        const TrainingReport report = runTraining(options, control,
                                                  {[&](const TrainingProgress& progress) {
                                                       if (progress.stage == TrainingProgress::Stage::Encoding)
                                                           control.requestStop();
                                                   },
                                                   {}});
        QVERIFY(report.outcome == Outcome::Cancelled);
        QVERIFY(!std::filesystem::exists(options.out));
    }

    void aLossThatIsNoNumberNamesStepAndTerm()
    {
        const TrainingOptions options =
            prepared("diverges", R"({"optimiser": {"learning_rate": 1e30, "gradient_norm": 1e30}})");
        RunControl control;
        expectError([&] { runTraining(options, control, {}); }, "diverged at step");
    }

    void unusableRowsAreReportedAndSkipped()
    {
        test::writeText(m_folder / "tones/noise.wav", "this is not sound");
        const Path manifest = m_folder / "tones/with-bad-rows.csv";
        test::writeText(manifest, contentOf(m_options.manifest) + "noise.wav,a tone,low tone,train,low,CC0,tones\n"
                                                                  "gone.wav,a tone,low tone,train,low,CC0,tones\n");
        TrainingOptions options = prepared("bad-rows");
        options.manifest = manifest;
        RunControl control;
        std::vector<int> lines;
        const TrainingReport report =
            runTraining(options, control, {{}, [&](const DataFailure& failure) { lines.push_back(failure.line); }});
        QCOMPARE(report.trainClips, 12);
        QVERIFY(lines == (std::vector<int>{21, 20})); // the missing one is found first
        options = prepared("bad-rows-strict");
        options.manifest = manifest;
        options.strict = true;
        expectError([&] { runTraining(options, control, {}); }, "line 21");
    }

    void whatIsThereIsNotOverwritten()
    {
        const TrainingOptions options = prepared("taken");
        test::writeText(options.out / "precious.txt", "mine");
        RunControl control;
        expectError([&] { runTraining(options, control, {}); }, "is there already");
        QCOMPARE(contentOf(options.out / "precious.txt"), std::string("mine"));
    }

    void deterministicHeadsCanBeTrainedToo()
    {
        const TrainingOptions options =
            prepared("deterministic", R"({"heads": {"probabilistic": false}, "losses": {"targets": "one_to_one"}})");
        RunControl control;
        QVERIFY(runTraining(options, control, {}).outcome == Outcome::Done);
        QVERIFY(!model::openEmbedder(options.out, {"cpu", "fp32", 1, {}})->info().probabilistic);
    }

    void featuresAreKeptByContent()
    {
        const std::string key(64, 'a'), other(64, 'b');
        FeatureCache cache(m_folder / "features", "encoder");
        cache.put(key, torch::ones({2, 3}));
        cache.put(other, torch::zeros({1, 3}));
        cache.save();
        const FeatureCache again(m_folder / "features", "encoder");
        QVERIFY(torch::equal(again.find(key), torch::ones({2, 3})));
        QVERIFY(torch::equal(again.find(other), torch::zeros({1, 3})));
        QVERIFY(!again.find(std::string(64, 'c')).defined());
        QCOMPARE(FeatureCache(m_folder / "features", "another").size(), std::size_t(0));
        test::writeText(cache.file(), contentOf(cache.file()).substr(0, 40));
        QCOMPARE(FeatureCache(m_folder / "features", "encoder").size(), std::size_t(0));
    }

private:
    TrainingOptions prepared(const std::string& name, const std::string& changes = "{}")
    {
        TrainingOptions options = m_options;
        options.config = m_folder / (name + ".json");
        options.out = m_folder / name;
        test::writeSmallRecipe(options.config, changes);
        return options;
    }

    static std::function<void(const TrainingProgress&)> stopAfterAStep(RunControl& control)
    {
        return [&control](const TrainingProgress& progress) {
            if (progress.stage == TrainingProgress::Stage::Training && progress.done > 0)
                control.requestStop();
        };
    }

    static void expectError(const std::function<void()>& call, const char* part)
    {
        try {
            call();
        } catch (const Error& e) {
            QVERIFY2(std::string(e.what()).find(part) != std::string::npos, e.what());
            return;
        }
        QFAIL("no error");
    }

    QTemporaryDir m_dir;
    Path m_folder{m_dir.path().toStdString()};
    TrainingOptions m_options;
};

PROLAP_TEST(TstTraining)
#include "tst_training.moc"
