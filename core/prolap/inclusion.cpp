#include "core/prolap/inclusion.h"

#include <cmath>
#include <numbers>

namespace prolap {

namespace {

constexpr double kProLipLogScale = -10;

/// H of each dimension, [N, D].
torch::Tensor perDimension(const Gaussians& z1, const Gaussians& z2, InclusionForm form)
{
    TORCH_CHECK(z1.probabilistic() && z2.probabilistic(), "inclusion needs variances");
    const torch::Tensor& l1 = z1.logVar;
    const torch::Tensor& l2 = z2.logVar;
    const torch::Tensor logWidth = torch::logaddexp(l1, l2 + std::log(2.0)); // log(v1 + 2 v2)
    const torch::Tensor distance = (z1.mean - z2.mean).square() * (-logWidth).exp();
    if (form == InclusionForm::ProLip) {
        const torch::Tensor logA = logWidth - std::log(2.0) - l1 - l2 + kProLipLogScale;
        return -2 * l1 - l2 - 0.5 * logA - std::exp(kProLipLogScale) * distance;
    }
    const double constant =
        0.5 * std::log(2.0) + 0.5 * std::log(std::numbers::pi) - 1.5 * std::log(2 * std::numbers::pi);
    return -0.5 * l1 - 0.5 * logWidth - distance + constant;
}

} // namespace

torch::Tensor inclusionMeasure(const Gaussians& z1, const Gaussians& z2, InclusionForm form,
                               InclusionReduction reduction)
{
    const torch::Tensor h = perDimension(z1, z2, form);
    if (reduction == InclusionReduction::None)
        return h;
    return reduction == InclusionReduction::Sum ? h.sum(1) : h.mean(1);
}

torch::Tensor inclusion(const Gaussians& z1, const Gaussians& z2, InclusionForm form, InclusionReduction reduction)
{
    return inclusionMeasure(z1, z2, form, reduction) - inclusionMeasure(z2, z1, form, reduction);
}

} // namespace prolap
