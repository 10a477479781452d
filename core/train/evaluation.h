#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/model/embedder.h"
#include "core/paths.h"
#include "core/progress.h"
#include "core/run_control.h"
#include "core/train/training_run.h"

namespace prolap::train {

struct EvaluationOptions {
    Path manifest;                    ///< as for training
    std::string split = "test";       ///< rows to evaluate; ignored where the manifest has no split column
    std::vector<std::string> sources; ///< only rows of these sources (column `source`); empty: all
    bool strict = false;              ///< an unusable row ends the run
};

/// Figures of one source.
struct SourceFigures {
    std::string source;
    std::int64_t clips = 0;
    std::map<std::string, double> metrics, chance;
};

/// Figures by name; chance has what a random ranking is expected to give, under the same names.
struct EvaluationReport {
    Outcome outcome = Outcome::Done; ///< Cancelled: no figures
    std::string protocol;            ///< `retrieval`, `zeroshot`
    std::string split;
    std::int64_t clips = 0;
    std::int64_t captions = 0; ///< distinct queries or prompts
    std::map<std::string, double> metrics, chance;
    std::vector<SourceFigures> sources; ///< by name; empty where the manifest has no source column
    std::vector<DataFailure> failures;
};

/// Retrieval both ways over all clips of the split, ranked by s (queries' own variance is a constant).
///   t2a_r1 t2a_r5 t2a_r10 t2a_map10 t2a_medr   each caption of each clip is a query; a hit is its own clip
///   t2a_map10_levelK                           the same for captions of level K alone (manifests with levels)
///   a2t_r1 a2t_r5 a2t_r10 a2t_map10 a2t_medr   each clip over all distinct captions; a hit is any of its captions
///   t2a_label_map10                            each distinct level-3 caption; a hit is any clip of its label
///   a2t_label_map10 a2t_label_r1               each clip over these captions; a hit is any of its label's
/// AP@10 is divided by min(10, number of hits there are). A source's figures: its queries over the whole split.
/// Label figures only where the manifest has labels; without caption levels the only caption counts as level 3.
/// Errors: those of reading the manifest; Error(BadInput) when no clip of the split can be used.
EvaluationReport evaluateRetrieval(const EvaluationOptions& options, const model::Embedder& embedder,
                                   RunControl& control, const ProgressFn& progress);

/// Zero-shot classification of the split's clips over the split's labels.
///   top1        share of clips whose own label's prompt ranks first
///   macro_map   AP of each label's prompt over the clips, averaged over labels
///   top1_name macro_map_name   the same with the bare label as prompt
/// A label's prompt is the mean of the means of the distinct level-3 captions that the label has in the train split,
/// normalised again, with the mean of their log-variances; the bare label where it does not occur in train.
/// A source's figures: its clips over its own labels (so `esc10` gives the ESC-10 accuracy).
/// Errors: as above; Error(BadInput) when the manifest has no labels.
EvaluationReport evaluateZeroShot(const EvaluationOptions& options, const model::Embedder& embedder,
                                  RunControl& control, const ProgressFn& progress);

} // namespace prolap::train
