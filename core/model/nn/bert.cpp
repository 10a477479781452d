#include "core/model/nn/bert.h"

#include <cmath>
#include <limits>
#include <string>

#include "core/model/nn/checkpointed.h"

namespace prolap::model::nn {

namespace {

torch::nn::LayerNorm layerNorm(const BertConfig& config)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.width}).eps(config.layerNormEps));
}

std::shared_ptr<torch::nn::Module> group(torch::nn::Module& parent, const std::string& name)
{
    return parent.register_module(name, std::make_shared<torch::nn::Module>());
}

} // namespace

/// One transformer layer: attention, then the inner network, each added and normalised.
struct Bert::Layer : torch::nn::Module {
    explicit Layer(const BertConfig& config) : heads(config.heads)
    {
        const auto attention = group(*this, "attention");
        const auto self = group(*attention, "self");
        const auto attended = group(*attention, "output");
        query = self->register_module("query", torch::nn::Linear(config.width, config.width));
        key = self->register_module("key", torch::nn::Linear(config.width, config.width));
        value = self->register_module("value", torch::nn::Linear(config.width, config.width));
        attentionDense = attended->register_module("dense", torch::nn::Linear(config.width, config.width));
        attentionNorm = attended->register_module("LayerNorm", layerNorm(config));
        intermediate =
            group(*this, "intermediate")->register_module("dense", torch::nn::Linear(config.width, config.inner));
        const auto output = group(*this, "output");
        outputDense = output->register_module("dense", torch::nn::Linear(config.inner, config.width));
        outputNorm = output->register_module("LayerNorm", layerNorm(config));
    }

    /// x [N, L, width]; bias: added to the attention logits, [N, 1, 1, L], or undefined without padding.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias)
    {
        const auto split = [&](const torch::Tensor& t) {
            return t.view({t.size(0), t.size(1), heads, -1}).transpose(1, 2);
        };
        const auto q = split(query(x)), k = split(key(x)), v = split(value(x));
        auto logits = torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(q.size(3)));
        if (bias.defined())
            logits = logits + bias;
        const auto mixed = torch::matmul(logits.softmax(-1), v).transpose(1, 2).reshape(x.sizes());
        const auto h = attentionNorm(x + attentionDense(mixed));
        return outputNorm(h + outputDense(torch::gelu(intermediate(h))));
    }

    std::int64_t heads;
    torch::nn::Linear query{nullptr}, key{nullptr}, value{nullptr}, attentionDense{nullptr}, intermediate{nullptr},
        outputDense{nullptr};
    torch::nn::LayerNorm attentionNorm{nullptr}, outputNorm{nullptr};
};

Bert::Bert(const BertConfig& config) : m_config(config)
{
    const auto embeddings = group(*this, "embeddings");
    m_words = embeddings->register_module("word_embeddings", torch::nn::Embedding(config.vocabulary, config.width));
    m_positions =
        embeddings->register_module("position_embeddings", torch::nn::Embedding(config.positions, config.width));
    m_types = embeddings->register_module("token_type_embeddings", torch::nn::Embedding(config.typeRows, config.width));
    m_norm = embeddings->register_module("LayerNorm", layerNorm(config));
    const auto layers = group(*group(*this, "encoder"), "layer");
    for (std::int64_t i = 0; i < config.layers; ++i)
        m_layers.push_back(layers->register_module(std::to_string(i), std::make_shared<Layer>(config)));
    if (config.pooling == BertConfig::Pooling::FirstTokenTanh)
        m_pooler = group(*this, "pooler")->register_module("dense", torch::nn::Linear(config.width, config.width));
    torch::NoGradGuard noGrad;
    for (auto& embedding : {m_words, m_positions, m_types})
        embedding->weight.normal_(0, .02);
}

std::vector<Encoder::BlockNames> Bert::blockNames() const
{
    std::vector<BlockNames> names{{"embeddings", {"embeddings."}}};
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        names.push_back({"encoder.layer." + std::to_string(i), {"encoder.layer." + std::to_string(i) + "."}});
    if (m_pooler)
        names.push_back({"pooler", {"pooler."}});
    return names;
}

std::int64_t Bert::maxTokens() const
{
    return m_config.positions - m_config.positionOffset;
}

torch::Tensor Bert::states(const torch::Tensor& ids, const torch::Tensor& mask, std::int64_t layers)
{
    torch::Tensor positions;
    if (m_config.positionOffset == 0) {
        positions = torch::arange(ids.size(1), ids.options()).expand_as(ids);
    } else { // the padding id does not count, also where a caption spells it, and takes the place before the first
        const auto counts = ids.ne(m_config.positionOffset - 1).to(torch::kLong);
        positions = counts.cumsum(1) * counts + (m_config.positionOffset - 1);
    }
    auto x = m_norm(m_words(ids) + m_positions(positions) + m_types->weight[0]);
    torch::Tensor bias;
    if (!mask.to(torch::kBool).all().item<bool>())
        bias = (1 - mask.to(x.scalar_type())).view({mask.size(0), 1, 1, -1}) *
               static_cast<double>(std::numeric_limits<float>::lowest());
    for (std::int64_t i = 0; i < layers; ++i) {
        const auto& layer = m_layers[static_cast<std::size_t>(i)];
        const auto run = [layer, bias](const torch::Tensor& in) { return layer->forward(in, bias); };
        x = checkpointing() ? checkpointed(run, x, layer->parameters()) : run(x);
    }
    return x;
}

torch::Tensor Bert::forward(const torch::Tensor& ids, const torch::Tensor& mask)
{
    const auto x = states(ids, mask, m_config.layers);
    if (m_config.pooling == BertConfig::Pooling::FirstTokenTanh)
        return m_pooler(x.select(1, 0)).tanh();
    const auto weight = mask.to(x.scalar_type()).unsqueeze(2);
    const auto mean = (x * weight).sum(1) / weight.sum(1).clamp_min(1e-9);
    return torch::nn::functional::normalize(mean, torch::nn::functional::NormalizeFuncOptions().dim(1));
}

} // namespace prolap::model::nn
