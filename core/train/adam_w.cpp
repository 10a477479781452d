#include "core/train/adam_w.h"

#include <algorithm>
#include <cmath>

namespace prolap::train {

namespace {

constexpr double kEpsilon = 1e-8;

} // namespace

AdamW::AdamW(std::vector<TrainedTensor> tensors, const Options& options)
    : m_tensors(std::move(tensors)), m_options(options)
{
    for (const TrainedTensor& trained : m_tensors) {
        m_first.push_back(torch::zeros_like(trained.tensor));
        m_second.push_back(torch::zeros_like(trained.tensor));
    }
}

void AdamW::clearGradients()
{
    for (TrainedTensor& trained : m_tensors)
        trained.tensor.mutable_grad() = torch::Tensor();
}

double AdamW::gradientNorm() const
{
    std::vector<torch::Tensor> norms;
    for (const TrainedTensor& trained : m_tensors) {
        if (trained.tensor.grad().defined())
            norms.push_back(trained.tensor.grad().norm());
    }
    return norms.empty() ? 0 : torch::stack(norms).norm().item<double>();
}

void AdamW::step(double rate, std::int64_t step, double norm)
{
    const torch::NoGradGuard noGrad;
    const double clip = std::min(1.0, m_options.gradientNorm / (norm + 1e-6));
    const auto t = static_cast<double>(step);
    const double correction1 = 1 - std::pow(m_options.beta1, t), correction2 = 1 - std::pow(m_options.beta2, t);
    for (std::size_t i = 0; i < m_tensors.size(); ++i) {
        torch::Tensor& tensor = m_tensors[i].tensor;
        if (!tensor.grad().defined())
            continue;
        const torch::Tensor gradient = tensor.grad() * clip;
        const double pace = rate * m_tensors[i].rateFactor;
        tensor.mul_(1 - pace * m_tensors[i].decay);
        m_first[i].mul_(m_options.beta1).add_(gradient, 1 - m_options.beta1);
        m_second[i].mul_(m_options.beta2).addcmul_(gradient, gradient, 1 - m_options.beta2);
        const torch::Tensor spread = (m_second[i] / correction2).sqrt_().add_(kEpsilon);
        tensor.addcdiv_(m_first[i], spread, -pace / correction1);
    }
}

NamedTensors AdamW::moments(const std::vector<torch::Tensor>& of) const
{
    NamedTensors named;
    for (std::size_t i = 0; i < m_tensors.size(); ++i)
        named[m_tensors[i].name] = of[i];
    return named;
}

} // namespace prolap::train
