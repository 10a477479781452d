#include "core/model/nn/attention_fusion.h"

namespace prolap::model::nn {

namespace {

/// Two 1x1 convolutions with batch norm, a ReLU between, appended to what the list begins with.
torch::nn::Sequential bottleneck(torch::nn::Sequential list, std::int64_t channels, std::int64_t inner)
{
    using torch::nn::BatchNorm2d, torch::nn::Conv2d, torch::nn::Conv2dOptions;
    list->push_back(Conv2d(Conv2dOptions(channels, inner, 1)));
    list->push_back(BatchNorm2d(inner));
    list->push_back(torch::nn::ReLU());
    list->push_back(Conv2d(Conv2dOptions(inner, channels, 1)));
    list->push_back(BatchNorm2d(channels));
    return list;
}

} // namespace

AttentionFusionImpl::AttentionFusionImpl(std::int64_t channels, std::int64_t innerChannels)
{
    m_local = register_module("local_att", bottleneck(torch::nn::Sequential(), channels, innerChannels));
    torch::nn::Sequential pooled(torch::nn::AdaptiveAvgPool2d(torch::nn::AdaptiveAvgPool2dOptions({1, 1})));
    m_global = register_module("global_att", bottleneck(pooled, channels, innerChannels));
}

torch::Tensor AttentionFusionImpl::forward(const torch::Tensor& x, const torch::Tensor& r)
{
    const auto sum = x + r;
    const auto w = torch::sigmoid(m_local->forward(sum) + m_global->forward(sum));
    return 2 * x * w + 2 * r * (1 - w);
}

} // namespace prolap::model::nn
