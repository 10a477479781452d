#include "core/model/nn/swin_inference.h"

#include <cmath>
#include <string>

#include "core/model/nn/window_attention.h"

namespace prolap::model::nn {

namespace {

/// The tokens of a grid window by window: where each is in the grid, row by row. Returns int64 [side^2].
torch::Tensor windowOrder(std::int64_t side, std::int64_t window)
{
    const std::int64_t count = side / window;
    return torch::arange(side * side).view({count, window, count, window}).permute({0, 2, 1, 3}).reshape({-1});
}

torch::Tensor turnedAround(const torch::Tensor& order)
{
    auto result = torch::empty_like(order);
    result.index_put_({order}, torch::arange(order.size(0)));
    return result;
}

/// Weights of a module by name.
class Weights {
public:
    Weights(const torch::nn::Module& module, torch::ScalarType type)
        : m_parameters(module.named_parameters()), m_buffers(module.named_buffers()), m_type(type)
    {
    }

    torch::Tensor buffer(const std::string& name) const { return m_buffers[name]; }
    torch::Tensor parameter(const std::string& name) const { return m_parameters[name].detach(); }
    torch::Tensor inType(const std::string& name) const { return parameter(name).to(m_type).clone(); }

    /// The layer of this name; its first outputs are multiplied by scale.
    PackedLinear linear(const std::string& name, std::int64_t rows, bool bias = true) const
    {
        return PackedLinear(parameter(name + ".weight"), bias ? parameter(name + ".bias") : torch::Tensor(), m_type,
                            rows);
    }

    /// Query, divided by the root of a head's width, key and value.
    PackedLinear queryKeyValue(const std::string& name, std::int64_t heads, std::int64_t rows) const
    {
        const auto joined = [&](const std::string& kind) {
            const auto query = parameter(name + "query" + kind);
            const double scale = 1 / std::sqrt(static_cast<double>(query.size(0) / heads));
            return torch::cat({query * scale, parameter(name + "key" + kind), parameter(name + "value" + kind)});
        };
        return PackedLinear(joined(".weight"), joined(".bias"), m_type, rows);
    }

private:
    torch::OrderedDict<std::string, torch::Tensor> m_parameters, m_buffers;
    torch::ScalarType m_type;
};

} // namespace

SwinInference::SwinInference(const torch::nn::Module& htsat, const HtsatConfig& config, torch::ScalarType type)
    : m_type(type)
{
    const torch::NoGradGuard noGrad;
    const Weights weights(htsat, type);
    const auto norm = [&](const std::string& name) {
        return Norm{weights.inType(name + ".weight"), weights.inType(name + ".bias"), config.layerNormEps};
    };
    const auto device = weights.parameter("norm.weight").device();
    std::int64_t side = config.imageSize / config.patchSize;
    m_firstOrder = windowOrder(side, std::min(config.window, side)).to(device);
    for (std::size_t i = 0; i < config.depths.size(); ++i, side /= 2) {
        const std::int64_t window = std::min(config.window, side), area = window * window, tokens = side * side;
        const auto order = windowOrder(side, window), place = turnedAround(order);
        const std::string prefix = "layers." + std::to_string(i) + ".";
        Stage stage;
        for (std::int64_t b = 0; b < config.depths[i]; ++b) {
            const std::string name = prefix + "blocks." + std::to_string(b) + ".";
            const std::int64_t heads = config.heads[i];
            Block block{norm(name + "layernorm_before"),
                        norm(name + "layernorm_after"),
                        weights.queryKeyValue(name + "attention.self.", heads, tokens),
                        weights.linear(name + "attention.output.dense", tokens),
                        weights.linear(name + "intermediate.dense", tokens),
                        weights.linear(name + "output.dense", tokens),
                        {},
                        {},
                        {}};
            const auto table = weights.parameter(name + "attention.self.relative_position_bias_table");
            block.bias = table.index_select(0, weights.buffer(name + "position_index"))
                             .view({area, area, heads})
                             .permute({2, 0, 1})
                             .unsqueeze(0);
            if (b % 2 == 1 && side > config.window) {
                block.bias = block.bias + weights.buffer(name + "shift_mask").unsqueeze(1);
                const std::int64_t shift = config.window / 2;
                const auto rolled = torch::arange(tokens).view({side, side}).roll({-shift, -shift}, {0, 1}).flatten();
                const auto toShifted = place.index_select(0, rolled.index_select(0, order));
                block.toShifted = toShifted.to(device);
                block.fromShifted = turnedAround(toShifted).to(device);
            }
            block.bias = block.bias.to(torch::kFloat).contiguous();
            stage.blocks.push_back(std::move(block));
        }
        if (i + 1 < config.depths.size()) {
            // Order of the four neighbours: (row, column) = (0, 0), (1, 0), (0, 1), (1, 1).
            const std::int64_t half = side / 2;
            const auto cells =
                torch::arange(tokens).view({half, 2, half, 2}).permute({0, 2, 3, 1}).reshape({half * half, 4});
            const auto merged = cells.index_select(0, windowOrder(half, std::min(config.window, half))).flatten();
            stage.mergeOrder = place.index_select(0, merged).to(device);
            stage.mergeNorm = norm(prefix + "downsample.norm");
            stage.merge = weights.linear(prefix + "downsample.reduction", tokens / 4, /*bias=*/false);
        } else {
            m_lastOrder = order.to(device);
        }
        m_stages.push_back(std::move(stage));
    }
}

torch::Tensor SwinInference::Norm::operator()(const torch::Tensor& x) const
{
    return torch::layer_norm(x, {x.size(-1)}, weight, bias, eps);
}

torch::Tensor SwinInference::Block::attend(const torch::Tensor& x) const
{
    auto normed = before(x);
    if (toShifted.defined())
        normed = normed.index_select(0, toShifted);
    const auto mixed = windowAttention(qkv.forward(normed), bias);
    return toShifted.defined() ? mixed.index_select(0, fromShifted) : mixed;
}

torch::Tensor SwinInference::forward(const torch::Tensor& tokens) const
{
    auto x = tokens.index_select(0, m_firstOrder).to(m_type);
    for (const Stage& stage : m_stages) {
        for (const Block& block : stage.blocks) {
            x = block.attentionOut.plus(block.attend(x), x);
            x = block.output.plus(block.intermediate.thenGelu(block.after(x)), x);
        }
        if (stage.mergeOrder.defined())
            x = stage.merge.forward(stage.mergeNorm(x.index_select(0, stage.mergeOrder).view({-1, 4 * x.size(1)})));
    }
    return x.to(torch::kFloat);
}

} // namespace prolap::model::nn
