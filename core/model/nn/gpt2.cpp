#include "core/model/nn/gpt2.h"

#include <string>

#include "core/model/nn/checkpointed.h"

namespace prolap::model::nn {

TransposedLinearImpl::TransposedLinearImpl(std::int64_t in, std::int64_t out)
{
    m_weight = register_parameter("weight", torch::randn({in, out}) * .02);
    m_bias = register_parameter("bias", torch::zeros({out}));
}

torch::Tensor TransposedLinearImpl::forward(const torch::Tensor& x)
{
    return torch::addmm(m_bias, x.reshape({-1, m_weight.size(0)}), m_weight).view({x.size(0), x.size(1), -1});
}

/// x += attention(ln_1(x)); x += mlp(ln_2(x)).
struct Gpt2::Block : torch::nn::Module {
    explicit Block(const Gpt2Config& config) : heads(config.heads)
    {
        const auto norm = [&] {
            return torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.width}).eps(config.layerNormEps));
        };
        norm1 = register_module("ln_1", norm());
        const auto attention = register_module("attn", std::make_shared<torch::nn::Module>());
        queryKeyValue = attention->register_module("c_attn", TransposedLinear(config.width, 3 * config.width));
        attentionOut = attention->register_module("c_proj", TransposedLinear(config.width, config.width));
        norm2 = register_module("ln_2", norm());
        const auto mlp = register_module("mlp", std::make_shared<torch::nn::Module>());
        inner = mlp->register_module("c_fc", TransposedLinear(config.width, 4 * config.width));
        innerOut = mlp->register_module("c_proj", TransposedLinear(4 * config.width, config.width));
    }

    torch::Tensor forward(torch::Tensor x)
    {
        const auto parts = queryKeyValue(norm1(x)).chunk(3, 2);
        const auto split = [&](const torch::Tensor& t) {
            return t.reshape({t.size(0), t.size(1), heads, -1}).transpose(1, 2);
        };
        const auto q = split(parts[0]), k = split(parts[1]), v = split(parts[2]);
        const auto mixed = at::scaled_dot_product_attention(q, k, v, {}, /*dropout_p=*/0, /*is_causal=*/true)
                               .transpose(1, 2)
                               .reshape(x.sizes());
        x = x + attentionOut(mixed);
        return x + innerOut(torch::gelu(inner(norm2(x)), "tanh"));
    }

    std::int64_t heads;
    torch::nn::LayerNorm norm1{nullptr}, norm2{nullptr};
    TransposedLinear queryKeyValue{nullptr}, attentionOut{nullptr}, inner{nullptr}, innerOut{nullptr};
};

Gpt2::Gpt2(const Gpt2Config& config) : m_config(config)
{
    m_words = register_module("wte", torch::nn::Embedding(config.vocabulary, config.width));
    m_positions = register_module("wpe", torch::nn::Embedding(config.positions, config.width));
    const auto blocks = register_module("h", std::make_shared<torch::nn::Module>());
    for (std::int64_t i = 0; i < config.layers; ++i)
        m_blocks.push_back(blocks->register_module(std::to_string(i), std::make_shared<Block>(config)));
    m_norm = register_module(
        "ln_f", torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.width}).eps(config.layerNormEps)));
    torch::NoGradGuard noGrad;
    m_words->weight.normal_(0, .02);
    m_positions->weight.normal_(0, .01);
    m_maskToken = register_parameter("mask_token", maskStart());
}

torch::Tensor Gpt2::maskStart() const
{
    return m_words->weight.detach().to(torch::kDouble).mean(0).to(m_words->weight.scalar_type());
}

std::vector<Encoder::BlockNames> Gpt2::blockNames() const
{
    std::vector<BlockNames> names{{"embeddings", {"wte.", "wpe.", "mask_token"}}};
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        names.push_back({"h." + std::to_string(i), {"h." + std::to_string(i) + "."}});
    names.push_back({"ln_f", {"ln_f."}});
    return names;
}

torch::Tensor Gpt2::states(const torch::Tensor& ids)
{
    const std::int64_t length = ids.size(1);
    const auto hidden = ids.eq(ownMaskId());
    const auto words = torch::where(hidden.unsqueeze(2), m_maskToken, m_words(ids.masked_fill(hidden, 0)));
    auto x = words + m_positions(torch::arange(length, ids.options()));
    for (const auto& block : m_blocks) {
        const auto run = [block](const torch::Tensor& in) { return block->forward(in); };
        x = checkpointing() ? checkpointed(run, x, block->parameters()) : run(x);
    }
    return m_norm(x);
}

torch::Tensor Gpt2::forward(const torch::Tensor& ids, const torch::Tensor& mask)
{
    auto last = mask.to(torch::kLong).sum(1) - 1;
    if (m_config.pooling == Gpt2Config::Pooling::LastNonZeroId)
        last = ids.ne(0).sum(1) - 1;
    const auto x = states(ids);
    return x.index({torch::arange(ids.size(0), ids.options()), last.clamp_min(0)});
}

} // namespace prolap::model::nn
