#include "core/prolap/targets.h"

namespace prolap {

torch::Tensor oneToOneTargets(std::int64_t n)
{
    return torch::eye(n, torch::kBool);
}

torch::Tensor labelAwareTargets(const torch::Tensor& captionIds, const torch::Tensor& levels,
                                const torch::Tensor& labels)
{
    const torch::Tensor shown = captionIds.gather(1, levels.unsqueeze(1)).squeeze(1); // [N]
    const torch::Tensor atLevel = captionIds.index_select(1, levels);                 // [i, j]: of clip i, at j's level
    const torch::Tensor sameCaption = (atLevel == shown.unsqueeze(0)) & (shown >= 0).unsqueeze(0);
    const torch::Tensor sameLabel = (labels.unsqueeze(1) == labels.unsqueeze(0)) & (labels >= 0).unsqueeze(0);
    return sameCaption | sameLabel |
           torch::eye(labels.size(0), torch::TensorOptions(torch::kBool).device(labels.device()));
}

} // namespace prolap
