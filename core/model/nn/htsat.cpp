#include "core/model/nn/htsat.h"

#include <cmath>
#include <string>

#include "core/model/nn/checkpointed.h"
#include "core/model/nn/clip_fit.h"

namespace prolap::model::nn {

namespace {

torch::nn::LayerNorm layerNorm(std::int64_t size, double eps)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({size}).eps(eps));
}

std::shared_ptr<torch::nn::Module> group(torch::nn::Module& parent, const std::string& name)
{
    return parent.register_module(name, std::make_shared<torch::nn::Module>());
}

/// Row of the relative position table for each pair of tokens of a window. Returns int64 [window^4].
torch::Tensor relativePositionIndex(std::int64_t window)
{
    const auto cell = torch::arange(window * window);
    const auto row = cell.div(window, "floor"), column = cell.remainder(window);
    const auto rows = row.unsqueeze(1) - row.unsqueeze(0) + window - 1;
    const auto columns = column.unsqueeze(1) - column.unsqueeze(0) + window - 1;
    return (rows * (2 * window - 1) + columns).flatten();
}

/// [B, H, W, C] to [B * windows, window^2, C], windows row by row.
torch::Tensor toWindows(const torch::Tensor& grid, std::int64_t window)
{
    const auto size = grid.sizes();
    return grid.reshape({size[0], size[1] / window, window, size[2] / window, window, size[3]})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({-1, window * window, size[3]});
}

torch::Tensor fromWindows(const torch::Tensor& windows, std::int64_t window, std::int64_t side)
{
    const std::int64_t channels = windows.size(2);
    return windows.reshape({-1, side / window, side / window, window, window, channels})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({-1, side, side, channels});
}

/// -100 between tokens of a rolled grid that were no neighbours before, 0 elsewhere. Returns [windows, w^2, w^2].
torch::Tensor shiftMask(std::int64_t side, std::int64_t window, std::int64_t shift)
{
    const auto at = torch::arange(side);
    const auto part = at.ge(side - window).to(torch::kLong) + at.ge(side - shift).to(torch::kLong);
    const auto label = (3 * part.unsqueeze(1) + part.unsqueeze(0)).to(torch::kFloat).view({1, side, side, 1});
    const auto labels = toWindows(label, window).squeeze(2);
    return labels.unsqueeze(1).ne(labels.unsqueeze(2)).to(torch::kFloat) * -100.0;
}

/// x [..., L, C], weights [..., L], to the weighted mean [..., C].
torch::Tensor weightedMean(const torch::Tensor& x, const torch::Tensor& weights)
{
    return (x * weights.unsqueeze(-1)).sum(-2) / weights.sum(-1, /*keepdim=*/true);
}

/// One Swin block: window attention and an inner network, both pre-norm and added.
struct Block : torch::nn::Module {
    Block(const HtsatConfig& config, std::int64_t dim, std::int64_t headCount, std::int64_t side_, bool shifted)
        : heads(headCount),
          side(side_),
          window(std::min(config.window, side_)),
          shift(shifted && side_ > config.window ? config.window / 2 : 0)
    {
        const auto inner = static_cast<std::int64_t>(std::llround(config.mlpRatio * static_cast<double>(dim)));
        normBefore = register_module("layernorm_before", layerNorm(dim, config.layerNormEps));
        const auto attention = group(*this, "attention");
        const auto self = group(*attention, "self");
        const std::int64_t reach = 2 * window - 1;
        biasTable =
            self->register_parameter("relative_position_bias_table", torch::randn({reach * reach, headCount}) * .02);
        query = self->register_module("query", torch::nn::Linear(dim, dim));
        key = self->register_module("key", torch::nn::Linear(dim, dim));
        value = self->register_module("value", torch::nn::Linear(dim, dim));
        attentionOut = group(*attention, "output")->register_module("dense", torch::nn::Linear(dim, dim));
        normAfter = register_module("layernorm_after", layerNorm(dim, config.layerNormEps));
        intermediate = group(*this, "intermediate")->register_module("dense", torch::nn::Linear(dim, inner));
        output = group(*this, "output")->register_module("dense", torch::nn::Linear(inner, dim));
        biasIndex = register_buffer("position_index", relativePositionIndex(window));
        if (shift > 0)
            mask = register_buffer("shift_mask", shiftMask(side, window, shift));
    }

