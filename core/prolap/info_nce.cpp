#include "core/prolap/info_nce.h"

namespace prolap {

namespace {

torch::Tensor oneWay(const torch::Tensor& logits, const torch::Tensor& targets)
{
    const torch::Tensor positives = targets.sum(1, /*keepdim=*/true);
    const torch::Tensor rows = -(targets / positives.clamp_min(1) * torch::log_softmax(logits, 1)).sum(1);
    return rows.sum() / (positives > 0).sum().clamp_min(1);
}

} // namespace

torch::Tensor infoNceLoss(const torch::Tensor& audio, const torch::Tensor& text, const torch::Tensor& targets,
                          const torch::Tensor& logScale)
{
    const torch::Tensor logits = logScale.exp() * torch::mm(audio, text.t());
    const torch::Tensor y = targets.to(logits.dtype());
    return 0.5 * (oneWay(logits, y) + oneWay(logits.t(), y.t()));
}

} // namespace prolap
