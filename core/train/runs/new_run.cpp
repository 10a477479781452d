#include "core/train/runs/new_run.h"

#include "core/train/runs/presets.h"
#include "core/train/runs/run_files.h"

namespace prolap::train {

Run createRun(const RunStore& store, RunSettings settings, const PreparedData& data)
{
    requireUsable(data.checks);
    if (settings.recipe.is_null() || settings.recipe.empty())
        settings.recipe = presetRecipe(presetFrom(settings.preset).value_or(Preset::Heads), data.facts.train).toJson();
    else
        settings.recipe = recipeFromJson(settings.recipe, "the recipe").toJson();
    const Run run = store.create(settings);
    writeDataFile(run.dataFile(), data.manifest);
    writeJson(run.checksFile(), data.toJson());
    return run;
}

} // namespace prolap::train
