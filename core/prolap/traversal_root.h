#pragma once

namespace prolap {

/// Where a traversal on a straight line ends: the most general point there is, by one of four notions of it.
enum class TraversalRoot {
    Empty,     ///< the empty caption
    Inclusive, ///< the caption that holds the clip best: the greatest H(clip, caption); one of each clip's own
    Masked,    ///< a caption of which everything is masked
    Centroid   ///< the mean of all clips, normalised again
};

} // namespace prolap
