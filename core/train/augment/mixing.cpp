#include "core/train/augment/mixing.h"

#include <algorithm>
#include <functional>

#include "core/train/augment/uniform.h"

namespace prolap::train {

namespace {

double rms(const torch::Tensor& samples)
{
    return samples.to(torch::kFloat64).square().mean().sqrt().item<double>();
}

torch::Tensor extended(const torch::Tensor& samples, std::int64_t length)
{
    return torch::constant_pad_nd(samples, {0, length - samples.size(0)});
}

} // namespace

torch::Tensor mixWaveforms(const torch::Tensor& a, const torch::Tensor& b, double alpha)
{
    const double levelA = rms(a), levelB = rms(b);
    const double matching = levelA > 0 && levelB > 0 ? levelA / levelB : 1;
    const std::int64_t length = std::max(a.size(0), b.size(0));
    const torch::Tensor mixture = alpha * extended(a, length) + (1 - alpha) * matching * extended(b, length);
    const double peak = mixture.abs().max().item<double>();
    return peak > 1 ? mixture / peak : mixture;
}

std::vector<double> gradedAlphas(std::mt19937_64& random, int levels)
{
    std::vector<double> alphas;
    for (int i = 0; i < levels; ++i)
        alphas.push_back(uniform(random, .5, 1));
    std::sort(alphas.begin(), alphas.end(), std::greater<>());
    return alphas;
}

} // namespace prolap::train
