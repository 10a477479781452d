#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/ids.h"
#include "core/library/vector_cache.h"
#include "core/library/word_fusion.h"
#include "core/model/embedder.h"

namespace prolap::library {

struct RankQuery {
    std::span<const float> mean; ///< of the caption's or sound's Gaussian, [D]
    const WordEvidence* words = nullptr;
    std::size_t limit = 100;
    std::span<const std::uint8_t> allowed; ///< one byte a clip of the matrix; empty: all
    std::optional<ClipId> exclude;         ///< the clip that the query is about
};

/// A clip in its place, with its best window.
struct RankedClip {
    ClipId clip;
    std::optional<std::size_t> row; ///< of the matrix; none: known by its words only
    float similarity = 0;           ///< s = mu_q . mu_i - u_i / 2 (the query's own variance is constant)
    double fused = 0;               ///< s and the words' bonus, in units of s
    bool credible = false;
    std::optional<float> inclusion = {}; ///< of rankFully() where it orders by it
};

/// Credible is a clip whose best window and words together reach the model's credible probability (`fused` is
/// credibleSimilarity() or more), or in which all words of the query were found. The result is exact: credible clips by
/// `fused`, then the others by `fused`, equal ones by id; no clip that is left out belongs before one that is in. None
/// when stopped.
std::optional<std::vector<RankedClip>> rankClips(const SearchableVectors& vectors, const model::ModelInfo& model,
                                                 const RankQuery& query, std::stop_token stop);

/// The similarity from which on a clip is credible by its sound. A model that is not calibrated does not know: there
/// all are, and this is minus infinity.
double credibleSimilarity(const model::ModelInfo& model);

/// sigmoid(a s + b).
double matchProbability(const model::ModelInfo& model, double similarity);

} // namespace prolap::library
