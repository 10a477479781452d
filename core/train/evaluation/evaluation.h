#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/embedder.h"
#include "core/model/open_embedder.h"
#include "core/paths.h"
#include "core/progress.h"
#include "core/run_control.h"
#include "core/train/data/data_source.h"
#include "core/train/evaluation/protocol_report.h"

namespace prolap::train {

/// What `prolap eval` is told. Compiles without torch.
struct EvaluationOptions : DataSource {
    std::string split = "test";       ///< rows to evaluate; ignored where the data have no splits
    std::vector<std::string> sources; ///< only rows of these sources (column `source`); empty: all
    bool strict = false;              ///< an unusable row ends the run
    std::vector<Protocol> protocols;  ///< at least one
    TraversalSetting traversal;
    bool everyTraversal = false; ///< every root and both ways beside the one named in traversal
    std::uint64_t seed = 1;      ///< of the shuffled pairs
    bool charts = false;         ///< also what a report plots
};

/// Works out protocols on one embedding of the split (traversal_protocol.h and its neighbours say what their figures
/// mean). Inclusion also embeds the split `val`, where there is one and it is not the one evaluated, to choose the
/// threshold of overlap. Of several protocols, those that the model or the manifest does not allow are skipped.
/// Errors: those of reading the manifest; Error(BadInput) when no clip of the split can be used; those of the protocol
/// when it is the only one, or when every one is skipped.
Evaluation evaluate(const EvaluationOptions& options, const model::Embedder& embedder, RunControl& control,
                    const ProgressFn& progress);

/// Where a model's encoder features are kept between evaluations.
struct CachedModel {
    Path path;                  ///< a pack or checkpoint
    model::EmbedderOptions how; ///< precision: `auto` or `fp32`, both fp32
    Path cacheDir;              ///< empty: userCacheDir()/features, as in training
};

/// The same through the cache of encoder features: a second evaluation on the same encoders, by this pack or another,
/// takes seconds. Of a clip with more than 30 windows it uses 30, evenly spaced, as training does; else the figures are
/// those of evaluate() in fp32. Errors: as above and those of opening a model; Error(BadInput) for bf16.
Evaluation evaluateCached(const EvaluationOptions& options, const CachedModel& model, RunControl& control,
                          const ProgressFn& progress);

} // namespace prolap::train
