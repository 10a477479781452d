#include "core/prolap/ppcl.h"

#include "core/prolap/similarity.h"

namespace prolap {

torch::Tensor ppclLoss(const Gaussians& audio, const Gaussians& text, const torch::Tensor& targets,
                       const torch::Tensor& logScale, const torch::Tensor& bias)
{
    const torch::Tensor logits = logScale.exp() * similarityMatrix(audio, text) + bias;
    const torch::Tensor y = targets.to(logits.dtype()) * 2 - 1;
    return -torch::log_sigmoid(y * logits).sum() / audio.mean.size(0);
}

} // namespace prolap