    /// x [B, side^2, C].
    torch::Tensor forward(const torch::Tensor& x)
    {
        const std::int64_t batch = x.size(0), channels = x.size(2), area = window * window;
        auto grid = normBefore(x).view({batch, side, side, channels});
        if (shift > 0)
            grid = grid.roll({-shift, -shift}, {1, 2});
        const auto windows = toWindows(grid, window);
        const auto split = [&](const torch::Tensor& t) {
            return t.view({-1, area, heads, channels / heads}).transpose(1, 2);
        };
        const auto q = split(query(windows)), k = split(key(windows)), v = split(value(windows));
        auto logits = torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(channels / heads));
        logits = logits + biasTable.index_select(0, biasIndex).view({area, area, heads}).permute({2, 0, 1});
        if (shift > 0) {
            const std::int64_t count = mask.size(0);
            logits = (logits.view({batch, count, heads, area, area}) + mask.view({1, count, 1, area, area}))
                         .view({-1, heads, area, area});
        }
        const auto mixed = torch::matmul(logits.softmax(-1), v).transpose(1, 2).reshape({-1, area, channels});
        grid = fromWindows(attentionOut(mixed), window, side);
        if (shift > 0)
            grid = grid.roll({shift, shift}, {1, 2});
        const auto h = x + grid.view({batch, side * side, channels});
        return h + output(torch::gelu(intermediate(normAfter(h))));
    }

    std::int64_t heads, side, window, shift;
    torch::nn::LayerNorm normBefore{nullptr}, normAfter{nullptr};
    torch::nn::Linear query{nullptr}, key{nullptr}, value{nullptr}, attentionOut{nullptr}, intermediate{nullptr},
        output{nullptr};
    torch::Tensor biasTable, biasIndex, mask;
};

} // namespace

/// Blocks of one resolution and, except in the last stage, the merging of 2x2 tokens into one of twice the width.
struct Htsat::Stage : torch::nn::Module {
    Stage(const HtsatConfig& config, std::size_t index, std::int64_t side_) : side(side_)
    {
        const std::int64_t dim = config.embedDim << index;
        const auto list = group(*this, "blocks");
        for (std::int64_t i = 0; i < config.depths[index]; ++i)
            blocks.push_back(list->register_module(
                std::to_string(i), std::make_shared<Block>(config, dim, config.heads[index], side, i % 2 == 1)));
        if (index + 1 < config.depths.size()) {
            const auto downsample = group(*this, "downsample");
            mergeNorm = downsample->register_module("norm", layerNorm(4 * dim, config.layerNormEps));
            merge = downsample->register_module(
                "reduction", torch::nn::Linear(torch::nn::LinearOptions(4 * dim, 2 * dim).bias(false)));
        }
    }

    torch::Tensor forward(torch::Tensor x, bool checkpointing)
    {
        for (const auto& block : blocks) {
            const auto run = [block](const torch::Tensor& in) { return block->forward(in); };
            x = checkpointing ? checkpointed(run, x, block->parameters()) : run(x);
        }
        if (!merge)
            return x;
        // Order of the four neighbours: (row, column) = (0, 0), (1, 0), (0, 1), (1, 1).
        const auto cells = x.view({x.size(0), side / 2, 2, side / 2, 2, x.size(2)}).permute({0, 1, 3, 4, 2, 5});
        return merge(mergeNorm(cells.reshape({x.size(0), side * side / 4, 4 * x.size(2)})));
    }

    std::int64_t side;
    std::vector<std::shared_ptr<Block>> blocks;
    torch::nn::LayerNorm mergeNorm{nullptr};
    torch::nn::Linear merge{nullptr};
};

