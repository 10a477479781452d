/// One process of tst_distributed: distributed_child BATCH OUT trains heads for ten steps with every loss, with BATCH
/// clips a process, in the group that the environment names; the first process writes the state to OUT.
#include <cstdio>
#include <cstdlib>
#include <exception>

#include <torch/torch.h>

#include "core/train/trainer.h"
#include "tests/support/head_model.h"

namespace {

using namespace prolap;

constexpr std::int64_t kClips = 48, kCaptions = 60, kLevels = 3, kLabels = 7, kAudio = 12, kText = 10;

train::Dataset dataset()
{
    torch::manual_seed(3);
    train::Dataset dataset;
    dataset.rows.resize(kClips);
    dataset.windowFeatures = torch::randn({kClips, kAudio});
    dataset.firstWindow = torch::arange(kClips);
    dataset.windowCount = torch::ones({kClips}, torch::kInt64);
    dataset.captions.resize(kCaptions);
    dataset.captionFeatures = torch::randn({kCaptions, kText});
    dataset.captionIds = torch::randint(kCaptions, {kClips, kLevels}, torch::kInt64);
    dataset.captionIds.slice(0, 0, kClips, 5).select(1, 0).fill_(-1); // some lack a level: unequal shares
    dataset.alternatives = dataset.captionIds.unsqueeze(2);
    dataset.labels = torch::randint(-1, kLabels, {kClips}, torch::kInt64);
    dataset.training = torch::arange(kClips);
    dataset.validation = torch::empty({0}, torch::kInt64);
    dataset.views.maskedClips = torch::randn({kClips, 1, 3, kAudio});
    dataset.views.maskedCaptions = torch::randn({kCaptions, 1, 4, kText});
    dataset.teacher = {torch::randn({kClips, 8}), torch::randn({kCaptions, 8})};
    dataset.mixtures = train::plannedMixtures(dataset, 1, 5);
    dataset.views.mixedClips = torch::randn({kClips, 1, 1, kAudio}); // one level: processes draw it for themselves
    dataset.views.mixedCaptions = torch::randn({kCaptions, kText});
    dataset.views.mixedCaptionRows = torch::randint(kCaptions, {kClips, 1, kLevels}, torch::kInt64);
    return dataset;
}

model::ProlapModel randomModel()
{
    model::HeadsConfig heads;
    heads.dim = 8;
    heads.projectionHidden = heads.uncertaintyHidden = 16;
    heads.dropout = 0; // what each process draws for itself would differ
    return test::modelWithHeads(kAudio, kText, heads, 4);
}

train::Recipe recipe(int batch)
{
    train::Recipe recipe;
    recipe.heads.dropout = recipe.augmentation.featureNoise = 0;
    recipe.losses.siglip = 1;
    recipe.losses.inclusionMaskedClips = recipe.losses.inclusionMaskedCaptions = recipe.losses.maskRepulsive = .1;
    recipe.losses.distilClips = recipe.losses.distilCaptions = .5;
    recipe.losses.mixing = recipe.losses.inclusionMixed = .5;
    recipe.views.share = recipe.mixing.share = .25;
    recipe.optimiser.batch = batch;
    recipe.optimiser.epochs = 100;
    return recipe;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 1;
    try {
        torch::set_num_threads(1);
        const train::Recipe how = recipe(std::atoi(argv[1]));
        const auto group = train::joinProcesses(train::processEnvironment(), torch::kCPU);
        model::ProlapModel heads = randomModel();
        const train::Dataset data = dataset();
        train::Trainer trainer(heads, data, how, torch::kCPU, *group);
        for (int step = 0; step < 10; ++step)
            trainer.step();
        if (group->first())
            train::saveState(argv[2], trainer.state(), "distributed");
        group->barrier();
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 2;
    }
}
