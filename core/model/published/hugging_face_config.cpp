#include "core/model/published/hugging_face_config.h"

#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/config_fields.h"
#include "core/model/json_file.h"
#include "core/model/published/model_card.h"

namespace prolap::model {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr EnumName<HtsatConfig::Fill> kFills[] = {{"repeatpad", HtsatConfig::Fill::RepeatPad},
                                                  {"repeat", HtsatConfig::Fill::Repeat},
                                                  {"pad", HtsatConfig::Fill::Pad}};

/// The fields of one object with defaults for those that are absent or null.
class Fields {
public:
    /// object: not an object and not null is an error.
    Fields(const json& object, const Path& file, const std::string& prefix)
        : m_object(withoutNulls(object)), m_file(file), m_fields(m_object, file, prefix)
    {
    }
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    const Path& file() const { return m_file; }
    const ConfigFields& fields() const { return m_fields; }
    bool has(const char* name) const { return m_fields.has(name); }

    std::int64_t integer(const char* name, std::int64_t otherwise) const
    {
        return has(name) ? m_fields.integer(name, 0, 1 << 30) : otherwise;
    }
    double number(const char* name, double otherwise) const
    {
        return has(name) ? m_fields.number(name, 0, 1e9) : otherwise;
    }
    std::string text(const char* name, const char* otherwise) const
    {
        return has(name) ? m_fields.string(name) : otherwise;
    }
    bool boolean(const char* name, bool otherwise) const { return has(name) ? m_fields.boolean(name) : otherwise; }
    std::vector<std::int64_t> integers(const char* name, std::vector<std::int64_t> otherwise) const
    {
        return has(name) ? m_fields.integers(name, 1, 1 << 20, 1, 16) : otherwise;
    }

    /// Refuses any other value than the one that the published models have and this program implements.
    void onlyText(const char* name, const char* value) const
    {
        if (const std::string found = text(name, value); found != value)
            m_fields.unsupported(name, found, fmt::format("\"{}\"", value));
    }
    void onlyFlag(const char* name, bool value) const
    {
        if (boolean(name, value) != value)
            m_fields.unsupported(name, value ? "false" : "true", value ? "true" : "false");
    }
    void onlyInteger(const char* name, std::int64_t value) const
    {
        if (const std::int64_t found = integer(name, value); found != value)
            m_fields.unsupported(name, std::to_string(found), std::to_string(value));
    }

private:
    static json withoutNulls(const json& object)
    {
        if (!object.is_object())
            return object.is_null() ? json::object() : object;
        json out = json::object();
        for (const auto& [name, value] : object.items())
            if (!value.is_null())
                out[name] = value;
        return out;
    }

    json m_object;
    Path m_file;
    ConfigFields m_fields;
};

const json& member(const json& object, const char* name)
{
    static const json kNone;
    const auto at = object.find(name);
    return at == object.end() ? kNone : *at;
}

HtsatConfig readHtsat(const Fields& audio)
{
    HtsatConfig htsat;
    htsat.imageSize = audio.integer("spec_size", 256);
    htsat.patchSize = audio.integer("patch_size", 4);
    htsat.embedDim = audio.integer("patch_embeds_hidden_size", 96);
    htsat.depths = audio.integers("depths", {2, 2, 6, 2});
    htsat.heads = audio.integers("num_attention_heads", {4, 8, 16, 32});
    htsat.window = audio.integer("window_size", 8);
    htsat.mlpRatio = audio.number("mlp_ratio", 4);
    if (audio.boolean("enable_fusion", false)) {
        htsat.fusion = HtsatConfig::Fusion::AlsoWindow;
        htsat.fusionReduction = audio.integer("aff_block_r", 4);
        if (audio.text("fusion_type", "") == "channel_map")
            audio.fields().unsupported("fusion_type", "channel_map", "aff_2d");
    }
    audio.onlyText("hidden_act", "gelu");
    audio.onlyInteger("patch_embed_input_channels", 1);
    audio.onlyFlag("enable_patch_layer_norm", true);
    audio.onlyFlag("flatten_patch_embeds", true);
    audio.onlyFlag("qkv_bias", true);
    // The layers between the blocks have this one whatever the field says.
    if (audio.number("layer_norm_eps", 1e-5) != 1e-5)
        audio.fields().unsupported("layer_norm_eps", fmt::format("{}", audio.number("layer_norm_eps", 1e-5)), "1e-05");
    if (audio.has("patch_stride") && audio.integers("patch_stride", {}) != std::vector(2, htsat.patchSize))
        audio.fields().unsupported("patch_stride", "another stride", "twice patch_size");
    // The width of the last stage; other software may take it from here.
    const std::int64_t width = htsat.embedDim << (htsat.depths.size() - 1);
    if (audio.integer("hidden_size", 768) != width)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected patch_embeds_hidden_size doubled in every stage but the first ({}) as "
                                "audio_config.hidden_size, found {}.",
                                displayText(audio.file()), width, audio.integer("hidden_size", 768)));
    return htsat;
}

