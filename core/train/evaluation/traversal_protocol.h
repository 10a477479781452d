#pragma once

#include "core/train/evaluation/embedded_split.h"

namespace prolap::train {

/// Audio traversal from each clip to the most general point. All distinct captions of the split are candidates; the
/// start is the caption nearest to the clip (by s). Line: `points` points to the root, the nearest caption of each is
/// met. Climb: see core/traversal/path_shape.h; it ends at the most general caption and has no root. The walk is that
/// of window and command line (core/traversal/meetings.h). P is the set of captions met, G the
/// clip's own distinct ones.
///   precision          |P and G| / |P|, averaged over clips
///   recall             |P and G| / |G|
///   recall_levelK      share of clips (that have a caption of level K) whose caption of level K is met
/// Chance: as many captions drawn at random. Clips with captions at fewer than two levels are left out.
/// everyWay: also every root and both ways, as centroid_line_precision, ..., climb_precision, ... (`<root>_line_` and
/// `climb_` before the names above), leaving out what the model does not allow, with a note.
/// Errors: Error(BadInput) when no clip has captions at two levels; Error(Unsupported) when the setting needs
/// variances (root inclusive, climb) or a mask token (root masked) that the model does not have.
/// Source: ProLAP (arXiv 2510.18423), after HierarCaps (ECCV 2024); the climb is this project's.
ProtocolReport evaluateTraversal(const EmbeddedSplit& split, const TraversalSetting& setting, bool everyWay,
                                 bool charts);

/// Each clip's own precision and recall, in the order of its clips that have captions at two levels; means of these are
/// the figures above. Errors: those of evaluateTraversal().
struct TraversalByClip {
    std::vector<double> precision, recall;
};
TraversalByClip traversalByClip(const EmbeddedSplit& split, const TraversalSetting& setting);

} // namespace prolap::train
