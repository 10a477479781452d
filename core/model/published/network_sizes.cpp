#include "core/model/published/network_sizes.h"

#include <cmath>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

namespace {

constexpr std::int64_t kWidthOfHead = 64;
constexpr std::int64_t kHeadsOfNarrow = 4;

std::int64_t countUnder(const RenamedTensors& tensors, const std::string& prefix)
{
    std::int64_t count = 0;
    while (tensors.hasUnder(fmt::format("{}{}.", prefix, count)))
        ++count;
    return count;
}

} // namespace

std::int64_t attentionHeads(std::int64_t width, const Path& file)
{
    if (width % kWidthOfHead == 0)
        return width / kWidthOfHead;
    if (width < kWidthOfHead && width % kHeadsOfNarrow == 0)
        return kHeadsOfNarrow;
    throw Error(ErrorKind::Unsupported,
                fmt::format("{}: expected a text encoder whose width is a multiple of {}, found {}: the file does not "
                            "say how many attention heads it has.",
                            displayText(file), kWidthOfHead, width));
}

HtsatConfig htsatSizes(const RenamedTensors& tensors)
{
    const std::string prefix = "audio_encoder.";
    HtsatConfig htsat;
    const auto& patch = tensors.shape(prefix + "patch_embed.proj.weight", 4);
    htsat.embedDim = patch[0];
    htsat.patchSize = patch[2];
    htsat.depths.clear();
    htsat.heads.clear();
    const auto stages = countUnder(tensors, prefix + "layers.");
    for (std::int64_t s = 0; s < stages; ++s) {
        const std::string blocks = fmt::format("{}layers.{}.blocks.", prefix, s);
        htsat.depths.push_back(countUnder(tensors, blocks));
        const std::string table = blocks + "0.attention.self.relative_position_bias_table";
        htsat.heads.push_back(tensors.shape(table, 2)[1]);
        if (s > 0)
            continue;
        const std::int64_t rows = tensors.shape(table, 2)[0];
        const auto reach = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(rows))));
        if (reach * reach != rows || reach % 2 == 0)
            tensors.refuseShape(table, "the square of an odd number of rows");
        htsat.window = (reach + 1) / 2;
        htsat.mlpRatio = static_cast<double>(tensors.shape(blocks + "0.intermediate.dense.weight", 2)[0]) /
                         static_cast<double>(htsat.embedDim);
    }
    if (tensors.has(prefix + "patch_embed.mel_conv2d.weight")) {
        htsat.fusion = HtsatConfig::Fusion::Longer;
        htsat.antialiasedView = true;
        const std::string inner = prefix + "patch_embed.fusion_model.local_att.0.weight";
        htsat.fusionReduction = htsat.embedDim / tensors.shape(inner, 4)[0];
    }
    return htsat;
}

std::int64_t melBands(const RenamedTensors& tensors)
{
    return tensors.shape("audio_encoder.batch_norm.weight", 1)[0];
}

BertConfig robertaSizes(const RenamedTensors& tensors)
{
    const std::string prefix = "text_encoder.";
    const auto rows = [&](const char* table) {
        return tensors.shape(fmt::format("{}embeddings.{}.weight", prefix, table), 2)[0];
    };
    BertConfig bert;
    bert.vocabulary = rows("word_embeddings");
    bert.positions = rows("position_embeddings");
    bert.typeRows = rows("token_type_embeddings");
    if (bert.typeRows != 1) // BERT, whose positions count from 0
        tensors.refuseShape(prefix + "embeddings.token_type_embeddings.weight", "RoBERTa's one row");
    bert.width = tensors.shape(prefix + "embeddings.word_embeddings.weight", 2)[1];
    bert.layers = countUnder(tensors, prefix + "encoder.layer.");
    bert.inner = tensors.shape(prefix + "encoder.layer.0.intermediate.dense.weight", 2)[0];
    bert.heads = attentionHeads(bert.width, tensors.path());
    bert.positionOffset = 2;
    bert.layerNormEps = 1e-5;
    bert.pooling = BertConfig::Pooling::FirstTokenTanh;
    return bert;
}

Gpt2Config gpt2Sizes(const RenamedTensors& tensors)
{
    const std::string prefix = "text_encoder.";
    Gpt2Config gpt2;
    const auto& words = tensors.shape(prefix + "wte.weight", 2);
    gpt2.vocabulary = words[0];
    gpt2.width = words[1];
    gpt2.positions = tensors.shape(prefix + "wpe.weight", 2)[0];
    gpt2.layers = countUnder(tensors, prefix + "h.");
    gpt2.heads = attentionHeads(gpt2.width, tensors.path());
    gpt2.pooling = Gpt2Config::Pooling::LastNonZeroId;
    return gpt2;
}

HeadsConfig publishedHeads(HeadsConfig::Projection projection, const RenamedTensors& tensors)
{
    HeadsConfig heads;
    heads.projection = projection;
    heads.projectionHidden = tensors.shape("text_head.projection.linear1.weight", 2)[0];
    heads.dim = tensors.shape("text_head.projection.linear2.weight", 2)[0];
    heads.dropout = 0;
    heads.probabilistic = false;
    return heads;
}

} // namespace prolap::model
