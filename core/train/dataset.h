#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/train/data/manifest.h"
#include "core/train/features.h"
#include "core/train/mixture_plan.h"
#include "core/train/recipe.h"
#include "core/train/views.h"

namespace prolap::train {

class PieceSource;

/// What a teacher makes of the clips and captions: means of length 1. Undefined without a teacher.
struct TeacherMeans {
    torch::Tensor clips;    ///< [N, D]
    torch::Tensor captions; ///< [C, D]
    bool defined() const { return clips.defined(); }
};

/// A manifest as tensors. Clips that could not be encoded are left out.
struct Dataset {
    std::vector<ManifestRow> rows;     ///< N
    torch::Tensor windowFeatures;      ///< [W, F], windows of all clips one after the other
    torch::Tensor firstWindow;         ///< int64 [N], row of windowFeatures
    torch::Tensor windowCount;         ///< int64 [N]
    std::vector<std::string> captions; ///< C, distinct, in the order of their first use
    torch::Tensor captionFeatures;     ///< [C, Ft]
    torch::Tensor captionIds;          ///< int64 [N, L], -1 where a clip has none; the first of the alternatives
    torch::Tensor alternatives;        ///< int64 [N, L, A], captions of equal rank, -1 behind the last; A >= 1
    std::vector<std::string> labelNames;
    torch::Tensor labels;                ///< int64 [N], -1 for none
    torch::Tensor training, validation;  ///< int64, the rows of each split
    MixturePlan mixtures;                ///< where the recipe's losses look at mixtures
    EncodedViews views;                  ///< of frozen encoders, where the recipe's losses look at views
    TeacherMeans teacher;                ///< where the recipe's losses look at one
    std::shared_ptr<PieceSource> pieces; ///< of the clips; where the audio encoder is trained along, else null
};

/// The rows that may be used: split train or val (or all, where the manifest has no such column), and in the train
/// split a licence that the recipe allows.
std::vector<ManifestRow> usableRows(const Manifest& manifest, const Recipe& recipe);

/// Whether a licence begins with one of the allowed (case ignored; an empty list allows all) and holds none of the
/// refused words.
bool licenceAllowed(const std::string& licence, const Recipe::Data& data);

/// Ids and splits; features are left undefined. Without split column a share of the clips, chosen by the seed,
/// validates. Errors: Error(BadInput) with fewer than two training clips.
Dataset makeDataset(const Manifest& manifest, std::vector<ManifestRow> rows, const Recipe& recipe);

/// Leaves out the clips without features and puts in the rest. features.counts has one entry per row.
Dataset withFeatures(Dataset dataset, const ClipFeatures& features);

/// One of the captions of equal rank of each clip and level, each as likely as any other; -1 where there is none.
/// Shapes: alternatives int64 [B, L, A] as in Dataset; returns [B, L]. Draws from torch's default generator, nothing
/// where A is 1.
torch::Tensor drawnCaptions(const torch::Tensor& alternatives);

/// SHA-256 over what decides a run: clips, captions, labels, splits and features.
std::string fingerprint(const Dataset& dataset);

} // namespace prolap::train