Htsat::Htsat(const HtsatConfig& config, const MelConfig& mel, double windowSeconds)
    : m_config(config), m_windowSamples(std::llround(windowSeconds * mel.sampleRate)), m_logMel(mel)
{
    register_module("log_mel", m_logMel);
    m_batchNorm = register_module("batch_norm", torch::nn::BatchNorm2d(mel.bands));
    const auto embed = group(*this, "patch_embed");
    m_patch = embed->register_module(
        "proj",
        torch::nn::Conv2d(torch::nn::Conv2dOptions(1, config.embedDim, config.patchSize).stride(config.patchSize)));
    if (config.fusion != HtsatConfig::Fusion::None) {
        // The three crops lie side by side: their patches are three times as wide.
        const torch::ExpandingArray<2> wide({config.patchSize, 3 * config.patchSize});
        m_cropPatch = embed->register_module(
            "mel_conv2d", torch::nn::Conv2d(torch::nn::Conv2dOptions(1, config.embedDim, wide).stride(wide)));
        m_fusion = embed->register_module("fusion_model",
                                          AttentionFusion(config.embedDim, config.embedDim / config.fusionReduction));
    }
    m_patchNorm = embed->register_module("norm", layerNorm(config.embedDim, config.layerNormEps));
    const auto layers = group(*this, "layers");
    for (std::size_t i = 0; i < config.depths.size(); ++i)
        m_stages.push_back(layers->register_module(
            std::to_string(i), std::make_shared<Stage>(config, i, config.imageSize / config.patchSize >> i)));
    m_norm = register_module("norm", layerNorm(featureSize(), config.layerNormEps));
    m_maskToken = register_parameter("mask_token", maskStart());
}

torch::Tensor Htsat::maskStart() const
{
    const auto precise = [](const torch::Tensor& t) { return t.detach().to(torch::kDouble); };
    return torch::layer_norm(precise(m_patch->bias), {m_config.embedDim}, precise(m_patchNorm->weight),
                             precise(m_patchNorm->bias), m_config.layerNormEps)
        .to(m_patch->bias.scalar_type());
}

std::vector<Encoder::BlockNames> Htsat::blockNames() const
{
    std::vector<BlockNames> names{{"stem", {"log_mel.", "batch_norm.", "patch_embed.", "mask_token"}}};
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const std::string stage = "layers." + std::to_string(i) + ".";
        for (std::size_t b = 0; b < m_stages[i]->blocks.size(); ++b) {
            const std::string block = stage + "blocks." + std::to_string(b);
            names.push_back({block, {block + "."}});
        }
        names.back().prefixes.push_back(stage + "downsample.");
    }
    names.push_back({"norm", {"norm."}});
    return names;
}

std::int64_t Htsat::featureSize() const
{
    return m_config.embedDim << (m_config.depths.size() - 1);
}

torch::Tensor Htsat::prepare(const torch::Tensor& samples) const
{
    const auto image = m_logMel->forward(fillWindow(samples, m_windowSamples, m_config.fill)).unsqueeze(0);
    return m_config.fusion == HtsatConfig::Fusion::AlsoWindow ? image.unsqueeze(1).expand({1, 4, -1, -1}) : image;
}

torch::Tensor Htsat::prepareClip(const torch::Tensor& samples) const
{
    if (samples.size(0) <= m_windowSamples)
        return prepare(samples);
    if (m_config.fusion == HtsatConfig::Fusion::None)
        return prepare(centreCrop(samples, m_windowSamples));
    const std::int64_t frames = m_windowSamples / m_logMel->config().hopSamples + 1;
    const auto image = m_logMel->forward(samples);
    if (image.size(0) == frames) // longer by less than a hop: the same frames as a window's
        return m_config.fusion == HtsatConfig::Fusion::AlsoWindow ? image.expand({1, 4, -1, -1}) : image.unsqueeze(0);
    return fusionViews(image, frames, m_config.antialiasedView).unsqueeze(0);
}

/// pieces [B, C, T, M] to square images [B, C, side, side].
torch::Tensor Htsat::foldToImage(const torch::Tensor& pieces)
{
    const std::int64_t channels = pieces.size(1), bands = pieces.size(3), side = m_config.imageSize,
                       fold = side / bands;
    auto image = m_batchNorm(pieces.transpose(1, 3)).transpose(1, 3);
    if (image.size(2) != side * fold)
        image = torch::upsample_bicubic2d(image, {side * fold, bands}, /*align_corners=*/true);
    // Quarters of the clip (for a fold of 4) lie above each other, the lowest band on top of each.
    return image.reshape({-1, channels, fold, side, bands})
        .permute({0, 1, 2, 4, 3})
        .reshape({-1, channels, side, side});
}

