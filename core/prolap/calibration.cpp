#include "core/prolap/calibration.h"

#include <cmath>

namespace prolap {

namespace {

torch::Tensor weightsOf(const torch::Tensor& weight, const torch::Tensor& like)
{
    return weight.defined() ? weight.to(torch::kFloat64) : torch::ones_like(like, torch::kFloat64);
}

} // namespace

torch::Tensor matchProbability(const torch::Tensor& s, const Calibration& calibration)
{
    return torch::sigmoid(calibration.scale * s + calibration.bias);
}

Calibration fitCalibration(const torch::Tensor& s, const torch::Tensor& truth, const torch::Tensor& weight)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor x = s.to(torch::kFloat64);
    const torch::Tensor w = weightsOf(weight, s);
    const torch::Tensor y = truth.to(torch::kFloat64);
    const double positives = (w * y).sum().item<double>();
    const double negatives = (w * (1 - y)).sum().item<double>();
    TORCH_CHECK(positives > 0 && negatives > 0, "calibration needs true and false pairs");
    const torch::Tensor target =
        torch::where(truth, (positives + 1) / (positives + 2), 1 / (negatives + 2)).to(torch::kFloat64);
    // Standardised, so that Newton starts well whatever the range of s.
    const double total = positives + negatives;
    const double centre = (w * x).sum().item<double>() / total;
    const double spread = std::sqrt((w * (x - centre).square()).sum().item<double>() / total) + 1e-12;
    x = (x - centre) / spread;

    const auto lossOf = [&](double a, double b) {
        const torch::Tensor logits = a * x + b;
        return (w * (torch::softplus(logits) - target * logits)).sum().item<double>();
    };
    double a = 0, b = std::log((positives + 1) / (negatives + 1));
    double loss = lossOf(a, b);
    for (int iteration = 0; iteration < 100; ++iteration) {
        const torch::Tensor p = torch::sigmoid(a * x + b);
        const torch::Tensor residual = w * (p - target), curvature = w * p * (1 - p);
        const double gradA = (residual * x).sum().item<double>(), gradB = residual.sum().item<double>();
        const double haa = (curvature * x * x).sum().item<double>() + 1e-10;
        const double hab = (curvature * x).sum().item<double>();
        const double hbb = curvature.sum().item<double>() + 1e-10;
        const double determinant = haa * hbb - hab * hab;
        const double stepA = (hbb * gradA - hab * gradB) / determinant;
        const double stepB = (haa * gradB - hab * gradA) / determinant;
        // The loss is convex: halving the step until it falls cannot fail before the step is nothing.
        double length = 1;
        double next = lossOf(a - stepA, b - stepB);
        while (next > loss && length > 1e-10) {
            length /= 2;
            next = lossOf(a - length * stepA, b - length * stepB);
        }
        if (next >= loss)
            break;
        a -= length * stepA;
        b -= length * stepB;
        const bool settled = loss - next < 1e-12 * (1 + std::abs(loss));
        loss = next;
        if (settled)
            break;
    }
    return {a / spread, b - a * centre / spread};
}

double bestF1Threshold(const torch::Tensor& probability, const torch::Tensor& truth)
{
    const torch::NoGradGuard noGrad;
    const auto [sorted, order] = probability.to(torch::kFloat64).flatten().sort(/*dim=*/0, /*descending=*/true);
    const torch::Tensor found = truth.flatten().index_select(0, order).to(torch::kFloat64).cumsum(0);
    const std::int64_t pairs = sorted.numel();
    const double all = found[pairs - 1].item<double>();
    TORCH_CHECK(all > 0, "a threshold needs true pairs");
    // F1 with the first k pairs called matches: 2 found / (k + all).
    const torch::Tensor f1 = 2 * found / (torch::arange(1, pairs + 1, torch::kFloat64) + all);
    const std::int64_t last = f1.argmax().item<std::int64_t>();
    const double above = sorted[last].item<double>();
    const double below = last + 1 < pairs ? sorted[last + 1].item<double>() : 0.0;
    return (above + below) / 2;
}

ReliabilityBins reliabilityBins(const torch::Tensor& probability, const torch::Tensor& truth, int bins,
                                const torch::Tensor& weight)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor p = probability.to(torch::kFloat64).flatten();
    const torch::Tensor w = weightsOf(weight, probability).flatten();
    const torch::Tensor bin = (p * bins).floor().clamp(0, bins - 1).to(torch::kInt64);
    const torch::Tensor zero = torch::zeros({bins}, torch::kFloat64);
    const torch::Tensor size = zero.scatter_add(0, bin, w);
    const torch::Tensor divisor = torch::where(size > 0, size, 1.0);
    return {size, zero.scatter_add(0, bin, w * p) / divisor,
            zero.scatter_add(0, bin, w * truth.flatten().to(torch::kFloat64)) / divisor};
}

double expectedCalibrationError(const torch::Tensor& probability, const torch::Tensor& truth, int bins,
                                const torch::Tensor& weight)
{
    const ReliabilityBins reliability = reliabilityBins(probability, truth, bins, weight);
    const double total = reliability.weight.sum().item<double>();
    const torch::Tensor error = reliability.weight * (reliability.claimed - reliability.found).abs();
    return total > 0 ? error.sum().item<double>() / total : 0.0;
}

} // namespace prolap
