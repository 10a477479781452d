#include "core/prolap/siglip.h"

#include "core/prolap/ppcl.h"

namespace prolap {

torch::Tensor siglipLoss(const torch::Tensor& audio, const torch::Tensor& text, const torch::Tensor& targets,
                         const torch::Tensor& logScale, const torch::Tensor& bias)
{
    return ppclLoss({audio, {}}, {text, {}}, targets, logScale, bias);
}

} // namespace prolap
