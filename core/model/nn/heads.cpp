#include "core/model/nn/heads.h"

namespace prolap::model::nn {

namespace F = torch::nn::functional;

ProjectionHeadImpl::ProjectionHeadImpl(const ProjectionHeadOptions& options) : m_options(options)
{
    const bool residual = options.kind == HeadsConfig::Projection::Residual;
    const auto linear = [&](std::int64_t in, std::int64_t out) {
        return torch::nn::Linear(torch::nn::LinearOptions(in, out).bias(!residual));
    };
    m_linear1 = register_module("linear1", linear(options.in, options.hidden));
    m_linear2 = register_module("linear2", linear(options.hidden, options.out));
    if (residual)
        m_norm = register_module("layer_norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({options.out})));
}

torch::Tensor ProjectionHeadImpl::forward(const torch::Tensor& features)
{
    if (m_options.kind != HeadsConfig::Projection::Residual)
        return m_linear2(inner(features));
    const auto first = m_linear1(features);
    return m_norm(first + torch::dropout(m_linear2(torch::gelu(first)), m_options.dropout, is_training()));
}

torch::Tensor ProjectionHeadImpl::inner(const torch::Tensor& features)
{
    const auto first = m_linear1(features);
    switch (m_options.kind) {
    case HeadsConfig::Projection::Relu:
        return torch::relu(first);
    case HeadsConfig::Projection::Residual:
        return torch::gelu(first);
    case HeadsConfig::Projection::Gelu:
        break;
    }
    return torch::dropout(torch::gelu(first), m_options.dropout, is_training());
}

UncertaintyHeadImpl::UncertaintyHeadImpl(const UncertaintyHeadOptions& options)
    : m_minLogVar(options.minLogVar), m_maxLogVar(options.maxLogVar)
{
    m_linear1 = register_module("linear1", torch::nn::Linear(options.in, options.hidden));
    m_linear2 = register_module("linear2", torch::nn::Linear(options.hidden, options.out));
    torch::NoGradGuard noGrad;
    m_linear2->weight.normal_(0, options.startWeight);
    m_linear2->bias.fill_(options.startLogVar);
}

torch::Tensor UncertaintyHeadImpl::forward(const torch::Tensor& features)
{
    return m_linear2(torch::gelu(m_linear1(features))).clamp(m_minLogVar, m_maxLogVar);
}

JointHeadImpl::JointHeadImpl(std::int64_t featureSize, const HeadsConfig& config, double startWeight) : m_config(config)
{
    m_featureMean = register_buffer("feature_mean", torch::zeros({featureSize}));
    m_featureStd = register_buffer("feature_std", torch::ones({featureSize}));
    m_projection = register_module(
        "projection", ProjectionHead(ProjectionHeadOptions{featureSize, config.projectionHidden, config.dim,
                                                           config.dropout, config.projection}));
    if (config.probabilistic)
        m_uncertainty =
            register_module("uncertainty", UncertaintyHead(UncertaintyHeadOptions{
                                               featureSize, config.uncertaintyHidden, config.dim, config.startLogVar,
                                               startWeight, config.minLogVar, config.maxLogVar}));
}

void JointHeadImpl::setStandardisation(const torch::Tensor& trainingFeatures)
{
    torch::NoGradGuard noGrad;
    const auto features = trainingFeatures.to(torch::kDouble);
    const auto std = features.std(0, /*unbiased=*/false);
    m_featureMean.copy_(features.mean(0));
    // A ReLU unit that never fires in training has no spread; it must not blow up when it fires once.
    m_featureStd.copy_(torch::where(std > 1e-6, std, torch::ones_like(std)));
}

torch::Tensor JointHeadImpl::standardise(const torch::Tensor& features) const
{
    return (features - m_featureMean) / m_featureStd;
}

Gaussians JointHeadImpl::forward(const torch::Tensor& features)
{
    return forwardStandardised(standardise(features));
}

Gaussians JointHeadImpl::forwardStandardised(const torch::Tensor& standardised)
{
    Gaussians out;
    out.mean = F::normalize(m_projection(standardised), F::NormalizeFuncOptions().dim(-1));
    if (m_uncertainty)
        out.logVar = m_uncertainty(standardised);
    return out;
}

} // namespace prolap::model::nn
