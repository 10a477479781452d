#pragma once

#include <cstdint>
#include <functional>

#include "core/model/prolap_model.h"
#include "core/run_control.h"
#include "core/train/data/feature_cache.h"
#include "core/train/dataset.h"
#include "core/train/recipe.h"

namespace prolap::train {

/// Encodes the masked views of the training clips with the frozen audio encoder, K draws of each: an excerpt of the
/// clip at a random place, with patches of its log-mel image hidden by recursiveMasks(). A draw depends on the clip's
/// content, its number and Recipe::Views alone, so runs share the cache. Returns [N, K, V, F], zeros for clips that are
/// not trained on; undefined when stopped. Errors: Error(...) of decoding a clip that could be decoded before.
torch::Tensor encodeMaskedClips(model::ProlapModel& model, const Dataset& dataset, const Recipe::Views& views,
                                FeatureCache& cache, RunControl& control,
                                const std::function<void(std::int64_t done, std::int64_t total)>& progress);

/// The same of the training clips' captions with the frozen text encoder, with tokens replaced by the mask token.
/// Returns [C, K, V, Ft].
torch::Tensor encodeMaskedCaptions(model::ProlapModel& model, const Dataset& dataset, const Recipe::Views& views,
                                   FeatureCache& cache, RunControl& control,
                                   const std::function<void(std::int64_t done, std::int64_t total)>& progress);

/// Encodes the mixtures of the data set's plan with the frozen audio encoder: of excerpts of both clips at random
/// places, by falling share of the first. A draw depends on both clips' content, its number and the recipe's fields
/// alone. Returns [N, K, V, F], V of Recipe::Mixing; else as encodeMaskedClips().
torch::Tensor encodeMixedClips(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                               FeatureCache& cache, RunControl& control,
                               const std::function<void(std::int64_t done, std::int64_t total)>& progress);

/// Encodes the captions of all these mixtures with the text encoder and puts them into the data set's views. cache: of
/// captions. Returns false when stopped.
bool encodeMixedCaptions(const model::ProlapModel& model, Dataset& dataset, FeatureCache& cache, RunControl& control);

} // namespace prolap::train
