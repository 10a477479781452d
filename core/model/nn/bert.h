#pragma once

#include <vector>

#include "core/model/encoder_config.h"
#include "core/model/nn/text_encoder.h"

namespace prolap::model::nn {

/// BERT and RoBERTa (post-norm transformer encoder, exact GELU), with the published names of its children
/// (`embeddings.word_embeddings.weight`, `encoder.layer.0.attention.self.query.weight`).
class Bert : public TextEncoder {
public:
    explicit Bert(const BertConfig& config);

    std::int64_t featureSize() const override { return m_config.width; }
    std::int64_t vocabularySize() const override { return m_config.vocabulary; }
    std::int64_t maxTokens() const override;
    torch::Tensor forward(const torch::Tensor& ids, const torch::Tensor& mask) override;

    /// States [N, L, width] after the embedding layer norm (layers 0) or the first `layers` layers.
    torch::Tensor states(const torch::Tensor& ids, const torch::Tensor& mask, std::int64_t layers);

private:
    struct Layer;

    std::vector<BlockNames> blockNames() const override;

    BertConfig m_config;
    torch::nn::Embedding m_words{nullptr}, m_positions{nullptr}, m_types{nullptr};
    torch::nn::LayerNorm m_norm{nullptr};
    std::vector<std::shared_ptr<Layer>> m_layers;
    torch::nn::Linear m_pooler{nullptr};
};

} // namespace prolap::model::nn
