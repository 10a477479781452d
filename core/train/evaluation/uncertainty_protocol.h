#pragma once

#include "core/train/evaluation/embedded_split.h"

namespace prolap::train {

/// What the uncertainty u = sum_d sigma_d^2 follows, and whether the match probability means what it says.
///   r_length_u                  Pearson's r of length in tokens and u over distinct captions (expected < 0)
///   r_level_u                   of level and u, a caption counted once at each level it occurs at (expected < 0)
///   mean_u_levelK               over the distinct captions of level K; mean_log_var_levelK: mean over dimensions too
///   mean_u_clips median_u_clips mean_log_var_clips
///   ece ece_above_tenth         expected calibration error (15 bins) of sigmoid(a s + b), the pack's a and b, over all
///                               pairs of naming captions (level 3) and clips, and over those above .1; a caption is
///                               true of every clip of its label. Only with a calibrated pack.
/// A correlation of something constant is left out. A source's figures: its clips and their captions.
/// Errors: Error(Unsupported) for a deterministic model.
ProtocolReport evaluateUncertainty(const EmbeddedSplit& split, bool charts);

} // namespace prolap::train
