#pragma once

#include <torch/torch.h>

namespace prolap {

/// Area under the ROC curve: the probability that a true pair scores above a false one, ties counting half. Exact, by
/// ranks, in O(n log n). Shapes: trueScores [P], falseScores [M]; NaN when either is empty.
double auroc(const torch::Tensor& trueScores, const torch::Tensor& falseScores);

/// The ROC curve's corners from (0, 0) to (1, 1).
struct RocCurve {
    torch::Tensor falseRate, trueRate; ///< [n] float64, rising
};

/// Shapes: as above, both not empty.
RocCurve rocCurve(const torch::Tensor& trueScores, const torch::Tensor& falseScores);

/// The threshold that splits best: the greatest (share of true above it) - (share of false above it), halfway to the
/// next lower score. Shapes: as above, both not empty.
double bestSplit(const torch::Tensor& trueScores, const torch::Tensor& falseScores);

} // namespace prolap
