#pragma once

#include <string_view>

namespace prolap {

/// Where a traversal on a straight line ends: the most general point there is, by one of four notions of it.
enum class TraversalRoot {
    Empty,     ///< the empty caption
    Inclusive, ///< the caption that holds the clip best: the greatest H(clip, caption); one of each clip's own
    Masked,    ///< a caption of which everything is masked
    Centroid   ///< the mean of all clips, normalised again
};

inline constexpr TraversalRoot kTraversalRoots[] = {TraversalRoot::Empty, TraversalRoot::Inclusive,
                                                    TraversalRoot::Masked, TraversalRoot::Centroid};

/// As on the command line: `empty`, `inclusive`, `masked`, `centroid`.
constexpr std::string_view nameOf(TraversalRoot root)
{
    switch (root) {
    case TraversalRoot::Empty:
        return "empty";
    case TraversalRoot::Inclusive:
        return "inclusive";
    case TraversalRoot::Masked:
        return "masked";
    case TraversalRoot::Centroid:
        return "centroid";
    }
    return {};
}

} // namespace prolap
