#include "core/model/compute_setting.h"
#include "core/train/trainer.h"
#include "tests/support/head_model.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <cmath>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

using namespace prolap;
using namespace prolap::test;

namespace {

constexpr int kThreads = 1; // the heads are small: a second thread gains nothing on either side
constexpr int kSteps = 25;
constexpr int kRounds = 5;
constexpr std::int64_t kClips = 1634, kCaptions = 3000, kLevels = 4, kLabels = 324; // as the starter's training split

train::Dataset randomDataset(std::int64_t audioFeatures, std::int64_t textFeatures)
{
    torch::manual_seed(1);
    train::Dataset dataset;
    dataset.rows.resize(kClips);
    dataset.windowFeatures = torch::randn({kClips, audioFeatures});
    dataset.firstWindow = torch::arange(kClips);
    dataset.windowCount = torch::ones({kClips}, torch::kInt64);
    dataset.captions.resize(kCaptions);
    dataset.captionFeatures = torch::randn({kCaptions, textFeatures});
    dataset.captionIds = torch::randint(kCaptions, {kClips, kLevels}, torch::kInt64);
    dataset.alternatives = dataset.captionIds.unsqueeze(2);
    dataset.labels = torch::randint(kLabels, {kClips}, torch::kInt64);
    dataset.training = torch::arange(kClips);
    dataset.validation = torch::empty({0}, torch::kInt64);
    return dataset;
}

train::Recipe recipe()
{
    train::Recipe recipe;
    recipe.losses.infoNce = 3;
    recipe.losses.inclusionLevels = .3;
    recipe.losses.vib = 3e-4;
    recipe.augmentation.featureNoise = .6;
    recipe.optimiser.epochs = 1000;
    return recipe;
}

} // namespace

/// Steps a second of the trainer on frozen encoders at the starter's sizes, against the same model, losses, batch and
/// optimiser in PyTorch eager in the same run.
class TstTrainingSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headsAgainstEager()
    {
        if (pythonPackage("torch").empty())
            QSKIP("PROLAP_PYTHON has no PyTorch");
        constexpr std::int64_t kAudio = 512, kText = 384;
        const model::ThreadCount threads(kThreads);
        model::ProlapModel model = modelWithHeads(kAudio, kText, model::HeadsConfig(), 1);
        const train::Dataset dataset = randomDataset(kAudio, kText);
        const train::Recipe how = recipe();
        const auto alone = train::singleProcess();
        train::Trainer trainer(model, dataset, how, torch::kCPU, *alone);
        const auto rounds = [&](double best) {
            for (int round = 0; round < kRounds; ++round) {
                const auto begun = std::chrono::steady_clock::now();
                for (int i = 0; i < kSteps; ++i)
                    trainer.step();
                best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
            }
            return best;
        };
        double ours = rounds(INFINITY);
        const double eager = nlohmann::json::parse(
            runPython({"tests/bench/training_eager.py", QString::number(kThreads), QString::number(kSteps)})
                .toStdString())["seconds"];
        ours = rounds(ours); // on both sides of eager's turn
        qInfo("%d steps of 256 clips, %d thread: ours %.0f ms, PyTorch eager %.0f ms: %.2f x its steps a second",
              kSteps, kThreads, ours * 1e3, eager * 1e3, eager / ours);
        // The aim is .95; what fails is a loss that noise does not explain.
        QVERIFY2(eager / ours >= .9, "training must not be slower than PyTorch eager");
    }
};

PROLAP_TEST(TstTrainingSpeed)
#include "tst_training_speed.moc"
