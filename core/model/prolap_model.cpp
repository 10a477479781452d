#include "core/model/prolap_model.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/model_source.h"
#include "core/model/module_weights.h"
#include "core/model/nn/bert.h"
#include "core/model/nn/cnn8.h"
#include "core/model/nn/gpt2.h"
#include "core/model/nn/htsat.h"
#include "core/model/pack_folder.h"
#include "core/model/untrained.h"

namespace prolap::model {

namespace {

constexpr double kStartLogitScale = 2.302585092994046; // log 10
constexpr double kStartLogitBias = -10;

std::shared_ptr<nn::AudioEncoder> makeAudioEncoder(const AudioEncoderConfig& config)
{
    if (const auto* cnn = std::get_if<Cnn8Config>(&config.network))
        return std::make_shared<nn::Cnn8>(*cnn, config.mel);
    return std::make_shared<nn::Htsat>(std::get<HtsatConfig>(config.network), config.mel, config.windowSeconds);
}

std::shared_ptr<nn::TextEncoder> makeTextEncoder(const TextEncoderConfig& config)
{
    if (const auto* bert = std::get_if<BertConfig>(&config.network))
        return std::make_shared<nn::Bert>(*bert);
    return std::make_shared<nn::Gpt2>(std::get<Gpt2Config>(config.network));
}

void putHeads(ProlapModel& model, const HeadsConfig& heads)
{
    const auto where = model.device();
    model.audioHead = nn::JointHead(model.audioEncoder->featureSize(), heads);
    model.textHead = nn::JointHead(model.textEncoder->featureSize(), heads);
    model.audioHead->to(where);
    model.textHead->to(where);
    const auto options = torch::TensorOptions(torch::kFloat).device(where);
    model.logitScale = torch::full({}, kStartLogitScale, options).requires_grad_();
    model.logitBias = torch::full({}, kStartLogitBias, options).requires_grad_();
}

/// A lower bound of the number of weights that a config describes, so that a damaged or hostile one is refused before
/// memory is asked for.
double leastWeights(const PackConfig& config)
{
    double count = 0;
    const auto transformer = [&](double vocabulary, double positions, double width, double layers, double inner) {
        count += (vocabulary + positions) * width + layers * (4 * width * width + 2 * width * inner);
    };
    if (const auto* bert = std::get_if<BertConfig>(&config.text.network))
        transformer(double(bert->vocabulary), double(bert->positions), double(bert->width), double(bert->layers),
                    double(bert->inner));
    else if (const auto* gpt2 = std::get_if<Gpt2Config>(&config.text.network))
        transformer(double(gpt2->vocabulary), double(gpt2->positions), double(gpt2->width), double(gpt2->layers),
                    4 * double(gpt2->width));
    if (const auto* cnn = std::get_if<Cnn8Config>(&config.audio.network)) {
        double in = 1;
        for (const auto channels : cnn->channels) {
            count += 9 * (in + double(channels)) * double(channels);
            in = double(channels);
        }
    } else if (const auto* htsat = std::get_if<HtsatConfig>(&config.audio.network)) {
        for (std::size_t i = 0; i < htsat->depths.size(); ++i) {
            const double width = std::ldexp(double(htsat->embedDim), static_cast<int>(i));
            count += double(htsat->depths[i]) * (4 + 2 * std::floor(htsat->mlpRatio)) * width * width;
        }
    }
    return count;
}

constexpr const char* kAudioPrefix = "audio_encoder.";
constexpr const char* kTextPrefix = "text_encoder.";

std::vector<NamedWeight> encoderWeights(const ProlapModel& model)
{
    auto weights = weightsOf(*model.audioEncoder, kAudioPrefix);
    for (auto& weight : weightsOf(*model.textEncoder, kTextPrefix))
        weights.push_back(std::move(weight));
    return weights;
}

/// What an optional weight of encoderWeights() is before it is learned.
torch::Tensor startOf(const NamedWeight& weight, const ProlapModel& model)
{
    return weight.name.starts_with(kAudioPrefix) ? model.audioEncoder->maskStart() : model.textEncoder->maskStart();
}

void startMissingMasks(ProlapModel& model, const std::set<std::string>& used)
{
    const torch::NoGradGuard noGrad;
    for (NamedWeight& weight : encoderWeights(model))
        if (weight.optional && !used.contains(weight.name))
            weight.tensor.copy_(startOf(weight, model));
}

/// What a pack holds of the encoders: what stands for hidden input only once it has been learned, so that encoders are
/// the same pack as before there was any. Rounding of another machine is no learning.
std::vector<NamedWeight> storedEncoderWeights(const ProlapModel& model)
{
    auto weights = encoderWeights(model);
    std::erase_if(weights, [&](const NamedWeight& weight) {
        return weight.optional && torch::allclose(weight.tensor, startOf(weight, model).to(weight.tensor.device()),
                                                  /*rtol=*/1e-6, /*atol=*/1e-9);
    });
    return weights;
}

std::vector<NamedWeight> headWeights(const ProlapModel& model)
{
    auto weights = weightsOf(*model.audioHead, "audio_head.");
    for (auto& weight : weightsOf(*model.textHead, "text_head."))
        weights.push_back(std::move(weight));
    weights.push_back({"logit_scale", model.logitScale, false});
    weights.push_back({"logit_bias", model.logitBias, false});
    return weights;
}

void loadTokenizerFor(ProlapModel& model)
{
    const auto kind = text::tokenizerKindFromName(model.config.text.tokenizer);
    model.tokenizer =
        text::loadTokenizer(kind, model.tokenizerFolder, static_cast<std::size_t>(model.config.text.maxTokens));
    if (model.tokenizer->vocabularySize() > model.textEncoder->vocabularySize())
        throw Error(
            ErrorKind::Incompatible,
            fmt::format("{}: the tokenizer has {} ids, the text encoder's embedding table only {} rows: they are "
                        "not of the same model.",
                        displayText(model.tokenizerFolder), model.tokenizer->vocabularySize(),
                        model.textEncoder->vocabularySize()));
}

void checkWindow(std::span<const float> window, const AudioEncoderConfig& config)
{
    const auto longest = std::llround(config.windowSeconds * config.mel.sampleRate);
    const auto n = static_cast<std::int64_t>(window.size());
    if (n < 1 || n > longest)
        throw Error(ErrorKind::BadInput,
                    fmt::format("A window of {} samples cannot be embedded: expected 1 to {} at {} Hz.", n, longest,
                                config.mel.sampleRate));
}

/// The samples as a tensor of its own, NaN and infinities as 0.
torch::Tensor cleanSamples(std::span<const float> window)
{
    auto samples = torch::empty({static_cast<std::int64_t>(window.size())});
    std::transform(window.begin(), window.end(), samples.data_ptr<float>(),
                   [](float sample) { return std::isfinite(sample) ? sample : 0.0F; });
    return samples;
}

} // namespace

ProlapModel ProlapModel::random(const PackConfig& config)
{
    ProlapModel model;
    model.config = config;
    model.audioEncoder = makeAudioEncoder(config.audio);
    model.textEncoder = makeTextEncoder(config.text);
    if (config.heads)
        putHeads(model, *config.heads);
    model.setTraining(false, false);
    return model;
}

ProlapModel untrainedEncoders(const Path& folder)
{
    PackConfig config = PackConfig::read(folder);
    config.heads.reset();
    config.calibration.reset();
    ProlapModel model = ProlapModel::random(config);
    model.path = model.tokenizerFolder = folder;
    loadTokenizerFor(model);
    return model;
}

ProlapModel ProlapModel::load(const ModelSource& source)
{
    if (!source.missing.empty())
        throw Error(ErrorKind::NotFound, source.missing.front());
    const PackConfig& config = source.config;
    const Path& file = source.weightFile;
    double stored = 0;
    for (const auto& tensor : source.tensors.tensors())
        stored += static_cast<double>(tensor.count());
    if (leastWeights(config) > stored)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: config.json describes a network of at least {:.0f} weights, found {:.0f}.",
                                displayText(file), leastWeights(config), stored));
    ProlapModel model = random(config);
    model.path = source.path;
    model.tokenizerFolder = source.tokenizerFolder;
    std::set<std::string> used;
    copyWeights(encoderWeights(model), source.tensors, file, used);
    startMissingMasks(model, used);
    if (config.heads)
        copyWeights(headWeights(model), source.tensors, file, used);
    refuseUnusedTensors(source.tensors, file, used);
    loadTokenizerFor(model);
    model.audioEncoder->optimiseForInference();
    return model;
}

