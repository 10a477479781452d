#include "core/prolap/inclusion_loss.h"

#include <vector>

namespace prolap {

torch::Tensor inclusionLoss(const Gaussians& inner, const Gaussians& outer, const InclusionLossOptions& options)
{
    const auto reduction = options.form == InclusionForm::ProLip ? InclusionReduction::None : InclusionReduction::Mean;
    const torch::Tensor score = inclusion(inner, outer, options.form, reduction);
    return -torch::log_sigmoid(options.c * score).mean();
}

torch::Tensor hierarchicalInclusionLoss(std::span<const Gaussians> views, const InclusionLossOptions& options)
{
    TORCH_CHECK(views.size() >= 2, "hierarchical inclusion needs two views");
    torch::Tensor sum = inclusionLoss(views[0], views[1], options);
    for (std::size_t l = 2; l < views.size(); ++l)
        sum = sum + inclusionLoss(views[l - 1], views[l], options);
    return sum;
}

torch::Tensor captionLevelInclusionLoss(std::span<const Gaussians> levels, const InclusionLossOptions& options)
{
    TORCH_CHECK(levels.size() >= 2, "caption-level inclusion needs two levels");
    const std::vector<Gaussians> specificFirst(levels.rbegin(), levels.rend());
    return hierarchicalInclusionLoss(specificFirst, options) / static_cast<double>(levels.size() - 1);
}

torch::Tensor mixtureInclusionLoss(const Gaussians& first, const Gaussians& second, std::span<const Gaussians> mixtures,
                                   const InclusionLossOptions& options)
{
    TORCH_CHECK(!mixtures.empty(), "mixture inclusion needs a mixture");
    std::vector<Gaussians> chain{first};
    chain.insert(chain.end(), mixtures.begin(), mixtures.end());
    return 0.5 * (hierarchicalInclusionLoss(chain, options) / static_cast<double>(mixtures.size()) +
                  inclusionLoss(second, mixtures.back(), options));
}

} // namespace prolap
