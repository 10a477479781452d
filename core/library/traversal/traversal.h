#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/paths.h"
#include "core/traversal/path_shape.h"

namespace prolap::library {

using prolap::nameOf;
using traversal::nameOf;
using traversal::PathShape;
using traversal::pathShapeFrom;
using traversal::traversalRootFrom;

inline constexpr std::size_t kMostTraversalPoints = 10'000;

/// Where a path begins.
enum class TraversalStart {
    NearestCaption, ///< at the caption nearest to the clip: the published protocol
    Clip            ///< at the clip itself
};

struct TraversalSetting {
    std::optional<PathShape> shape;               ///< none: Climb where the model knows uncertainty, else Linear
    TraversalRoot root = TraversalRoot::Centroid; ///< means nothing to a climb
    TraversalStart start = TraversalStart::NearestCaption;
    std::size_t points = 50;     ///< K, 1 to kMostTraversalPoints
    std::optional<double> width; ///< of a climb, in units of log u; none: climbWidth()
    std::size_t nearest = 3;     ///< captions and clips told at each point

    bool operator==(const TraversalSetting&) const = default;
};

/// A caption near a point.
struct NearCaption {
    std::uint32_t index = 0; ///< among the candidates
    std::string text;
    float similarity = 0;             ///< s with the point; on a climb with the start
    std::optional<float> probability; ///< sigmoid(a s + b); none when the model is not calibrated
    std::optional<float> uncertainty; ///< u; none when the model is deterministic
};

/// A clip near a point, with its best window.
struct NearClip {
    ClipId clip;
    Path path;
    double start = 0, end = 0; ///< seconds, of the window
    float similarity = 0;
    std::optional<float> probability;
    std::optional<float> uncertainty;
};

struct TraversalPoint {
    double t = 0;                      ///< 0 at the start, 1 at the root
    std::vector<float> mean;           ///< where it lies, [D]
    std::vector<NearCaption> captions; ///< nearest first; none on a climb where none has the step's uncertainty
    std::vector<NearClip> clips;       ///< nearest first, the start's own clip left out
    /// u to be expected here: of the nearest captions, weighted by how well they match; on a climb the caption's own.
    std::optional<float> uncertainty;
    std::optional<float> inclusion; ///< incl(start < nearest caption), mean over dimensions: above 0 it may contain it
    std::optional<float> match;     ///< probability that the nearest caption describes the start
    float similarity = 0;           ///< s of the nearest caption with the start
};

/// One caption met on the way.
struct Rung {
    std::uint32_t caption = 0; ///< index among the candidates
    std::string text;
    std::size_t firstPoint = 0, lastPoint = 0; ///< between which it was met
    std::size_t points = 0;                    ///< at how many it was the nearest
    float similarity = 0;                      ///< s with the start
    std::optional<float> probability;          ///< that it describes the start
    std::optional<float> uncertainty;
    std::optional<float> inclusion;
    std::vector<NearClip> clips; ///< nearest to the caption, the start's own clip left out
};

/// What the captions of one level of the vocabulary have as uncertainty.
struct LevelBand {
    int level = 1;                                          ///< 1: most general
    float lowerQuartile = 0, median = 0, upperQuartile = 0; ///< of u
};

/// A path from a sound to something general, and what is met on it.
struct Traversal {
    std::string subject;        ///< the clip's path as text, or the caption
    std::string model, modelId; ///< its name, and what names its embedding sets
    PathShape shape = PathShape::Linear;
    std::optional<TraversalRoot> root; ///< none on a climb
    TraversalStart start = TraversalStart::NearestCaption;
    std::string startCaption;               ///< nearest to the subject
    std::string rootCaption;                ///< where a climb ends, or what the root inclusive found; else empty
    std::optional<double> width;            ///< of a climb
    std::optional<float> startUncertainty;  ///< u of the subject
    std::vector<float> startMean, rootMean; ///< where the path begins and ends; subjectMean is the clip's own
    std::vector<float> subjectMean;
    std::size_t captionCandidates = 0, clipCandidates = 0;
    std::vector<TraversalPoint> points;
    std::vector<Rung> ladder; ///< in the order met: from specific to general
    std::vector<LevelBand> bands;
    std::vector<std::string> notes; ///< sentences on what is missing and why
};

/// A caption that both of two ladders have.
struct Meeting {
    std::size_t first = 0, second = 0; ///< indices of the rungs
};

/// The captions that both met, from specific to general as the first has them.
std::vector<Meeting> captionsInCommon(const Traversal& first, const Traversal& second);

/// The first of them.
std::optional<Meeting> whereTheyMeet(const Traversal& first, const Traversal& second);

} // namespace prolap::library
