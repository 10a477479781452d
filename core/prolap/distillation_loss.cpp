#include "core/prolap/distillation_loss.h"

namespace prolap {

torch::Tensor distillationLoss(const torch::Tensor& means, const torch::Tensor& teachers)
{
    return 1 - torch::cosine_similarity(means, teachers, 1).mean();
}

} // namespace prolap