void ProlapModel::addHeads(const HeadsConfig& heads)
{
    config.heads = heads;
    config.calibration.reset();
    putHeads(*this, heads);
}

void ProlapModel::addUncertainty(const HeadsConfig& uncertainty)
{
    HeadsConfig heads = config.heads.value();
    heads.probabilistic = true;
    heads.uncertaintyHidden = uncertainty.uncertaintyHidden;
    heads.startLogVar = uncertainty.startLogVar;
    heads.minLogVar = uncertainty.minLogVar;
    heads.maxLogVar = uncertainty.maxLogVar;
    const nn::JointHead audio = audioHead, text = textHead;
    const torch::Tensor scale = logitScale.detach(), bias = logitBias.detach();
    addHeads(heads);
    const torch::NoGradGuard noGrad;
    const auto take = [](nn::JointHeadImpl& to, const nn::JointHeadImpl& from) {
        auto parameters = to.named_parameters(), buffers = to.named_buffers();
        for (const auto& item : from.named_parameters())
            parameters[item.key()].copy_(item.value());
        for (const auto& item : from.named_buffers())
            buffers[item.key()].copy_(item.value());
    };
    take(*audioHead, *audio);
    take(*textHead, *text);
    logitScale.copy_(scale);
    logitBias.copy_(bias);
}

