#pragma once

#include <vector>

#include <torch/torch.h>

namespace prolap {

/// What became of each query.
struct RankedQueries {
    torch::Tensor wanted;           ///< [Q] int64, hits there are to find
    torch::Tensor firstRank;        ///< [Q] int64, rank of the first hit, counted from 1; 0 where there is none to find
    torch::Tensor averagePrecision; ///< [Q] float64, AP@10 divided by min(10, wanted); 0 where there is none to find
};

/// Ranks the items of each query by falling score; equal scores in the order of the items.
/// Shapes: scores [Q, N], hits bool [Q, N].
RankedQueries rankQueries(const torch::Tensor& scores, const torch::Tensor& hits);

/// Queries of several calls one after the other.
RankedQueries joined(const std::vector<RankedQueries>& parts);

/// Figures of ranked lists, each averaged over the queries that have at least one hit to find.
struct RankingMetrics {
    double r1 = 0, r5 = 0, r10 = 0; ///< share of queries with a hit among the first 1, 5, 10
    double map10 = 0;               ///< mean of the AP@10
    double medianRank = 0;          ///< of the first hit; the mean of the middle two for even counts
    std::int64_t queries = 0;       ///< that have a hit to find
};

RankingMetrics rankingMetrics(const RankedQueries& ranked);

/// What rankings of n items drawn at random are expected to give for queries with so many hits to find, wanted [Q]
/// int64 (medianRank: the median over queries of the expected first rank).
RankingMetrics rankingChance(const torch::Tensor& wanted, std::int64_t n);

/// Area under the precision-recall steps of each row over the whole list. Shapes: as above; returns [Q] float64, NaN
/// where there is no hit to find.
torch::Tensor averagePrecision(const torch::Tensor& scores, const torch::Tensor& hits);

/// Expected averagePrecision() of a random ranking of n items with r hits, r >= 1.
double averagePrecisionChance(std::int64_t n, std::int64_t r);

/// Zero-shot classification.
struct ClassificationMetrics {
    double top1 = 0;     ///< share of items whose own class scores highest
    double macroMap = 0; ///< averagePrecision() of each class over the items, averaged over classes that have items
};

/// Shapes: scores [N, C], items over classes; truth [N] int64, 0 <= truth < C.
ClassificationMetrics classificationMetrics(const torch::Tensor& scores, const torch::Tensor& truth);

/// The same for scores drawn at random.
ClassificationMetrics classificationChance(const torch::Tensor& truth, std::int64_t classes);

} // namespace prolap
