#pragma once

#include <vector>

#include "core/model/encoder_config.h"
#include "core/model/nn/text_encoder.h"

namespace prolap::model::nn {

/// GPT-2's "Conv1D": a linear layer whose weight is stored [in, out].
class TransposedLinearImpl : public torch::nn::Module {
public:
    TransposedLinearImpl(std::int64_t in, std::int64_t out);

    torch::Tensor forward(const torch::Tensor& x);

private:
    torch::Tensor m_weight, m_bias;
};
TORCH_MODULE(TransposedLinear);

/// GPT-2 (pre-norm causal transformer) with the published names of its children (`wte.weight`,
/// `h.0.attn.c_attn.weight`). The feature of a caption is the state of its last token after the final layer norm.
class Gpt2 : public TextEncoder {
public:
    explicit Gpt2(const Gpt2Config& config);

    std::int64_t featureSize() const override { return m_config.width; }
    std::int64_t vocabularySize() const override { return m_config.vocabulary; }
    std::int64_t maxTokens() const override { return m_config.positions; }
    /// GPT-2's vocabulary has no mask token: `mask_token` [width] stands beside the table of words, under this id.
    std::int64_t ownMaskId() const override { return m_config.vocabulary; }
    /// The mean of the table of words, which says nothing of any.
    torch::Tensor maskStart() const override;
    torch::Tensor forward(const torch::Tensor& ids, const torch::Tensor& mask) override;

    /// States [N, L, width] of every position after the final layer norm. Padding on the right cannot reach the tokens
    /// before it, so no mask is needed.
    torch::Tensor states(const torch::Tensor& ids);

private:
    struct Block;

    std::vector<BlockNames> blockNames() const override;

    Gpt2Config m_config;
    torch::nn::Embedding m_words{nullptr}, m_positions{nullptr};
    torch::Tensor m_maskToken;
    std::vector<std::shared_ptr<Block>> m_blocks;
    torch::nn::LayerNorm m_norm{nullptr};
};

} // namespace prolap::model::nn
