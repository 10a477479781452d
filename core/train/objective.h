#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/prolap/gaussian.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// One batch in the joint space.
struct BatchEmbeddings {
    Gaussians clips;                        ///< [B, D]
    Gaussians captions;                     ///< [B, D], the caption shown with each clip
    std::vector<Gaussians> captionsByLevel; ///< L of [M, D], clips with all captions; empty where there are none
    std::vector<Gaussians> maskedClips;     ///< views of the first M clips, unmasked first; empty where there are none
    std::vector<Gaussians> maskedCaptions;  ///< and of their captions
    std::vector<Gaussians> mixtures;        ///< V of [M, D], by falling share of the first clip; empty: none
    Gaussians mixedFirst, mixedSecond;      ///< [M, D], the clips of each pair
    Gaussians mixed, mixedCaptions;         ///< [M, D], one mixture of each pair and its caption
    torch::Tensor mixedTargets;             ///< bool [M, M]
    torch::Tensor clipTeachers;             ///< [B, D], the teacher's means; undefined without a teacher
    torch::Tensor captionTeachers;          ///< and of the captions
    torch::Tensor labelLoss;                ///< of the label classifier; undefined without labels
    torch::Tensor targets;                  ///< bool [B, B]: which caption is true of which clip
    torch::Tensor logScale, bias;           ///< of PPCL and SigLIP
    torch::Tensor logTemperature;           ///< of InfoNCE
};

/// A loss term as it enters the sum.
struct LossTerm {
    std::string name;
    double weight = 0;
    torch::Tensor value;
};

/// The terms that the recipe gives a weight, by the names of its fields.
std::vector<LossTerm> lossTerms(const BatchEmbeddings& batch, const Recipe::Losses& losses);

} // namespace prolap::train
