#pragma once

#include <optional>

#include "core/train/evaluation/embedded_split.h"

namespace prolap::train {

/// From which s on two Gaussians overlap: what "contains" asks for beside incl > 0.
struct OverlapThresholds {
    std::optional<double> audioText, levels;
};

/// Thresholds that separate true from shuffled pairs best (greatest difference of the shares above), each over the
/// pairs of all levels. validation: the split `val`, never the one that is evaluated. Nothing where it has no pairs.
/// Errors: Error(Unsupported) for a deterministic model.
OverlapThresholds overlapThresholds(const EmbeddedSplit& validation, std::uint64_t seed);

/// Inclusion by the data's hierarchy, incl(Z1 < Z2) with H in its exact form. Pairs: audio_text, each clip inside each
/// of its captions; levels, each caption of level k + 1 inside that of level k (hierarchy_pairs.h says which, and how
/// the shuffled ones are drawn).
///   share_audio_text share_levels            share of pairs with incl > 0
///   share_..._shuffled                       the same for shuffled pairs: as high, where variance alone decides
///   auroc_audio_text auroc_levels            overlap s of true against shuffled pairs
///   auroc_..._h                              the same by H(inner, outer)
///   contains_... contains_..._shuffled       share with incl > 0 and s >= threshold, and overlap_threshold_... itself;
///                                            only with thresholds
/// and all but the contains ones for each level: ..._audio_levelK, ..._levelL_levelK. Chance: a half, but for contains.
/// Errors: Error(Unsupported) for a deterministic model.
ProtocolReport evaluateInclusion(const EmbeddedSplit& split, const OverlapThresholds& thresholds, std::uint64_t seed,
                                 bool charts);

} // namespace prolap::train
