#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <stop_token>
#include <vector>

#include "core/traversal/path_shape.h"

namespace prolap::traversal {

/// A candidate that a point of a path meets.
struct Met {
    std::size_t candidate = 0;
    float score = 0;
};

/// What each point of a path meets, nearest first.
using Meetings = std::vector<std::vector<Met>>;

inline constexpr std::uint32_t kNoGroup = std::numeric_limits<std::uint32_t>::max();

/// C candidates as a line or an arc sees them: its points are sums of its two ends, so two inner products of each say
/// all, whatever the number of points. Shapes: all [C].
struct EndProducts {
    std::span<const float> withStart, withRoot;
    std::span<const float> bias; ///< -u / 2; what is added to every score
    /// Candidates of one group are one: its best alone is met. Not set: each is a group of its own.
    std::function<std::uint32_t(std::size_t)> groupOf;
    std::uint32_t leftOut = kNoGroup; ///< a group that is not met
};

/// The `most` candidates with the greatest s = point . mu - u / 2 at each point. Empty when stopped.
/// Threads: reentrant; a large question is worked out by two.
Meetings alongLine(std::span<const PathWeights> points, const EndProducts& candidates, std::size_t most,
                   const std::stop_token& stop = {});

/// What a climb takes at each level (climbLevels()), see bestWithin(); none where no candidate has the level's
/// uncertainty. Shapes: scores [C], s with the subject; logUncertainty [C]. Empty when stopped. Threads: as above.
Meetings alongClimb(std::span<const double> levels, std::span<const float> scores,
                    std::span<const float> logUncertainty, double width, std::size_t most,
                    const std::stop_token& stop = {});

/// The distinct nearest candidates in the order in which they are met.
std::vector<std::size_t> distinctInOrder(const Meetings& meetings);

} // namespace prolap::traversal
