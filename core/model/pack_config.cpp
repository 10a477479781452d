#include "core/model/pack_config.h"

#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/config_fields.h"
#include "core/model/json_file.h"

namespace prolap::model {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "prolap-model-pack";
constexpr std::int64_t kFormatVersion = 1;
// Fields that came later are written only where they differ from what packs without them mean: a pack's id hashes this.

constexpr EnumName<MelConfig::Scale> kScales[] = {
    {"htk", MelConfig::Scale::Htk}, {"slaney", MelConfig::Scale::Slaney}, {"stored", MelConfig::Scale::Stored}};
constexpr EnumName<MelConfig::Norm> kNorms[] = {
    {"none", MelConfig::Norm::None}, {"slaney", MelConfig::Norm::Slaney}, {"unit-sum", MelConfig::Norm::UnitSum}};
constexpr EnumName<MelConfig::Padding> kPaddings[] = {{"zero", MelConfig::Padding::Zero},
                                                      {"reflect", MelConfig::Padding::Reflect}};
constexpr EnumName<MelConfig::Log> kLogs[] = {{"decibel", MelConfig::Log::Decibel}, {"aisfx", MelConfig::Log::Aisfx}};
constexpr EnumName<HtsatConfig::Fill> kFills[] = {{"repeat-pad", HtsatConfig::Fill::RepeatPad},
                                                  {"repeat", HtsatConfig::Fill::Repeat},
                                                  {"pad", HtsatConfig::Fill::Pad}};
constexpr EnumName<HtsatConfig::Fusion> kFusions[] = {{"none", HtsatConfig::Fusion::None},
                                                      {"longer", HtsatConfig::Fusion::Longer},
                                                      {"also-window", HtsatConfig::Fusion::AlsoWindow}};
constexpr EnumName<HeadsConfig::Projection> kProjections[] = {{"gelu", HeadsConfig::Projection::Gelu},
                                                              {"relu", HeadsConfig::Projection::Relu},
                                                              {"residual", HeadsConfig::Projection::Residual}};
constexpr EnumName<BertConfig::Pooling> kBertPoolings[] = {{"mean-normalised", BertConfig::Pooling::MeanNormalised},
                                                           {"first-token-tanh", BertConfig::Pooling::FirstTokenTanh}};
constexpr EnumName<Gpt2Config::Pooling> kGpt2Poolings[] = {{"last-token", Gpt2Config::Pooling::LastToken},
                                                           {"last-non-zero-id", Gpt2Config::Pooling::LastNonZeroId}};

json melToJson(const MelConfig& mel)
{
    json out{{"sample_rate", mel.sampleRate},
             {"design_rate", mel.designRate ? mel.designRate : mel.sampleRate},
             {"fft_size", mel.fftSize},
             {"hop_samples", mel.hopSamples},
             {"bands", mel.bands},
             {"min_hz", mel.minHz},
             {"max_hz", mel.maxHz},
             {"scale", nameOf(kScales, mel.scale)},
             {"norm", nameOf(kNorms, mel.norm)},
             {"padding", nameOf(kPaddings, mel.padding)},
             {"log", nameOf(kLogs, mel.log)},
             {"peak_normalise", mel.peakNormalise}};
    if (mel.quantise16)
        out["quantise16"] = true;
    return out;
}

MelConfig melFromJson(const ConfigFields& fields)
{
    MelConfig mel;
    mel.sampleRate = static_cast<int>(fields.integer("sample_rate", 1000, 384000));
    mel.designRate = static_cast<int>(fields.integer("design_rate", 1000, 384000));
    if (mel.designRate == mel.sampleRate)
        mel.designRate = 0;
    mel.fftSize = static_cast<int>(fields.integer("fft_size", 16, 1 << 16));
    mel.hopSamples = static_cast<int>(fields.integer("hop_samples", 1, 1 << 16));
    mel.bands = static_cast<int>(fields.integer("bands", 1, 1024));
    mel.minHz = fields.number("min_hz", 0, 192000);
    mel.maxHz = fields.number("max_hz", mel.minHz + 1, 192000);
    mel.scale = fields.oneOf("scale", kScales);
    mel.norm = fields.oneOf("norm", kNorms);
    mel.padding = fields.oneOf("padding", kPaddings);
    mel.log = fields.oneOf("log", kLogs);
    mel.peakNormalise = fields.boolean("peak_normalise");
    if (fields.has("quantise16"))
        mel.quantise16 = fields.boolean("quantise16");
    return mel;
}

json audioToJson(const AudioEncoderConfig& audio)
{
    json out{{"type", audio.name()}, {"window_seconds", audio.windowSeconds}, {"front_end", melToJson(audio.mel)}};
    if (const auto* cnn = std::get_if<Cnn8Config>(&audio.network)) {
        out["channels"] = cnn->channels;
        out["block_frames"] = cnn->blockFrames;
        out["block_hop_frames"] = cnn->hopFrames;
    } else {
        const auto& htsat = std::get<HtsatConfig>(audio.network);
        out["image_size"] = htsat.imageSize;
        out["patch_size"] = htsat.patchSize;
        out["embed_dim"] = htsat.embedDim;
        out["depths"] = htsat.depths;
        out["heads"] = htsat.heads;
        out["window"] = htsat.window;
        out["mlp_ratio"] = htsat.mlpRatio;
        out["layer_norm_eps"] = htsat.layerNormEps;
        if (htsat.fill != HtsatConfig::Fill::RepeatPad)
            out["fill"] = nameOf(kFills, htsat.fill);
        if (htsat.fusion != HtsatConfig::Fusion::None) {
            out["fusion"] = nameOf(kFusions, htsat.fusion);
            out["fusion_reduction"] = htsat.fusionReduction;
            out["antialiased_view"] = htsat.antialiasedView;
        }
    }
    return out;
}

Cnn8Config cnn8FromJson(const ConfigFields& fields)
{
    Cnn8Config cnn;
    cnn.channels = fields.integers("channels", 1, 4096, 1, 8);
    cnn.blockFrames = fields.integer("block_frames", 1 << (cnn.channels.size() - 1), 100000);
    cnn.hopFrames = fields.integer("block_hop_frames", 1, cnn.blockFrames);
    return cnn;
}

HtsatConfig htsatFromJson(const ConfigFields& fields, const MelConfig& mel)
{
    HtsatConfig htsat;
    htsat.imageSize = fields.integer("image_size", 16, 4096);
    htsat.patchSize = fields.integer("patch_size", 1, 64);
    htsat.embedDim = fields.integer("embed_dim", 1, 1024);
    htsat.depths = fields.integers("depths", 1, 64, 1, 6);
    htsat.heads = fields.integers("heads", 1, 256, htsat.depths.size(), htsat.depths.size());
    htsat.window = fields.integer("window", 1, 64);
    htsat.mlpRatio = fields.number("mlp_ratio", .1, 16);
    htsat.layerNormEps = fields.number("layer_norm_eps", 0, 1);
    if (fields.has("fill"))
        htsat.fill = fields.oneOf("fill", kFills);
    if (fields.has("fusion"))
        htsat.fusion = fields.oneOf("fusion", kFusions);
    if (htsat.fusion != HtsatConfig::Fusion::None) {
        htsat.fusionReduction = fields.integer("fusion_reduction", 1, htsat.embedDim);
        htsat.antialiasedView = fields.boolean("antialiased_view");
    }
    fields.require(htsat.imageSize % mel.bands == 0, "image_size", "a multiple of front_end.bands");
    fields.require(htsat.imageSize % htsat.patchSize == 0, "image_size", "a multiple of patch_size");
    fields.require(mel.bands % htsat.patchSize == 0, "patch_size", "a divisor of front_end.bands");
    std::int64_t side = htsat.imageSize / htsat.patchSize;
    for (std::size_t i = 0; i < htsat.depths.size(); ++i, side /= 2) {
        fields.require(side >= 1 && side % std::min(side, htsat.window) == 0, "window",
                       "a size that divides the token grid of every stage");
        fields.require(i + 1 == htsat.depths.size() || side % 2 == 0, "image_size", "a size that can be halved");
        fields.require((htsat.embedDim << i) % htsat.heads[i] == 0, "heads", "divisors of the stages' widths");
    }
    return htsat;
}

AudioEncoderConfig audioFromJson(const ConfigFields& fields)
{
    AudioEncoderConfig audio;
    audio.mel = melFromJson(fields.object("front_end"));
    audio.windowSeconds = fields.number("window_seconds", .01, 600);
    const std::string type = fields.string("type");
    if (type == "cnn8") {
        const Cnn8Config cnn = cnn8FromJson(fields);
        fields.require(audio.mel.bands >> (cnn.channels.size() - 1) > 0, "channels", "blocks that leave a mel band");
        audio.network = cnn;
    } else if (type == "htsat") {
        const HtsatConfig htsat = htsatFromJson(fields, audio.mel);
        const double frames = std::floor(audio.windowSeconds * audio.mel.sampleRate / audio.mel.hopSamples) + 1;
        fields.require(frames <= static_cast<double>(htsat.imageSize * (htsat.imageSize / audio.mel.bands)),
                       "window_seconds", "a window whose frames fit the image");
        fields.require(audio.windowSeconds * audio.mel.sampleRate > audio.mel.fftSize / 2, "window_seconds",
                       "a window of more than half an FFT");
        audio.network = htsat;
    } else {
        fields.unsupported("type", type, "cnn8 or htsat");
    }
    return audio;
}

json textToJson(const TextEncoderConfig& text)
{
    json out{{"type", text.name()}, {"tokenizer", {{"kind", text.tokenizer}, {"max_tokens", text.maxTokens}}}};
    if (const auto* bert = std::get_if<BertConfig>(&text.network)) {
        out["vocabulary"] = bert->vocabulary;
        out["width"] = bert->width;
        out["layers"] = bert->layers;
        out["heads"] = bert->heads;
        out["inner"] = bert->inner;
        out["positions"] = bert->positions;
        out["type_rows"] = bert->typeRows;
        out["position_offset"] = bert->positionOffset;
        out["layer_norm_eps"] = bert->layerNormEps;
        out["pooling"] = nameOf(kBertPoolings, bert->pooling);
    } else {
        const auto& gpt2 = std::get<Gpt2Config>(text.network);
        out["vocabulary"] = gpt2.vocabulary;
        out["width"] = gpt2.width;
        out["layers"] = gpt2.layers;
        out["heads"] = gpt2.heads;
        out["positions"] = gpt2.positions;
        out["layer_norm_eps"] = gpt2.layerNormEps;
        out["pooling"] = nameOf(kGpt2Poolings, gpt2.pooling);
    }
    return out;
}

TextEncoderConfig textFromJson(const ConfigFields& fields)
{
    TextEncoderConfig text;
    const ConfigFields tokenizer = fields.object("tokenizer");
    text.tokenizer = tokenizer.string("kind");
    const std::string type = fields.string("type");
    const auto common = [&](auto network) {
        network.vocabulary = fields.integer("vocabulary", 1, 1 << 22);
        network.width = fields.integer("width", 1, 1 << 14);
        network.layers = fields.integer("layers", 1, 256);
        network.heads = fields.integer("heads", 1, network.width);
        network.positions = fields.integer("positions", 1, 1 << 20);
        network.layerNormEps = fields.number("layer_norm_eps", 0, 1);
        fields.require(network.width % network.heads == 0, "heads", "a divisor of width");
        return network;
    };
    std::int64_t longest = 0;
    if (type == "bert" || type == "roberta") {
        BertConfig bert = common(BertConfig{});
        bert.inner = fields.integer("inner", 1, 1 << 16);
        bert.typeRows = fields.integer("type_rows", 1, 1024);
        bert.positionOffset = fields.integer("position_offset", 0, bert.positions - 1);
        fields.require((type == "bert") == (bert.positionOffset == 0), "position_offset",
                       "0 for bert, more for roberta");
        bert.pooling = fields.oneOf("pooling", kBertPoolings);
        longest = bert.positions - bert.positionOffset;
        text.network = bert;
    } else if (type == "gpt2") {
        Gpt2Config gpt2 = common(Gpt2Config{});
        gpt2.pooling = fields.oneOf("pooling", kGpt2Poolings);
        longest = gpt2.positions;
        text.network = gpt2;
    } else {
        fields.unsupported("type", type, "bert, roberta or gpt2");
    }
    text.maxTokens = tokenizer.integer("max_tokens", 1, longest);
    return text;
}

json headsToJson(const HeadsConfig& heads)
{
    json out{{"dim", heads.dim},
             {"projection_hidden", heads.projectionHidden},
             {"uncertainty_hidden", heads.uncertaintyHidden},
             {"dropout", heads.dropout},
             {"probabilistic", heads.probabilistic},
             {"start_log_var", heads.startLogVar},
             {"min_log_var", heads.minLogVar},
             {"max_log_var", heads.maxLogVar}};
    if (heads.projection != HeadsConfig::Projection::Gelu)
        out["projection"] = nameOf(kProjections, heads.projection);
    return out;
}

HeadsConfig headsFromJson(const ConfigFields& fields)
{
    HeadsConfig heads;
    heads.dim = fields.integer("dim", 1, 1 << 14);
    heads.projectionHidden = fields.integer("projection_hidden", 1, 1 << 16);
    heads.uncertaintyHidden = fields.integer("uncertainty_hidden", 1, 1 << 16);
    heads.dropout = fields.number("dropout", 0, .99);
    heads.probabilistic = fields.boolean("probabilistic");
    heads.startLogVar = fields.number("start_log_var", -100, 100);
    heads.minLogVar = fields.number("min_log_var", -100, 100);
    heads.maxLogVar = fields.number("max_log_var", heads.minLogVar, 100);
    if (fields.has("projection"))
        heads.projection = fields.oneOf("projection", kProjections);
    fields.require(heads.projection != HeadsConfig::Projection::Residual || heads.projectionHidden == heads.dim,
                   "projection_hidden", "dim, as a residual projection needs");
    return heads;
}

} // namespace

