#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/ids.h"
#include "core/model/embedder.h"
#include "db/word_index.h"

namespace prolap::library {

/// What the words of one query add to the meaning.
///
/// Fusion: a clip is ranked by a s + b, the log-odds that its best window matches the caption, plus a bonus of
/// kWordLogOdds times the share of the query that its name, tags and captions hold. A word counts in that share by how
/// rare it is in the library (log(1 + clips / clips with the word)): of "metal door slam" in a library full of doors,
/// "slam" says most. A word that no clip has tells no clip from another and counts nothing. The bonus is finite on
/// purpose: among clips that all say "rain" the sound decides, and a sound that is surely rain stands beside a name
/// that says so. A model that is not calibrated has no odds; there the bonus is kWordSimilarity in units of s.
/// kWordLogOdds was chosen on the validation split (docs/search.md).
struct WordEvidence {
    struct OfClip {
        float bonus = 0;  ///< in units of s
        bool all = false; ///< every word of the query was found
        std::vector<std::string> words;
    };
    std::unordered_map<ClipId, OfClip> clips;
};

inline constexpr double kWordLogOdds = 8;
inline constexpr double kWordSimilarity = 0.5;

/// hits: what the word index found; queryWords: the words that it looked for; clipCount: of the library.
WordEvidence fuseWords(const std::vector<db::WordHit>& hits, std::span<const std::string> queryWords,
                       std::int64_t clipCount, const model::ModelInfo& model);

} // namespace prolap::library