/// Patch embeddings [B, rows * columns, C].
torch::Tensor Htsat::patches(const torch::Tensor& pieces)
{
    if (pieces.dim() == 3) { // as a product: a convolution would leave the channels outside
        const auto images = foldToImage(pieces.unsqueeze(1));
        const std::int64_t size = m_config.patchSize, rows = images.size(2) / size;
        const auto cut =
            images.view({-1, rows, size, rows, size}).transpose(2, 3).reshape({-1, rows * rows, size * size});
        return torch::linear(cut, m_patch->weight.flatten(1), m_patch->bias);
    }
    const auto images = foldToImage(pieces);
    const auto whole = m_patch(images.narrow(1, 0, 1));
    const std::int64_t batch = images.size(0), side = images.size(2), crops = images.size(1) - 1;
    const auto each = m_cropPatch(images.narrow(1, 1, crops).reshape({batch * crops, 1, side, side}));
    const auto rows = each.size(2), columns = each.size(3);
    auto local = each.view({batch, crops, -1, rows, columns})
                     .permute({0, 2, 3, 1, 4})
                     .reshape({batch, -1, rows, crops * columns});
    // 64 columns are no multiple of 3: what is missing on the right is zeros.
    local = torch::constant_pad_nd(local, {0, whole.size(3) - local.size(3)});
    return m_fusion(whole, local).flatten(2).transpose(1, 2);
}

torch::Tensor Htsat::embedded(const torch::Tensor& pieces)
{
    return m_patchNorm(patches(pieces));
}

torch::Tensor Htsat::throughStages(torch::Tensor x, std::size_t stages)
{
    for (std::size_t i = 0; i < stages; ++i)
        x = m_stages[i]->forward(x, checkpointing());
    return x;
}

torch::Tensor Htsat::tokens(const torch::Tensor& pieces, std::size_t stages)
{
    return throughStages(embedded(pieces), stages);
}

/// Embedded patches [B, L, C] to features. weights: [B, tokens of the last stage] in the mean, or undefined for 1.
torch::Tensor Htsat::pooled(const torch::Tensor& x, const torch::Tensor& weights)
{
    if (m_inference && !is_training() && !torch::GradMode::is_enabled()) {
        std::vector<torch::Tensor> features; // image by image: what one needs stays in the processor's caches
        for (std::int64_t i = 0; i < x.size(0); ++i) {
            const auto last = m_norm(m_inference->forward(x[i]));
            features.push_back(weights.defined()
                                   ? weightedMean(last, weights[i].index_select(0, m_inference->outputOrder()))
                                   : last.mean(0));
        }
        return torch::stack(features);
    }
    const auto last = m_norm(throughStages(x, m_stages.size()));
    return weights.defined() ? weightedMean(last, weights) : last.mean(1);
}

torch::Tensor Htsat::forward(const torch::Tensor& pieces)
{
    return pooled(embedded(pieces), {});
}

MaskGrid Htsat::maskGrid() const
{
    const std::int64_t bands = m_logMel->config().bands, size = m_config.patchSize;
    return {m_config.imageSize / bands * (m_config.imageSize / size), bands / size};
}

/// Masks [B, rows, columns] of maskGrid() in the order of the folded image's patches, [B, side^2].
torch::Tensor Htsat::foldMasks(const torch::Tensor& masked) const
{
    const std::int64_t fold = m_config.imageSize / m_logMel->config().bands;
    return masked.reshape({masked.size(0), fold, -1, masked.size(2)}).transpose(2, 3).reshape({masked.size(0), -1});
}

/// How much each token of the last stage counts: its share of patches that are not hidden, or 1 where all are.
/// hidden: [B, side^2]. Returns [B, its side^2].
torch::Tensor Htsat::shares(const torch::Tensor& hidden) const
{
    const std::int64_t side = m_config.imageSize / m_config.patchSize,
                       merged = std::int64_t{1} << (m_stages.size() - 1);
    const auto seen = hidden.logical_not().to(torch::kFloat).view({-1, 1, side, side});
    const auto share = torch::avg_pool2d(seen, merged).flatten(1);
    return torch::where(hidden.all(1, /*keepdim=*/true), torch::ones_like(share), share);
}

torch::Tensor Htsat::forwardMasked(const torch::Tensor& pieces, const torch::Tensor& masked)
{
    const auto hidden = foldMasks(masked);
    return pooled(torch::where(hidden.unsqueeze(2), m_maskToken, embedded(pieces)), shares(hidden));
}

torch::ScalarType Htsat::optimiseForInference(torch::ScalarType type)
{
    m_inference.emplace(*this, m_config, type);
    return type;
}

} // namespace prolap::model::nn