json PackConfig::toJson() const
{
    json out{{"format", kFormat},
             {"format_version", kFormatVersion},
             {"name", name},
             {"licence", licence},
             {"provenance", provenance},
             {"audio_encoder", audioToJson(audio)},
             {"text_encoder", textToJson(text)},
             {"training", training}};
    if (heads)
        out["heads"] = headsToJson(*heads);
    if (calibration)
        out["calibration"] = {{"scale", calibration->scale},
                              {"bias", calibration->bias},
                              {"credible_probability", calibration->credibleProbability}};
    return out;
}

PackConfig PackConfig::fromJson(const json& document, const Path& file)
{
    const ConfigFields fields(document, file, "");
    const std::string format = fields.has("format") ? fields.string("format") : "no format field";
    if (format != kFormat)
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{} is not the config of a model pack: expected format {}, found {}.",
                                displayText(file), kFormat, validUtf8(format)));
    const std::int64_t version = fields.integer("format_version", 1, std::numeric_limits<std::int32_t>::max());
    if (version > kFormatVersion)
        throw Error(
            ErrorKind::Unsupported,
            fmt::format("{} has format version {}, this program reads up to {}: a newer version of it is needed.",
                        displayText(file), version, kFormatVersion));
    PackConfig config;
    config.name = fields.string("name");
    config.licence = fields.string("licence");
    config.provenance = fields.string("provenance");
    config.audio = audioFromJson(fields.object("audio_encoder"));
    config.text = textFromJson(fields.object("text_encoder"));
    if (fields.has("heads"))
        config.heads = headsFromJson(fields.object("heads"));
    if (fields.has("calibration")) {
        const ConfigFields calibration = fields.object("calibration");
        config.calibration = Calibration{calibration.number("scale", 0, 1e6), calibration.number("bias", -1e6, 1e6),
                                         calibration.number("credible_probability", 0, 1)};
    }
    if (fields.has("training"))
        config.training = document.at("training");
    return config;
}

PackConfig PackConfig::read(const Path& folder)
{
    const Path file = folder / "config.json";
    std::error_code code;
    if (!std::filesystem::is_directory(folder, code))
        throw Error(ErrorKind::NotFound,
                    fmt::format("{} is not a model pack: expected a folder with config.json, {}.", displayText(folder),
                                std::filesystem::exists(folder, code) ? "found a file" : "found nothing there"));
    if (!std::filesystem::exists(file, code))
        throw Error(ErrorKind::NotFound,
                    fmt::format("{} is not a model pack: it has no config.json.", displayText(folder)));
    return fromJson(readJsonFile(file), file);
}

} // namespace prolap::model
