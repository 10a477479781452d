#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/train/evaluation/figures.h"
#include "core/train/evaluation/report/chart.h"
#include "core/train/training_run.h"
#include "core/traversal/traversal_root.h"

namespace prolap::train {

enum class Protocol { Retrieval, ZeroShot, Traversal, Inclusion, Uncertainty };

/// All, in the order in which a report shows them.
inline constexpr Protocol kProtocols[] = {Protocol::Retrieval, Protocol::ZeroShot, Protocol::Traversal,
                                          Protocol::Inclusion, Protocol::Uncertainty};

/// `retrieval`, `zeroshot`, `traversal`, `inclusion`, `uncertainty`.
const char* nameOf(Protocol protocol);

/// The way of a traversal.
enum class TraversalPath {
    Line, ///< straight from the start caption to a root: the paper's protocol
    Climb ///< by rising uncertainty to the most general caption, staying with what fits the clip
};

const char* nameOf(TraversalPath path);
using prolap::nameOf;

/// Figures of one source's clips.
struct SourceFigures {
    std::string source;
    std::int64_t clips = 0;
    Figures figures;
};

/// What a traversal was.
struct TraversalSetting {
    TraversalPath path = TraversalPath::Line;
    TraversalRoot root = TraversalRoot::Centroid; ///< of a line; a climb has none
    int points = 50;
    double width = .4; ///< of a climb: how far from each step's log u a caption may lie
};

/// "straight line to the root centroid, 50 points", "climb to the most general caption, 50 points, width 0.4".
std::string sentence(const TraversalSetting& setting);

/// What one protocol found.
struct ProtocolReport {
    Protocol protocol = Protocol::Retrieval;
    std::int64_t clips = 0;
    std::int64_t captions = 0; ///< distinct queries, prompts or candidates
    Figures figures;
    std::vector<SourceFigures> sources;        ///< by name; empty where the manifest has no source column
    std::vector<std::string> notes;            ///< what to know when reading the figures, a sentence each
    std::optional<TraversalSetting> traversal; ///< of Protocol::Traversal
    std::vector<Chart> charts;                 ///< empty unless asked for
};

/// A protocol that this model or manifest does not allow, and why, in one sentence.
struct SkippedProtocol {
    Protocol protocol;
    std::string reason;
};

/// What an evaluation of a split found.
struct Evaluation {
    Outcome outcome = Outcome::Done; ///< Cancelled: no protocols
    std::string model;               ///< the pack's name
    std::string split;               ///< empty where the manifest has no split column
    std::int64_t clips = 0;
    std::vector<ProtocolReport> protocols;
    std::vector<SkippedProtocol> skipped; ///< when several were asked for; a single one is an error
    std::vector<DataFailure> failures;
};

} // namespace prolap::train
