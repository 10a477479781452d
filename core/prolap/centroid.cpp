#include "core/prolap/centroid.h"

namespace prolap {

torch::Tensor centroid(const torch::Tensor& means)
{
    return torch::nn::functional::normalize(means.mean(0), torch::nn::functional::NormalizeFuncOptions().dim(-1));
}

} // namespace prolap