torch::Tensor ProlapModel::encodeAudioFeatures(std::span<const std::span<const float>> windows) const
{
    const torch::InferenceMode inference;
    const auto where = device();
    auto features = torch::empty({static_cast<std::int64_t>(windows.size()), audioEncoder->featureSize()});
    // Each window is a batch of its own: libraries choose their kernels by batch size, and so would the last bits.
    for (std::size_t i = 0; i < windows.size(); ++i) {
        checkWindow(windows[i], config.audio);
        const auto pieces = audioEncoder->prepare(cleanSamples(windows[i])).to(where);
        features[static_cast<std::int64_t>(i)].copy_(audioEncoder->forward(pieces).mean(0));
    }
    return features;
}

torch::Tensor ProlapModel::encodeClipFeatures(std::span<const std::span<const float>> clips) const
{
    const torch::InferenceMode inference;
    const auto where = device();
    auto features = torch::empty({static_cast<std::int64_t>(clips.size()), audioEncoder->featureSize()});
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (clips[i].empty())
            throw Error(ErrorKind::BadInput, "A clip without samples cannot be embedded.");
        const auto pieces = audioEncoder->prepareClip(cleanSamples(clips[i])).to(where);
        features[static_cast<std::int64_t>(i)].copy_(audioEncoder->forward(pieces).mean(0));
    }
    return features;
}

ProlapModel::TokenBatch ProlapModel::tokenize(std::span<const std::string> captions) const
{
    std::vector<text::TokenIds> tokens;
    std::size_t longest = 1;
    for (const std::string& caption : captions) {
        tokens.push_back(tokenizer->encode(caption));
        longest = std::max(longest, tokens.back().ids.size());
    }
    const auto rows = static_cast<std::int64_t>(tokens.size()), columns = static_cast<std::int64_t>(longest);
    TokenBatch batch{torch::full({rows, columns}, std::int64_t{tokenizer->padId()}, torch::kLong),
                     torch::zeros({rows, columns}, torch::kLong), torch::zeros({rows, columns}, torch::kBool)};
    auto ids = batch.ids.accessor<std::int64_t, 2>();
    auto mask = batch.mask.accessor<std::int64_t, 2>();
    for (std::int64_t i = 0; i < rows; ++i) {
        const auto& [row, before] = tokens[static_cast<std::size_t>(i)];
        const auto first = static_cast<std::int64_t>(before);
        batch.maskable[i].slice(0, first, static_cast<std::int64_t>(row.size()) - 1).fill_(true);
        for (std::int64_t k = 0; k < static_cast<std::int64_t>(row.size()); ++k) {
            ids[i][k] = row[static_cast<std::size_t>(k)];
            mask[i][k] = 1;
        }
    }
    return batch;
}

std::int64_t ProlapModel::maskTokenId() const
{
    return tokenizer->maskId() >= 0 ? tokenizer->maskId() : textEncoder->ownMaskId();
}

torch::Tensor ProlapModel::encodeTextFeatures(std::span<const std::string> captions) const
{
    const torch::InferenceMode inference;
    const auto where = device();
    auto features = torch::empty({static_cast<std::int64_t>(captions.size()), textEncoder->featureSize()});
    // One by one, without padding, for the reason above.
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const TokenBatch batch = tokenize(captions.subspan(i, 1));
        features[static_cast<std::int64_t>(i)].copy_(
            textEncoder->forward(batch.ids.to(where), batch.mask.to(where))[0]);
    }
    return features;
}

