#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/train/evaluation/gaussian_source.h"
#include "core/train/evaluation/protocol_report.h"
#include "core/train/evaluation/retrieval_protocol.h"

namespace prolap::train {

/// A split in the joint space, made once and looked at by every protocol.
struct EmbeddedSplit {
    GaussianSource::Facts model;
    std::vector<ManifestRow> rows;     ///< N clips
    std::vector<std::string> captions; ///< C, distinct, in the order of their first use
    std::vector<std::string> labels;   ///< distinct, in alphabetical order; task.labels counts them
    RetrievalTask task;                ///< clips, captions, which belongs to which
    torch::Tensor captionTokens;       ///< int64 [C], length in tokens without special ones
    Gaussians empty;                   ///< [1, D], the empty caption
    std::optional<Gaussians> masked;   ///< [1, D], the fully masked caption; nothing where there is no mask token
};

/// Embeds the captions of clips that are embedded already. levels: of the manifest. Nothing when stopped.
std::optional<EmbeddedSplit> embeddedSplit(GaussianSource::Clips clips, int levels, GaussianSource& source,
                                           RunControl& control);

/// Figures of each source's clips: figures(mask) with bool [N], true for the source's. Those without metrics are left
/// out. Empty where the manifest has no sources.
std::vector<SourceFigures> figuresBySource(const EmbeddedSplit& split,
                                           const std::function<Figures(const torch::Tensor& mask)>& figures);

/// Errors: Error(Unsupported) when the model is deterministic; what: what needs variances.
void requireVariances(const EmbeddedSplit& split, const std::string& what);

} // namespace prolap::train
