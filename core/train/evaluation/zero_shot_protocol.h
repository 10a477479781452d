#pragma once

#include <optional>

#include "core/train/evaluation/embedded_split.h"

namespace prolap::train {

/// What clips are classified by: row i stands for split.labels[i].
struct LabelPrompts {
    Gaussians prompts; ///< the mean of the label's naming captions in train; the bare label where it has none there
    Gaussians names;   ///< the bare label
};

/// Embeds the prompts of a split's labels. Nothing when stopped.
/// Errors: Error(BadInput) when the split has no labels.
std::optional<LabelPrompts> labelPrompts(const EmbeddedSplit& split, const Manifest& manifest, const Path& file,
                                         GaussianSource& source, RunControl& control);

/// Zero-shot classification of the split's clips over its labels.
///   top1        share of clips whose own label's prompt ranks first
///   macro_map   AP of each label's prompt over the clips, averaged over labels
///   top1_name macro_map_name   the same with the bare label as prompt
/// Chance of every metric. A source's figures: its clips over its own labels (so `esc10` gives the ESC-10 accuracy).
ProtocolReport evaluateZeroShot(const EmbeddedSplit& split, const LabelPrompts& prompts);

} // namespace prolap::train
