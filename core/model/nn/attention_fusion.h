#pragma once

#include <torch/torch.h>

namespace prolap::model::nn {

/// Blends two feature maps by weights that it draws from both: out = 2 (x w + r (1 - w)),
/// w = sigmoid(local(x + r) + global(x + r)). Children take the checkpoints' names (`local_att.0.weight`,
/// `global_att.1.weight`). Source: Dai et al., Attentional Feature Fusion, arXiv 2009.14082, as in CLAP.
class AttentionFusionImpl : public torch::nn::Module {
public:
    AttentionFusionImpl(std::int64_t channels, std::int64_t innerChannels);

    /// x, r: [B, channels, H, W].
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& r);

private:
    torch::nn::Sequential m_local{nullptr}, m_global{nullptr};
};
TORCH_MODULE(AttentionFusion);

} // namespace prolap::model::nn
