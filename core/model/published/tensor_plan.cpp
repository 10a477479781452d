#include "core/model/published/tensor_plan.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

namespace prolap::model {

namespace {

/// Adds the tensors of layers below a prefix.
class Plan {
public:
    using Shape = std::vector<std::int64_t>;

    void tensor(const std::string& name, Shape shape) { m_shapes[name] = std::move(shape); }
    void linear(const std::string& name, std::int64_t in, std::int64_t out)
    {
        tensor(name + ".weight", {out, in});
        tensor(name + ".bias", {out});
    }
    /// GPT-2's linear layers are stored [in, out].
    void transposedLinear(const std::string& name, std::int64_t in, std::int64_t out)
    {
        tensor(name + ".weight", {in, out});
        tensor(name + ".bias", {out});
    }
    void layerNorm(const std::string& name, std::int64_t size)
    {
        tensor(name + ".weight", {size});
        tensor(name + ".bias", {size});
    }
    void batchNorm(const std::string& name, std::int64_t size)
    {
        layerNorm(name, size);
        tensor(name + ".running_mean", {size});
        tensor(name + ".running_var", {size});
    }
    void convolution(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t height,
                     std::int64_t width)
    {
        tensor(name + ".weight", {out, in, height, width});
        tensor(name + ".bias", {out});
    }

