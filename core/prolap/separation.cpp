#include "core/prolap/separation.h"

#include <limits>
#include <tuple>

namespace prolap {

namespace {

/// How many true and false scores there are at each distinct score, from the highest down.
struct Steps {
    torch::Tensor score;           ///< [n] float64, falling
    torch::Tensor trueAt, falseAt; ///< [n] float64
    double trueTotal = 0, falseTotal = 0;
};

Steps stepsOf(const torch::Tensor& trueScores, const torch::Tensor& falseScores)
{
    const torch::Tensor all = torch::cat({trueScores.flatten(), falseScores.flatten()}).to(torch::kFloat64);
    const auto [values, place, ignored] = at::_unique2(all, /*sorted=*/true, /*return_inverse=*/true, false);
    const torch::Tensor zero = torch::zeros({values.numel()}, torch::kFloat64);
    const std::int64_t trueCount = trueScores.numel();
    const auto counted = [&zero](const torch::Tensor& at) {
        return zero.scatter_add(0, at, torch::ones({at.numel()}, torch::kFloat64)).flip(0);
    };
    return {values.flip(0), counted(place.slice(0, 0, trueCount)), counted(place.slice(0, trueCount)),
            static_cast<double>(trueCount), static_cast<double>(falseScores.numel())};
}

} // namespace

double auroc(const torch::Tensor& trueScores, const torch::Tensor& falseScores)
{
    if (trueScores.numel() == 0 || falseScores.numel() == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const Steps steps = stepsOf(trueScores, falseScores);
    // Each false score is beaten by all true ones above it and by half of those at it.
    const torch::Tensor above = steps.trueAt.cumsum(0) - 0.5 * steps.trueAt;
    return (steps.falseAt * above).sum().item<double>() / (steps.trueTotal * steps.falseTotal);
}

RocCurve rocCurve(const torch::Tensor& trueScores, const torch::Tensor& falseScores)
{
    const Steps steps = stepsOf(trueScores, falseScores);
    const torch::Tensor origin = torch::zeros({1}, torch::kFloat64);
    return {torch::cat({origin, steps.falseAt.cumsum(0) / steps.falseTotal}),
            torch::cat({origin, steps.trueAt.cumsum(0) / steps.trueTotal})};
}

double bestSplit(const torch::Tensor& trueScores, const torch::Tensor& falseScores)
{
    const Steps steps = stepsOf(trueScores, falseScores);
    const torch::Tensor gain = steps.trueAt.cumsum(0) / steps.trueTotal - steps.falseAt.cumsum(0) / steps.falseTotal;
    const auto best = gain.argmax().item<std::int64_t>();
    const double above = steps.score[best].item<double>();
    return best + 1 < steps.score.numel() ? (above + steps.score[best + 1].item<double>()) / 2 : above;
}

} // namespace prolap
