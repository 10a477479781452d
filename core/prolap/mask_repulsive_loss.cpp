#include "core/prolap/mask_repulsive_loss.h"

#include "core/prolap/similarity.h"

namespace prolap {

torch::Tensor maskRepulsiveLoss(std::span<const Gaussians> views, const torch::Tensor& different,
                                const torch::Tensor& logScale, const torch::Tensor& bias)
{
    TORCH_CHECK(views.size() >= 2, "the mask repulsive loss needs a masked view");
    const torch::Tensor a = logScale.detach().exp(), b = bias.detach();
    const torch::Tensor counted = different.to(views[0].mean.dtype());
    const auto repelled = [&](const Gaussians& masked, const Gaussians& other) {
        return -(torch::log_sigmoid(-(a * similarityMatrix(masked, other) + b)) * counted).sum();
    };
    torch::Tensor sum;
    for (std::size_t l = 1; l < views.size(); ++l) {
        const torch::Tensor both = repelled(views[l], views[0]) + repelled(views[l], views[l]);
        sum = sum.defined() ? sum + both : both;
    }
    return sum / (2.0 * static_cast<double>(views.size() - 1) * counted.sum().clamp_min(1));
}

} // namespace prolap
