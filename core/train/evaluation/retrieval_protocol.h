#pragma once

#include <vector>

#include "core/prolap/gaussian.h"
#include "core/train/evaluation/figures.h"
#include "core/train/evaluation/report/chart.h"

namespace prolap::train {

/// A split as tensors: what the retrieval protocol is worked out on, by `prolap eval` and by the trainer's validation.
struct RetrievalTask {
    Gaussians clips;            ///< [N, D]
    Gaussians captions;         ///< [C, D], distinct captions
    torch::Tensor captionIds;   ///< int64 [N, L]: each clip's captions, general to specific, -1 where it has none
    torch::Tensor alternatives; ///< int64 [N, L, A]: all its captions of equal rank, captionIds first, then -1;
                                ///< undefined where no clip has several
    torch::Tensor labels;       ///< int64 [N], -1 for none
};

/// Which of the caption columns names the label: the third, or the last of fewer.
std::int64_t labelLevel(const torch::Tensor& captionIds);

/// Which clips each naming caption is true of.
struct NamedClips {
    torch::Tensor captions; ///< int64 [Q], distinct captions at labelLevel()
    torch::Tensor hits;     ///< bool [Q, N]: the clip has a label that some clip with this caption has
};

/// Clips without label, and all where there are no labels, are hits of the captions they carry themselves.
NamedClips namedClips(const RetrievalTask& task);

/// Retrieval both ways over all clips of the task, ranked by s (a query's own variance is a constant).
///   t2a_r1 t2a_r5 t2a_r10 t2a_map10 t2a_medr   each caption of each clip is a query; a hit is its own clip
///   t2a_map10_levelK                           the same for captions of level K alone (manifests with levels)
///   a2t_r1 a2t_r5 a2t_r10 a2t_map10 a2t_medr   each clip over all distinct captions; a hit is any of its captions
///   t2a_label_map10                            each distinct level-3 caption; a hit is any clip of its label
///   a2t_label_map10 a2t_label_r1               each clip over these captions; a hit is any of its label's
/// AP@10 is divided by min(10, number of hits there are). Chance: what random rankings give, of every metric.
/// Label figures only where there are labels; without caption levels the only caption counts as level 3.
/// queries: bool [N], whose clips (and captions) ask; all clips of the task are ranked. Undefined: all.
Figures retrievalFigures(const RetrievalTask& task, const torch::Tensor& queries = {});

/// Recall over the number of answers looked at, both ways.
std::vector<Chart> retrievalCharts(const RetrievalTask& task);

} // namespace prolap::train
