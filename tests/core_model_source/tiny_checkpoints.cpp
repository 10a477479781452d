#include "tests/core_model_source/tiny_checkpoints.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include <fmt/format.h>

#include "core/model/checkpoint/safetensors.h"
#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/core_text/vocabularies.h"
#include "tests/support/files.h"

namespace prolap::test {

using checkpoint::DType;
using nlohmann::json;

namespace {

constexpr int kFftSize = 64;
constexpr int kBands = 64;
const std::string kHtsat = "audio_encoder.base.htsat.";

void putValues(FloatTensors& tensors, const std::string& name, std::vector<std::int64_t> shape,
               const std::vector<float>& values)
{
    tensors[name] = {name, DType::F32, std::move(shape), bytesOf<float>(values)};
}

void putLinear(FloatTensors& tensors, const std::string& name, std::int64_t in, std::int64_t out)
{
    put(tensors, name + ".weight", {out, in});
    put(tensors, name + ".bias", {out});
}

void putNorm(FloatTensors& tensors, const std::string& name, std::int64_t size)
{
    put(tensors, name + ".weight", {size});
    put(tensors, name + ".bias", {size});
}

void putBatchNorm(FloatTensors& tensors, const std::string& name, std::int64_t size)
{
    putNorm(tensors, name, size);
    put(tensors, name + ".running_mean", {size});
    put(tensors, name + ".running_var", {size});
    put(tensors, name + ".num_batches_tracked", {});
}

void putConvolution(FloatTensors& tensors, const std::string& name, std::vector<std::int64_t> shape)
{
    put(tensors, name + ".bias", {shape[0]});
    put(tensors, name + ".weight", std::move(shape));
}

void putFusion(FloatTensors& tensors, const std::string& prefix)
{
    putConvolution(tensors, prefix + "mel_conv2d", {4, 1, 4, 12});
    for (const auto& [name, first] : {std::pair{"local_att", 0}, std::pair{"global_att", 1}}) {
        const auto at = [&](int i) { return fmt::format("{}fusion_model.{}.{}", prefix, name, first + i); };
        putConvolution(tensors, at(0), {1, 4, 1, 1});
        putBatchNorm(tensors, at(1), 1);
        putConvolution(tensors, at(3), {4, 1, 1, 1});
        putBatchNorm(tensors, at(4), 4);
    }
}

/// HTS-AT under its authors' names.
void putHtsat(FloatTensors& tensors, const std::string& prefix, bool fused, int rate)
{
    putFrontEnd(tensors, prefix, kFftSize, slaneyBank(rate, kFftSize));
    putBatchNorm(tensors, prefix + "bn0", kBands);
    putConvolution(tensors, prefix + "patch_embed.proj", {4, 1, 4, 4});
    putNorm(tensors, prefix + "patch_embed.norm", 4);
    if (fused)
        putFusion(tensors, prefix + "patch_embed.");
    for (std::int64_t stage = 0; stage < 2; ++stage) {
        const std::int64_t dim = 4 << stage;
        for (std::int64_t i = 0; i <= stage; ++i) {
            const std::string block = fmt::format("{}layers.{}.blocks.{}.", prefix, stage, i);
            putNorm(tensors, block + "norm1", dim);
            put(tensors, block + "attn.relative_position_bias_table", {225, 1 + stage});
            put(tensors, block + "attn.relative_position_index", {64, 64});
            putLinear(tensors, block + "attn.qkv", dim, 3 * dim);
            putLinear(tensors, block + "attn.proj", dim, dim);
            putNorm(tensors, block + "norm2", dim);
            putLinear(tensors, block + "mlp.fc1", dim, 4 * dim);
            putLinear(tensors, block + "mlp.fc2", 4 * dim, dim);
        }
    }
    put(tensors, prefix + "layers.1.blocks.1.attn_mask", {16, 64, 64});
    putNorm(tensors, prefix + "layers.0.downsample.norm", 16);
    put(tensors, prefix + "layers.0.downsample.reduction.weight", {8, 16});
    putNorm(tensors, prefix + "norm", 8);
    putConvolution(tensors, prefix + "tscam_conv", {5, 8, 2, 3});
    putLinear(tensors, prefix + "head", 5, 5);
}

void putRoberta(FloatTensors& tensors, const std::string& prefix)
{
    put(tensors, prefix + "embeddings.word_embeddings.weight", {267, 8});
    put(tensors, prefix + "embeddings.position_embeddings.weight", {20, 8});
    put(tensors, prefix + "embeddings.token_type_embeddings.weight", {1, 8});
    put(tensors, prefix + "embeddings.position_ids", {1, 20});
    putNorm(tensors, prefix + "embeddings.LayerNorm", 8);
    const std::string layer = prefix + "encoder.layer.0.";
    for (const char* part : {"query", "key", "value"})
        putLinear(tensors, layer + "attention.self." + part, 8, 8);
    putLinear(tensors, layer + "attention.output.dense", 8, 8);
    putNorm(tensors, layer + "attention.output.LayerNorm", 8);
    putLinear(tensors, layer + "intermediate.dense", 8, 12);
    putLinear(tensors, layer + "output.dense", 12, 8);
    putNorm(tensors, layer + "output.LayerNorm", 8);
    putLinear(tensors, prefix + "pooler.dense", 8, 8);
}

void putScale(FloatTensors& tensors, const std::string& name, float value)
{
    putValues(tensors, name, {}, {value});
}

} // namespace

void put(FloatTensors& tensors, const std::string& name, std::vector<std::int64_t> shape)
{
    std::size_t count = 1;
    for (const std::int64_t size : shape)
        count *= static_cast<std::size_t>(size);
    // A run of numbers that starts elsewhere for each name, whatever the order in which they are put.
    std::size_t number = 0;
    for (const char letter : name)
        number = (number * 31 + static_cast<unsigned char>(letter)) % 10007;
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(number++ % 10007) / 10007.0F;
    putValues(tensors, name, std::move(shape), values);
}

std::vector<float> floatsOf(const checkpoint::TensorView& tensor)
{
    std::vector<float> values(tensor.count());
    std::memcpy(values.data(), tensor.bytes.data(), values.size() * sizeof(float));
    return values;
}

FloatTensors msClapTensors()
{
    FloatTensors tensors;
    putHtsat(tensors, kHtsat, false, 32000);
    for (const auto& [side, width] : {std::pair{"audio_encoder", 8}, std::pair{"caption_encoder", 8}}) {
        const std::string projection = fmt::format("{}.projection.", side);
        put(tensors, projection + "linear1.weight", {6, width});
        put(tensors, projection + "linear2.weight", {6, 6});
        putNorm(tensors, projection + "layer_norm", 6);
    }
    const std::string text = "caption_encoder.base.", block = text + "h.0.";
    put(tensors, text + "wte.weight", {263, 8});
    put(tensors, text + "wpe.weight", {20, 8});
    putNorm(tensors, block + "ln_1", 8);
    put(tensors, block + "attn.bias", {1, 1, 20, 20});
    put(tensors, block + "attn.masked_bias", {});
    put(tensors, block + "attn.c_attn.weight", {8, 24});
    put(tensors, block + "attn.c_attn.bias", {24});
    put(tensors, block + "attn.c_proj.weight", {8, 8});
    put(tensors, block + "attn.c_proj.bias", {8});
    putNorm(tensors, block + "ln_2", 8);
    put(tensors, block + "mlp.c_fc.weight", {8, 32});
    put(tensors, block + "mlp.c_fc.bias", {32});
    put(tensors, block + "mlp.c_proj.weight", {32, 8});
    put(tensors, block + "mlp.c_proj.bias", {8});
    putNorm(tensors, text + "ln_f", 8);
    putScale(tensors, "logit_scale", 2.5F);
    return tensors;
}

FloatTensors laionTensors(bool fused)
{
    FloatTensors tensors;
    putHtsat(tensors, "module.audio_branch.", fused, 48000);
    putRoberta(tensors, "module.text_branch.");
    for (const char* side : {"audio", "text"}) {
        putLinear(tensors, fmt::format("module.{}_projection.0", side), 8, 6);
        putLinear(tensors, fmt::format("module.{}_projection.2", side), 6, 6);
        putLinear(tensors, fmt::format("module.{}_transform.sequential.0", side), 6, 6);
        putLinear(tensors, fmt::format("module.{}_transform.sequential.3", side), 6, 6);
    }
    putScale(tensors, "module.logit_scale_a", 3);
    putScale(tensors, "module.logit_scale_t", 4);
    return tensors;
}

FloatTensors huggingFaceTensors(bool fused)
{
    FloatTensors tensors;
    const std::string audio = "audio_model.audio_encoder.";
    putBatchNorm(tensors, audio + "batch_norm", kBands);
    putConvolution(tensors, audio + "patch_embed.proj", {4, 1, 4, 4});
    putNorm(tensors, audio + "patch_embed.norm", 4);
    if (fused)
        putFusion(tensors, audio + "patch_embed.");
    for (std::int64_t stage = 0; stage < 2; ++stage) {
        const std::int64_t dim = 4 << stage;
        for (std::int64_t i = 0; i <= stage; ++i) {
            const std::string block = fmt::format("{}layers.{}.blocks.{}.", audio, stage, i);
            putNorm(tensors, block + "layernorm_before", dim);
            put(tensors, block + "attention.self.relative_position_bias_table", {225, 1 + stage});
            put(tensors, block + "attention.self.relative_position_index", {64, 64});
            for (const char* part : {"query", "key", "value"})
                putLinear(tensors, block + "attention.self." + part, dim, dim);
            putLinear(tensors, block + "attention.output.dense", dim, dim);
            putNorm(tensors, block + "layernorm_after", dim);
            putLinear(tensors, block + "intermediate.dense", dim, 4 * dim);
            putLinear(tensors, block + "output.dense", 4 * dim, dim);
        }
    }
    putNorm(tensors, audio + "layers.0.downsample.norm", 16);
    put(tensors, audio + "layers.0.downsample.reduction.weight", {8, 16});
    putNorm(tensors, audio + "norm", 8);
    putRoberta(tensors, "text_model.");
    for (const char* side : {"audio", "text"}) {
        putLinear(tensors, fmt::format("{}_projection.linear1", side), 8, 6);
        putLinear(tensors, fmt::format("{}_projection.linear2", side), 6, 6);
    }
    putScale(tensors, "logit_scale_a", 3);
    putScale(tensors, "logit_scale_t", 4);
    return tensors;
}

json huggingFaceConfig(bool fused)
{
    return {{"model_type", "clap"},
            {"projection_dim", 6},
            {"audio_config",
             {{"depths", {1, 2}},
              {"num_attention_heads", {1, 2}},
              {"patch_embeds_hidden_size", 4},
              {"hidden_size", 8},
              {"enable_fusion", fused},
              {"fusion_type", nullptr}}},
            {"text_config",
             {{"vocab_size", 267},
              {"hidden_size", 8},
              {"num_hidden_layers", 1},
              {"num_attention_heads", 2},
              {"intermediate_size", 12},
              {"max_position_embeddings", 20}}}};
}

json huggingFacePreprocessor(bool fused)
{
    return {{"feature_size", 64},  {"fft_window_size", 1024},
            {"hop_length", 480},   {"sampling_rate", 48000},
            {"frequency_min", 50}, {"frequency_max", 14000},
            {"max_length_s", 10},  {"padding", "repeatpad"},
            {"top_db", nullptr},   {"truncation", fused ? "fusion" : "rand_trunc"}};
}

void writeHuggingFace(const Path& folder, bool fused)
{
    std::filesystem::create_directories(folder);
    writeFile(folder / "config.json", huggingFaceConfig(fused).dump());
    writeFile(folder / "preprocessor_config.json", huggingFacePreprocessor(fused).dump());
    writeSafetensorsFile(folder / "model.safetensors", huggingFaceTensors(fused));
    writeRobertaTokenizer(folder);
}

void writeSafetensorsFile(const Path& file, const FloatTensors& tensors)
{
    std::vector<checkpoint::TensorView> views;
    for (const auto& [name, tensor] : tensors)
        views.push_back({name, tensor.dtype, tensor.shape, tensor.bytes});
    checkpoint::writeSafetensors(file, views, {{"format", "pt"}});
}

std::string pytorchBytes(const FloatTensors& tensors, const std::string& key, const std::string& more)
{
    std::string items = "(";
    std::vector<std::pair<std::string, std::string>> storages;
    for (const auto& [name, tensor] : tensors) {
        std::vector<std::int32_t> shape(tensor.shape.begin(), tensor.shape.end()), strides(shape.size());
        std::int32_t stride = 1;
        for (std::size_t d = shape.size(); d-- > 0; stride *= shape[d])
            strides[d] = stride;
        const std::string storage = std::to_string(storages.size());
        items += pickledText(name) + pickledTensor(storage, stride, 0, shape, strides);
        storages.emplace_back(storage,
                              std::string(reinterpret_cast<const char*>(tensor.bytes.data()), tensor.bytes.size()));
    }
    items += "u";
    if (key.empty())
        return pytorchFile("}" + more + items, storages);
    return pytorchFile("}" + more + pickledText(key) + "}" + items + "s", storages);
}

void writeGpt2Tokenizer(const Path& folder)
{
    std::filesystem::create_directories(folder);
    writeBpeFolder(folder, byteVocabulary(rainMerges(), {"<|endoftext|>"}), rainMerges());
}

void writeRobertaTokenizer(const Path& folder)
{
    std::filesystem::create_directories(folder);
    writeBpeFolder(folder, byteVocabulary(rainMerges(), robertaSpecials()), rainMerges());
}

void putFrontEnd(FloatTensors& tensors, const std::string& prefix, int fftSize, const std::vector<float>& bank)
{
    const int bins = fftSize / 2 + 1;
    std::vector<float> real, imaginary;
    for (int k = 0; k < bins; ++k)
        for (int i = 0; i < fftSize; ++i) {
            const double step = 2 * std::numbers::pi / fftSize;
            const double window = .5 - .5 * std::cos(step * i);
            real.push_back(static_cast<float>(std::cos(step * k * i) * window));
            imaginary.push_back(static_cast<float>(-std::sin(step * k * i) * window));
        }
    putValues(tensors, prefix + "spectrogram_extractor.stft.conv_real.weight", {bins, 1, fftSize}, real);
    putValues(tensors, prefix + "spectrogram_extractor.stft.conv_imag.weight", {bins, 1, fftSize}, imaginary);
    putValues(tensors, prefix + "logmel_extractor.melW", {bins, static_cast<std::int64_t>(bank.size()) / bins}, bank);
}

std::vector<float> slaneyBank(int rate, int fftSize)
{
    // Written down anew from the formulas, so that the program's own bank is checked by it.
    const auto mel = [](double hz) { return hz < 1000 ? hz * 3 / 200 : 15 + 27 * std::log(hz / 1000) / std::log(6.4); };
    const auto hz = [](double m) { return m < 15 ? m * 200 / 3 : 1000 * std::exp(std::log(6.4) * (m - 15) / 27); };
    const auto edge = [&](int i) { return hz(mel(50) + (mel(14000) - mel(50)) * i / (kBands + 1)); };
    std::vector<float> bank;
    for (int k = 0; k <= fftSize / 2; ++k)
        for (int band = 0; band < kBands; ++band) {
            const double f = static_cast<double>(k) * rate / fftSize;
            const double a = edge(band), b = edge(band + 1), c = edge(band + 2);
            bank.push_back(
                static_cast<float>(std::max(0.0, std::min((f - a) / (b - a), (c - f) / (c - b))) * 2 / (c - a)));
        }
    return bank;
}

} // namespace prolap::test