BertConfig readRoberta(const Fields& text)
{
    BertConfig bert;
    bert.vocabulary = text.integer("vocab_size", 50265);
    bert.width = text.integer("hidden_size", 768);
    bert.layers = text.integer("num_hidden_layers", 12);
    bert.heads = text.integer("num_attention_heads", 12);
    bert.inner = text.integer("intermediate_size", 3072);
    bert.positions = text.integer("max_position_embeddings", 514);
    bert.typeRows = text.integer("type_vocab_size", 1);
    bert.positionOffset = text.integer("pad_token_id", 1) + 1;
    bert.layerNormEps = text.number("layer_norm_eps", 1e-12);
    bert.pooling = BertConfig::Pooling::FirstTokenTanh;
    text.onlyText("hidden_act", "gelu");
    text.onlyText("position_embedding_type", "absolute");
    text.onlyFlag("is_decoder", false);
    return bert;
}

/// The folder's feature extractor: a file of its own, in newer folders a part of processor_config.json.
std::optional<json> readPreprocessor(const Path& folder, Path& file)
{
    std::error_code code;
    file = folder / "preprocessor_config.json";
    if (fs::exists(file, code))
        return readJsonFile(file);
    const Path processor = folder / "processor_config.json";
    if (!fs::exists(processor, code))
        return std::nullopt;
    const json whole = readJsonFile(processor);
    if (!whole.is_object() || !whole.contains("feature_extractor"))
        return std::nullopt;
    file = processor;
    return whole["feature_extractor"];
}

void readFrontEnd(AudioEncoderConfig& audio, HtsatConfig& htsat, std::int64_t bands, const Path& folder,
                  std::vector<std::string>& missing)
{
    const bool fused = htsat.fusion != HtsatConfig::Fusion::None;
    MelConfig mel = fused ? MelConfig::clapFused() : MelConfig::clapUnfused();
    Path file;
    const auto found = readPreprocessor(folder, file);
    if (!found)
        missing.push_back(fmt::format("{} is missing, without which it is not known how sounds become images for this "
                                      "model: copy it from where the model was published.",
                                      displayText(file)));
    const Fields fields(found ? *found : json::object(), file, "");
    mel.sampleRate = static_cast<int>(fields.integer("sampling_rate", 48000));
    mel.fftSize = static_cast<int>(fields.integer("fft_window_size", 1024));
    mel.hopSamples = static_cast<int>(fields.integer("hop_length", 480));
    mel.bands = static_cast<int>(fields.integer("feature_size", 64));
    mel.minHz = fields.number("frequency_min", 0);
    mel.maxHz = fields.number("frequency_max", 14000);
    audio.windowSeconds = fields.number("max_length_s", 10);
    if (fields.has("padding"))
        htsat.fill = fields.fields().oneOf("padding", kFills);
    if (fields.has("top_db"))
        fields.fields().unsupported("top_db", "a number", "null");
    const auto disagree = [&](const std::string& expected, const std::string& other) {
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected {}, found {}.", displayText(file), expected, other));
    };
    if (mel.bands != bands)
        disagree(fmt::format("{} as feature_size, as audio_config.num_mel_bins in config.json", bands),
                 std::to_string(mel.bands));
    const std::string truncation = fields.text("truncation", "fusion");
    if (truncation != "fusion" && truncation != "rand_trunc")
        fields.fields().unsupported("truncation", truncation, "fusion or rand_trunc");
    if (found && (truncation == "fusion") != fused)
        disagree(fmt::format("{} as truncation, for audio_config.enable_fusion is {} in config.json",
                             fused ? "fusion" : "rand_trunc", fused),
                 truncation);
    audio.mel = mel;
}

/// `laion/clap-htsat-unfused`, but no path of the machine that wrote the file.
bool isHubName(const std::string& name)
{
    const std::size_t slash = name.find('/');
    return slash != std::string::npos && slash > 0 && slash + 1 < name.size() && slash == name.rfind('/') &&
           name.front() != '.' && name.front() != '~';
}

} // namespace

PackConfig readHuggingFaceConfig(const Path& folder, std::vector<std::string>& missing)
{
    const Path file = folder / "config.json";
    const json document = readJsonFile(file);
    const Fields top(document, file, "");
    const Fields audio(member(document, "audio_config"), file, "audio_config.");
    const Fields text(member(document, "text_config"), file, "text_config.");
    top.onlyText("projection_hidden_act", "relu");

    PackConfig config;
    config.name = folderName(folder);
    config.provenance =
        "Hugging Face CLAP (Wu et al., Large-Scale Contrastive Language-Audio Pretraining, 2023, in the "
        "form of transformers' ClapModel), opened in place.";
    if (const std::string base = top.text("_name_or_path", ""); isHubName(base))
        config.provenance += fmt::format(" By its config.json it is, or was made from, {}.", validUtf8(base));
    HtsatConfig htsat = readHtsat(audio);
    readFrontEnd(config.audio, htsat, audio.integer("num_mel_bins", 64), folder, missing);
    config.audio.network = htsat;
    const BertConfig roberta = readRoberta(text);
    config.text.tokenizer = "roberta-bpe";
    config.text.maxTokens = roberta.positions - roberta.positionOffset;
    config.text.network = roberta;
    HeadsConfig heads;
    heads.projection = HeadsConfig::Projection::Relu;
    heads.dim = heads.projectionHidden = top.integer("projection_dim", 512);
    heads.dropout = 0;
    heads.probabilistic = false;
    config.heads = heads;
    return config;
}

} // namespace prolap::model
