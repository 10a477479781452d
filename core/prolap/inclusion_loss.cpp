#include "core/prolap/inclusion_loss.h"

namespace prolap {

torch::Tensor inclusionLoss(const Gaussians& inner, const Gaussians& outer, const InclusionLossOptions& options)
{
    const torch::Tensor score = inclusion(inner, outer, options.form, InclusionReduction::Mean);
    return -torch::log_sigmoid(options.c * score).mean();
}

torch::Tensor captionLevelInclusionLoss(std::span<const Gaussians> levels, const InclusionLossOptions& options)
{
    TORCH_CHECK(levels.size() >= 2, "caption-level inclusion needs two levels");
    torch::Tensor sum = inclusionLoss(levels[1], levels[0], options);
    for (std::size_t k = 2; k < levels.size(); ++k)
        sum = sum + inclusionLoss(levels[k], levels[k - 1], options);
    return sum / static_cast<double>(levels.size() - 1);
}

} // namespace prolap
