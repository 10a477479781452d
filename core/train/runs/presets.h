#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/train/recipe.h"

namespace prolap::train {

/// How much of a model learns.
enum class Preset {
    Heads,      ///< what stands on the encoders: minutes on a processor, forgets least
    LastBlocks, ///< and the last block of both encoders
    Everything, ///< and all of them: wants a GPU and many clips
};

inline constexpr Preset kPresets[] = {Preset::Heads, Preset::LastBlocks, Preset::Everything};

/// `heads`, `last-blocks`, `everything`.
const char* nameOf(Preset preset);
std::optional<Preset> presetFrom(const std::string& name);

/// The recipe of a preset for so many clips to learn from: fewer clips are shown more often. It goes on from the base
/// pack's heads; its loss terms are those that the starter's recipe weighs, but for masked views, which a few hundred
/// clips do not need.
Recipe presetRecipe(Preset preset, std::size_t trainClips);

} // namespace prolap::train
