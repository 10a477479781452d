#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/library/query/window_variances.h"
#include "core/library/ranking.h"
#include "core/library/search_service.h"

namespace prolap::library {

/// How far a full turn of the slider moves a clip: half as far as all words of a query do (word_fusion.h), in log-odds,
/// and in units of s where a model has no odds.
inline constexpr double kGeneralityLogOdds = 4;
inline constexpr double kGeneralitySimilarity = 0.25;

/// Where a model is not calibrated no similarity says "overlaps"; there the so many most similar windows do.
inline constexpr std::size_t kOverlappingWindows = 1000;

/// Inclusion becomes a probability as the inclusion loss reads it: sigmoid(kInclusionScale * incl), incl averaged over
/// the dimensions.
inline constexpr double kInclusionScale = 10;

/// What an order needs beyond a plain search's.
struct FullRanking {
    double generality = 0; ///< -1 (specific first) to 1 (general first)
    Relation relation = Relation::SoundsLike;
    const WindowVariances* variances = nullptr; ///< of the matrix' rows, for a relation
    std::span<const float> logVar = {};         ///< of the query's Gaussian, for a relation
};

/// Ranks by every window's score, where no inner product alone gives the order. Exact.
///
/// Generality g: by s + g w t(u), w = kGeneralityLogOdds / a, where t places log u between the library's 5th (-1) and
/// 95th (1) percentile, as the bell curves of the list do; beyond them it stays -1 and 1. Probability and the line
/// below the credible hits stay those of s and the words.
///
/// Relation: a clip is credible when one of its windows overlaps with the query (s is credible) and is the wider one
/// (Contains) or the narrower one (PartOf), by inclusion_scan.h. Those come first, by
///
///     log sigmoid(a s + b) + log sigmoid(kInclusionScale incl),
///
/// how probable it is that they match and that one includes the other (without calibration: the second alone). The
/// others follow by s. Words and generality say nothing here.
///
/// Words' bonus may be negative (what is pushed away).
std::optional<std::vector<RankedClip>> rankFully(const SearchableVectors& vectors, const model::ModelInfo& model,
                                                 const RankQuery& query, const FullRanking& how, std::stop_token stop);

/// Clips by their words alone, for comparison: credible with all words, by bonus, then id.
std::vector<RankedClip> rankByWords(const SearchableVectors& vectors, const RankQuery& query);

} // namespace prolap::library
