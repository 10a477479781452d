#include "core/prolap/similarity.h"

namespace prolap {

torch::Tensor csd(const Gaussians& z1, const Gaussians& z2)
{
    return (z1.mean - z2.mean).square().sum(1) + uncertainty(z1) + uncertainty(z2);
}

torch::Tensor similarity(const Gaussians& z1, const Gaussians& z2)
{
    return (z1.mean * z2.mean).sum(1) - 0.5 * (uncertainty(z1) + uncertainty(z2));
}

torch::Tensor similarityMatrix(const Gaussians& z1, const Gaussians& z2)
{
    return torch::mm(z1.mean, z2.mean.t()) - 0.5 * (uncertainty(z1).unsqueeze(1) + uncertainty(z2).unsqueeze(0));
}

} // namespace prolap
