#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/train/evaluation/retrieval_protocol.h"

namespace prolap::train {

/// Pairs of which one lies inside the other by the data's hierarchy, and as many that do not belong together.
struct HierarchyPairs {
    std::string name;           ///< `audio_level1`, `level2_level1`
    torch::Tensor inner, outer; ///< int64 [P]; inner counts clips for audio pairs, captions for level pairs; outer
                                ///< counts captions
    torch::Tensor shuffledInner, shuffledOuter; ///< int64 [P'], the same outer captions with inner ones drawn by lot
};

/// A clip inside its caption, one entry for each level: all clips of the mask (bool [N]) that have one there.
///
/// A shuffled pair gives the caption to another clip, drawn evenly from those that it is not known to be true of: that
/// neither carry it nor have a label of a clip that does. A caption that is true of all clips is left out.
std::vector<HierarchyPairs> audioPairs(const RetrievalTask& task, const torch::Tensor& mask, std::uint64_t seed);

/// A caption of level k + 1 inside the caption of level k of the same clip, one entry for each k; every pair of
/// captions counts once, a caption with itself never. Shuffled: the caption of level k with one of level k + 1 that no
/// clip carries of which the former is known to be true.
std::vector<HierarchyPairs> levelPairs(const RetrievalTask& task, const torch::Tensor& mask, std::uint64_t seed);

} // namespace prolap::train
