#pragma once

#include <map>
#include <string>

#include "core/prolap/gaussian.h"

namespace prolap::train {

/// A split as tensors: what the retrieval protocol is worked out on, by `prolap eval` and by the trainer's validation.
struct RetrievalTask {
    Gaussians clips;          ///< [N, D]
    Gaussians captions;       ///< [C, D], distinct captions
    torch::Tensor captionIds; ///< int64 [N, L]: each clip's captions, general to specific, -1 where it has none
    torch::Tensor labels;     ///< int64 [N], -1 for none
};

struct Figures {
    std::map<std::string, double> metrics, chance;
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

/// The metrics of evaluateRetrieval(), with chance under the same names.
/// queries: bool [N], whose clips (and captions) ask; all clips of the task are ranked. Undefined: all.
Figures retrievalFigures(const RetrievalTask& task, const torch::Tensor& queries = {});

} // namespace prolap::train