torch::Tensor ProlapModel::encodeMaskedTextFeatures() const
{
    if (maskTokenId() < 0)
        return {};
    const torch::InferenceMode inference;
    const auto [ids, before] = tokenizer->encode("");
    std::vector<std::int64_t> masked(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(before));
    masked.push_back(maskTokenId());
    masked.push_back(ids.back());
    const auto tokens = torch::tensor(masked, torch::kLong).unsqueeze(0).to(device());
    return textEncoder->forward(tokens, torch::ones_like(tokens)).to(torch::kCPU);
}

std::vector<torch::Tensor> ProlapModel::headParameters() const
{
    auto parameters = audioHead->parameters();
    for (const auto& parameter : textHead->parameters())
        parameters.push_back(parameter);
    parameters.push_back(logitScale);
    parameters.push_back(logitBias);
    return parameters;
}

torch::Device ProlapModel::device() const
{
    return audioEncoder->parameters().front().device();
}

void ProlapModel::to(const torch::Device& where)
{
    audioEncoder->to(where);
    textEncoder->to(where);
    if (audioHead) {
        audioHead->to(where);
        textHead->to(where);
        // In place, as Module::to() does it: who trains them holds them.
        logitScale.set_data(logitScale.detach().to(where));
        logitBias.set_data(logitBias.detach().to(where));
    }
    audioEncoder->optimiseForInference();
}

void ProlapModel::setTraining(bool encoders, bool heads)
{
    const bool left = audioEncoder->is_training() && !encoders;
    audioEncoder->train(encoders);
    textEncoder->train(encoders);
    if (left)
        audioEncoder->optimiseForInference();
    if (audioHead) {
        audioHead->train(heads);
        textHead->train(heads);
    }
}

std::string ProlapModel::encodersHash() const
{
    auto weights = storedEncoderWeights(*this);
    std::sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    ContentHash hash;
    for (const NamedWeight& weight : weights) {
        const auto tensor = weight.tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
        hash.add(weight.name + checkpoint::shapeText(tensor.sizes()));
        hash.add(std::as_bytes(std::span(tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel()))));
    }
    return hash.hex();
}

void ProlapModel::save(const Path& pack, std::string_view modelCard, StoredPrecision precision) const
{
    PackFolderWriter writer(pack);
    auto weights = storedEncoderWeights(*this);
    if (audioHead)
        for (auto& weight : headWeights(*this))
            weights.push_back(std::move(weight));
    writeWeights(writer.folder() / "model.safetensors", weights, {{"format", "pt"}, {"licence", config.licence}},
                 precision);
    writer.writeText("config.json", config.toJson().dump(2) + "\n");
    writer.writeText("MODEL_CARD.md", modelCard);
    if (!tokenizerFolder.empty())
        writer.copyTokenizerFiles(tokenizerFolder, config.text.tokenizer);
    writer.commit();
}

void ProlapModel::saveHeads(const Path& headsFolder, std::string_view modelCard) const
{
    PackFolderWriter writer(headsFolder);
    writeWeights(writer.folder() / "heads.safetensors", headWeights(*this),
                 {{"format", "pt"}, {"licence", config.licence}, {"encoders_sha256", encodersHash()}});
    writer.writeText("config.json", config.toJson().dump(2) + "\n");
    writer.writeText("MODEL_CARD.md", modelCard);
    writer.commit();
}

void ProlapModel::loadHeads(const Path& headsFolder)
{
    const PackConfig from = PackConfig::read(headsFolder);
    const Path file = headsFolder / "heads.safetensors";
    const auto tensors = checkpoint::readSafetensors(file);
    if (!from.heads)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected heads, found none in config.json.", displayText(headsFolder)));
    const auto trainedOn = tensors.metadata().find("encoders_sha256");
    const std::string mine = encodersHash();
    if (!(from.audio == config.audio) || !(from.text == config.text) || trainedOn == tensors.metadata().end() ||
        trainedOn->second != mine)
        throw Error(
            ErrorKind::Incompatible,
            fmt::format("{}: these heads were trained on other encoders (expected {}, found {}).", displayText(file),
                        trainedOn == tensors.metadata().end() ? "no hash" : validUtf8(trainedOn->second), mine));
    putHeads(*this, *from.heads);
    std::set<std::string> used;
    copyWeights(headWeights(*this), tensors, file, used);
    refuseUnusedTensors(tensors, file, used);
    config = from;
    setTraining(false, false);
}

} // namespace prolap::model
