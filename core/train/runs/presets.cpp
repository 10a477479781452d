#include "core/train/runs/presets.h"

#include <algorithm>

namespace prolap::train {

namespace {

constexpr int kHeadsSteps = 300; ///< about; more than enough for a few hundred clips, see docs/finetuning.md
constexpr int kEncoderSteps = 150;

int epochsFor(int steps, std::size_t clips, int batch)
{
    const int perEpoch = std::max(1, static_cast<int>(clips) / batch);
    return std::clamp(steps / perEpoch, 10, 150);
}

} // namespace

const char* nameOf(Preset preset)
{
    switch (preset) {
    case Preset::Heads:
        return "heads";
    case Preset::LastBlocks:
        return "last-blocks";
    case Preset::Everything:
        break;
    }
    return "everything";
}

std::optional<Preset> presetFrom(const std::string& name)
{
    for (const Preset preset : kPresets) {
        if (name == nameOf(preset))
            return preset;
    }
    return std::nullopt;
}

Recipe presetRecipe(Preset preset, std::size_t trainClips)
{
    Recipe recipe;
    recipe.startFromBaseHeads = true;
    recipe.losses.infoNce = 3;
    recipe.losses.inclusionLevels = 1;
    recipe.losses.vib = 3e-4;
    recipe.optimiser.batch = 64;
    recipe.optimiser.uncertaintyFactor = .3;
    recipe.optimiser.scalarsFactor = 1;
    recipe.optimiser.weightAverage = .95;
    recipe.augmentation.featureNoise = .5;
    recipe.pack.name = "My model";
    if (preset == Preset::Heads) {
        recipe.optimiser.learningRate = 5e-4;
        recipe.optimiser.epochs = epochsFor(kHeadsSteps, trainClips, recipe.optimiser.batch);
    } else {
        recipe.trainEncoders = Recipe::TrainEncoders::Both;
        recipe.optimiser.learningRate = 3e-4;
        recipe.optimiser.encoderLearningRate = 2e-5;
        recipe.optimiser.batch = 32;
        recipe.optimiser.epochs = epochsFor(kEncoderSteps, trainClips, recipe.optimiser.batch);
        // Steps then take the cached log-mel pieces as they are, which spares decoding each clip in each epoch.
        recipe.augmentation.gainDb = 0;
        recipe.augmentation.shiftShare = 0;
        recipe.augmentation.randomCrop = false;
        recipe.augmentation.timeMasks = recipe.augmentation.melMasks = 1;
        recipe.optimiser.gradientCheckpointing = preset == Preset::Everything;
        if (preset == Preset::LastBlocks)
            recipe.audioBlocks = recipe.textBlocks = 1;
    }
    recipe.validation.everyEpochs = std::max(1, recipe.optimiser.epochs / 30);
    return recipe;
}

} // namespace prolap::train
