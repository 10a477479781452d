#pragma once

#include <torch/torch.h>

namespace prolap {

/// Turns a similarity into a match probability: sigmoid(scale * s + bias).
struct Calibration {
    double scale = 1;
    double bias = 0;
};

/// sigmoid(a s + b), shape as s.
torch::Tensor matchProbability(const torch::Tensor& s, const Calibration& calibration);

/// Fits a and b by logistic regression of truth on s (Platt scaling, with his smoothed targets, so that separable data
/// give finite answers), by Newton's method in double precision.
/// Shapes: s [P] any float type; truth bool [P]; weight [P] >= 0 or undefined for equal weights.
/// Errors: TORCH_CHECK when truth is all true or all false.
Calibration fitCalibration(const torch::Tensor& s, const torch::Tensor& truth, const torch::Tensor& weight = {});

/// The probability at which "match" is best said: the threshold with the highest F1 over the pairs, halfway to the next
/// lower probability. Shapes: probability [P], truth bool [P], P >= 1, one of them true.
double bestF1Threshold(const torch::Tensor& probability, const torch::Tensor& truth);

/// Pairs in equal-width bins by their probability.
struct ReliabilityBins {
    torch::Tensor weight;         ///< [bins] float64, the pairs of each bin, 0 where there are none
    torch::Tensor claimed, found; ///< [bins] float64, mean probability and share of true pairs; 0 in an empty bin
};

/// Shapes: probability [P], truth bool [P], weight as above.
ReliabilityBins reliabilityBins(const torch::Tensor& probability, const torch::Tensor& truth, int bins = 15,
                                const torch::Tensor& weight = {});

/// Expected calibration error: pairs in equal-width bins by probability, |mean probability - share of true| averaged
/// with the bins' sizes. Shapes: probability [P], truth bool [P], weight as above. Returns 0 for no pairs.
double expectedCalibrationError(const torch::Tensor& probability, const torch::Tensor& truth, int bins = 15,
                                const torch::Tensor& weight = {});

} // namespace prolap
