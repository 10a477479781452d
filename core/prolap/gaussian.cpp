#include "core/prolap/gaussian.h"

namespace prolap {

Gaussians Gaussians::select(const torch::Tensor& rows) const
{
    return {mean.index({rows}), logVar.defined() ? logVar.index({rows}) : logVar};
}

torch::Tensor uncertainty(const Gaussians& z)
{
    return z.probabilistic() ? z.logVar.exp().sum(1) : torch::zeros({z.mean.size(0)}, z.mean.options());
}

} // namespace prolap
