#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/traversal/traversal_root.h"

namespace prolap::traversal {

/// How a traversal goes from specific to general.
enum class PathShape {
    Linear,    ///< straight from the start to the root, each point normalised again: the published protocol
    Spherical, ///< along the great circle from the start to the root, in equal angles
    Climb      ///< up to the most general in equal steps of log u, by what fits the start best at each
};

/// As on the command line: `linear`, `spherical`, `climb`.
std::string_view nameOf(PathShape shape);
std::optional<PathShape> pathShapeFrom(std::string_view name);
std::optional<TraversalRoot> traversalRootFrom(std::string_view name);

/// A point of a path between two means as a sum of them: a * start + b * root, of length 1. That every point is such a
/// sum is what makes traversal quick: a candidate's inner products with start and root say all.
struct PathWeights {
    double t = 0; ///< 0 at the start, 1 at the root
    double a = 1, b = 0;
};

/// The points of a line or an arc, t in equal steps from 0 to 1; one point is the start alone.
/// cosine: of start and root. Opposite ones (cosine near -1) have no arc between them: there the line's middle point
/// stays at the start. shape: not Climb. Source: ProLAP (arXiv 2510.18423) for the line.
std::vector<PathWeights> pathWeights(PathShape shape, double cosine, std::size_t points);

/// The log u that each step of a climb asks for, from the start's to the greatest.
std::vector<double> climbLevels(double from, double to, std::size_t points);

/// What a step of a climb takes: the candidates with the greatest scores among those within +-width of its level, best
/// first, at most `most`. Shapes: scores [C], logUncertainty [C].
std::vector<std::size_t> bestWithin(std::span<const float> scores, std::span<const float> logUncertainty, double level,
                                    double width, std::size_t most);

/// The width that a climb takes when none is named: a tenth of the range from the 5th to the 95th hundredth of the
/// candidates' log u, so that it suits models whose variances spread little or much.
double climbWidth(std::span<const float> logUncertainty);

} // namespace prolap::traversal
