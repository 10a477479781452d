#pragma once

#include <torch/torch.h>

namespace prolap {

/// Figures of ranked lists, each averaged over the queries that have at least one hit to find.
struct RankingMetrics {
    double r1 = 0, r5 = 0, r10 = 0; ///< share of queries with a hit among the first 1, 5, 10
    double map10 = 0;               ///< AP@10 divided by min(10, number of hits there are)
    double medianRank = 0;          ///< of the first hit, counted from 1; the mean of the middle two for even counts
    std::int64_t queries = 0;       ///< that have a hit to find
};

/// Equal scores rank in the order of the items. Shapes: scores [Q, N], hits bool [Q, N].
RankingMetrics rankingMetrics(const torch::Tensor& scores, const torch::Tensor& hits);

/// What rankings drawn at random are expected to give (medianRank: the median over queries of the expected first rank).
RankingMetrics rankingChance(const torch::Tensor& hits);

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