    std::map<std::string, Shape> take() { return std::move(m_shapes); }

private:
    std::map<std::string, Shape> m_shapes;
};

void addFusion(Plan& plan, const HtsatConfig& htsat)
{
    const std::string embed = "audio_encoder.patch_embed.";
    const std::int64_t dim = htsat.embedDim, inner = dim / htsat.fusionReduction;
    // The crops are cut three times as wide, so that three of them lie where one whole view does.
    plan.convolution(embed + "mel_conv2d", 1, dim, htsat.patchSize, 3 * htsat.patchSize);
    for (const auto& [name, first] : {std::pair{"local_att", 0}, std::pair{"global_att", 1}}) {
        const auto at = [&](int layer) { return fmt::format("{}fusion_model.{}.{}", embed, name, first + layer); };
        plan.convolution(at(0), dim, inner, 1, 1);
        plan.batchNorm(at(1), inner);
        plan.convolution(at(3), inner, dim, 1, 1);
        plan.batchNorm(at(4), dim);
    }
}

void addHtsat(Plan& plan, const HtsatConfig& htsat, const MelConfig& mel)
{
    const std::string prefix = "audio_encoder.";
    if (mel.scale == MelConfig::Scale::Stored)
        plan.tensor(prefix + "log_mel.mel_weight", {mel.bands, mel.fftSize / 2 + 1});
    plan.batchNorm(prefix + "batch_norm", mel.bands);
    plan.convolution(prefix + "patch_embed.proj", 1, htsat.embedDim, htsat.patchSize, htsat.patchSize);
    plan.layerNorm(prefix + "patch_embed.norm", htsat.embedDim);
    if (htsat.fusion != HtsatConfig::Fusion::None)
        addFusion(plan, htsat);
    std::int64_t side = htsat.imageSize / htsat.patchSize, dim = htsat.embedDim;
    for (std::size_t s = 0; s < htsat.depths.size(); ++s, side /= 2, dim *= 2) {
        const std::string stage = fmt::format("{}layers.{}.", prefix, s);
        const std::int64_t reach = 2 * std::min(side, htsat.window) - 1;
        const auto inner = static_cast<std::int64_t>(std::llround(htsat.mlpRatio * static_cast<double>(dim)));
        for (std::int64_t b = 0; b < htsat.depths[s]; ++b) {
            const std::string block = fmt::format("{}blocks.{}.", stage, b);
            plan.layerNorm(block + "layernorm_before", dim);
            plan.tensor(block + "attention.self.relative_position_bias_table", {reach * reach, htsat.heads[s]});
            for (const char* part : {"query", "key", "value"})
                plan.linear(block + "attention.self." + part, dim, dim);
            plan.linear(block + "attention.output.dense", dim, dim);
            plan.layerNorm(block + "layernorm_after", dim);
            plan.linear(block + "intermediate.dense", dim, inner);
            plan.linear(block + "output.dense", inner, dim);
        }
        if (s + 1 < htsat.depths.size()) {
            plan.layerNorm(stage + "downsample.norm", 4 * dim);
            plan.tensor(stage + "downsample.reduction.weight", {2 * dim, 4 * dim});
        }
    }
    plan.layerNorm(prefix + "norm", audioFeatureSize(htsat));
}

void addBert(Plan& plan, const BertConfig& bert)
{
    const std::string embeddings = "text_encoder.embeddings.";
    plan.tensor(embeddings + "word_embeddings.weight", {bert.vocabulary, bert.width});
    plan.tensor(embeddings + "position_embeddings.weight", {bert.positions, bert.width});
    plan.tensor(embeddings + "token_type_embeddings.weight", {bert.typeRows, bert.width});
    plan.layerNorm(embeddings + "LayerNorm", bert.width);
    for (std::int64_t i = 0; i < bert.layers; ++i) {
        const std::string layer = fmt::format("text_encoder.encoder.layer.{}.", i);
        for (const char* part : {"query", "key", "value"})
            plan.linear(layer + "attention.self." + part, bert.width, bert.width);
        plan.linear(layer + "attention.output.dense", bert.width, bert.width);
        plan.layerNorm(layer + "attention.output.LayerNorm", bert.width);
        plan.linear(layer + "intermediate.dense", bert.width, bert.inner);
        plan.linear(layer + "output.dense", bert.inner, bert.width);
        plan.layerNorm(layer + "output.LayerNorm", bert.width);
    }
    if (bert.pooling == BertConfig::Pooling::FirstTokenTanh)
        plan.linear("text_encoder.pooler.dense", bert.width, bert.width);
}

void addGpt2(Plan& plan, const Gpt2Config& gpt2)
{
    const std::string prefix = "text_encoder.";
    plan.tensor(prefix + "wte.weight", {gpt2.vocabulary, gpt2.width});
    plan.tensor(prefix + "wpe.weight", {gpt2.positions, gpt2.width});
    for (std::int64_t i = 0; i < gpt2.layers; ++i) {
        const std::string block = fmt::format("{}h.{}.", prefix, i);
        plan.layerNorm(block + "ln_1", gpt2.width);
        plan.transposedLinear(block + "attn.c_attn", gpt2.width, 3 * gpt2.width);
        plan.transposedLinear(block + "attn.c_proj", gpt2.width, gpt2.width);
        plan.layerNorm(block + "ln_2", gpt2.width);
        plan.transposedLinear(block + "mlp.c_fc", gpt2.width, 4 * gpt2.width);
        plan.transposedLinear(block + "mlp.c_proj", 4 * gpt2.width, gpt2.width);
    }
    plan.layerNorm(prefix + "ln_f", gpt2.width);
}

void addHead(Plan& plan, const std::string& prefix, const HeadsConfig& heads, std::int64_t features)
{
    plan.tensor(prefix + "feature_mean", {features});
    plan.tensor(prefix + "feature_std", {features});
    if (heads.projection == HeadsConfig::Projection::Residual) {
        plan.tensor(prefix + "projection.linear1.weight", {heads.dim, features});
        plan.tensor(prefix + "projection.linear2.weight", {heads.dim, heads.dim});
        plan.layerNorm(prefix + "projection.layer_norm", heads.dim);
    } else {
        plan.linear(prefix + "projection.linear1", features, heads.projectionHidden);
        plan.linear(prefix + "projection.linear2", heads.projectionHidden, heads.dim);
    }
}

} // namespace

std::int64_t audioFeatureSize(const HtsatConfig& htsat)
{
    return htsat.embedDim << (htsat.depths.size() - 1);
}

std::int64_t textFeatureSize(const TextEncoderConfig& text)
{
    if (const auto* bert = std::get_if<BertConfig>(&text.network))
        return bert->width;
    return std::get<Gpt2Config>(text.network).width;
}

std::map<std::string, std::vector<std::int64_t>> tensorPlan(const PackConfig& config)
{
    Plan plan;
    const auto& htsat = std::get<HtsatConfig>(config.audio.network);
    addHtsat(plan, htsat, config.audio.mel);
    if (const auto* bert = std::get_if<BertConfig>(&config.text.network))
        addBert(plan, *bert);
    else
        addGpt2(plan, std::get<Gpt2Config>(config.text.network));
    if (config.heads) {
        assert(!config.heads->probabilistic);
        addHead(plan, "audio_head.", *config.heads, audioFeatureSize(htsat));
        addHead(plan, "text_head.", *config.heads, textFeatureSize(config.text));
        plan.tensor("logit_scale", {});
        plan.tensor("logit_bias", {});
    }
    return plan.take();
}

} // namespace prolap::model
