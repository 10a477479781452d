#include "core/prolap/vib.h"

namespace prolap {

torch::Tensor vibLoss(const Gaussians& z)
{
    TORCH_CHECK(z.probabilistic(), "VIB needs variances");
    return 0.5 * (z.logVar.exp() + z.mean.square() - 1 - z.logVar).sum(1).mean();
}

} // namespace prolap
