#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/ids.h"

namespace prolap::library {

struct CaptionGaussians;
struct SearchableVectors;

struct MapPosition {
    float x = 0, y = 0;
};

/// One direction of a map.
struct MapAxis {
    double explained = 0;  ///< share of the variance of all means, 0 to 1
    std::string low, high; ///< the captions that lie farthest at either end; empty without captions
};

/// Clips and captions in the two principal components of their means: what is near in the model's space is near here
/// as far as two of its dimensions can show.
struct LibraryMap {
    std::vector<ClipId> clips;
    std::vector<MapPosition> clipPositions;
    std::vector<float> clipUncertainties; ///< u; empty when the model is deterministic
    std::vector<std::string> captions;
    std::vector<MapPosition> captionPositions;
    std::vector<float> captionUncertainties; ///< likewise
    MapAxis x, y;

    std::vector<float> centre;       ///< [D]
    std::vector<float> xAxis, yAxis; ///< [D], of length 1, at right angles

    /// Where a mean of the model's space lies on the map.
    MapPosition position(std::span<const float> mean) const;
};

/// The components are of at most 20 000 clips and captions, evenly chosen, so that a large library takes no longer; the
/// same input gives the same map. A clip lies at the mean of its windows. None when stopped. At least three clips and
/// captions together. Threads: reentrant.
std::optional<LibraryMap> makeLibraryMap(const SearchableVectors& clips, const CaptionGaussians& captions,
                                         bool probabilistic, std::stop_token stop = {});

/// Of clips alone. None when stopped, and for fewer than three clips: two have no plane.
std::optional<LibraryMap> makeClipMap(const SearchableVectors& clips, bool probabilistic, std::stop_token stop = {});

} // namespace prolap::library
