#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <torch/torch.h>

#include "core/model/model_source.h"
#include "core/model/nn/audio_encoder.h"
#include "core/model/nn/heads.h"
#include "core/model/nn/text_encoder.h"
#include "core/model/pack_config.h"
#include "core/model/stored_precision.h"
#include "core/paths.h"
#include "core/text/tokenizer.h"

namespace prolap::model {

/// A whole model as torch modules: what the trainer trains and the embedder runs.
///
///     ProlapModel model = ProlapModel::load("encoders-pack");
///     model.addHeads(HeadsConfig{});
///     auto features = model.encodeAudioFeatures(windows);     // cached while the encoder is frozen
///     nn::Gaussians audio = model.audioHead(features);
///     ... model.logitScale.exp() * s + model.logitBias ...
///     model.save("my-pack", card);
struct ProlapModel {
    PackConfig config;
    std::shared_ptr<nn::AudioEncoder> audioEncoder;
    std::shared_ptr<nn::TextEncoder> textEncoder;
    std::shared_ptr<const text::Tokenizer> tokenizer;
    Path path;            ///< where it was loaded from
    Path tokenizerFolder; ///< save() copies the tokenizer files from there

    nn::JointHead audioHead{nullptr}; ///< null in an encoders pack
    nn::JointHead textHead{nullptr};
    torch::Tensor logitScale; ///< scalar, log a; undefined in an encoders pack
    torch::Tensor logitBias;  ///< scalar, b

    /// Loads and checks a pack or published checkpoint: config, tensor names, shapes, finite values, tokenizer. All in
    /// eval mode on the CPU.
    /// Errors: Error(NotFound, Corrupt, Incompatible, Unsupported) with file, what was expected, what was found.
    static ProlapModel load(const ModelSource& source);
    static ProlapModel load(const Path& path) { return load(openModelSource(path)); }

    /// The architecture with random weights by torch's global generator; no tokenizer. What is wrong with the config is
    /// found by PackConfig::fromJson.
    static ProlapModel random(const PackConfig& config);

    /// Puts fresh heads in place of what was there, and logit scale log 10 and bias -10 (the SigLIP start values).
    void addHeads(const HeadsConfig& heads);

    /// Makes a deterministic model probabilistic: its projections, logit scale and bias stay, fresh uncertainty heads come
    /// beside them. uncertainty: hidden size, start and limits of the log-variance; the rest is not looked at.
    void addUncertainty(const HeadsConfig& uncertainty);

    /// Encoder features without gradient, in chunks of fixed size: the result for one window does not depend on the
    /// others, bit for bit. windows: mono samples at the encoder's rate, each of 1 sample to windowSeconds; NaN and
    /// infinities count as 0. Returns [N, F] on the CPU. Errors: Error(BadInput). Threads: reentrant in eval mode.
    torch::Tensor encodeAudioFeatures(std::span<const std::span<const float>> windows) const;

    /// Features of whole clips of any length, by the encoder's own truncation (AudioEncoder::prepareClip). As above.
    torch::Tensor encodeClipFeatures(std::span<const std::span<const float>> clips) const;

    /// The same for captions (UTF-8). Returns [N, F] on the CPU.
    torch::Tensor encodeTextFeatures(std::span<const std::string> captions) const;

    /// The same for a caption that is one mask token between the special tokens, [1, F]; undefined where maskTokenId()
    /// is -1.
    torch::Tensor encodeMaskedTextFeatures() const;

    /// Captions as the text encoder takes them, padded on the right to the longest. On the CPU.
    struct TokenBatch {
        torch::Tensor ids, mask; ///< int64 [N, L]: token ids; 1 on tokens, 0 on padding
        torch::Tensor maskable;  ///< bool [N, L]: the captions' own tokens, without special tokens and padding
    };
    TokenBatch tokenize(std::span<const std::string> captions) const;

    /// The id that hides a token from the text encoder: the vocabulary's mask token, or the encoder's own beyond it.
    /// -1: there is none (a BERT whose vocabulary was made without).
    std::int64_t maskTokenId() const;

    /// All parameters of the heads with logit scale and bias.
    std::vector<torch::Tensor> headParameters() const;

    void to(const torch::Device& device);
    torch::Device device() const;
    /// Train or eval mode of each part. Encoders that leave training get their inference copy of the weights renewed.
    void setTraining(bool encoders, bool heads);

    /// SHA-256 over the encoders' weights as save() writes them: what heads were trained on.
    std::string encodersHash() const;

    /// Writes a complete pack folder: config.json, model.safetensors, tokenizer files, MODEL_CARD.md. What stands for
    /// hidden input (Encoder::maskStart) is among the weights once it has been learned. An existing pack
    /// is replaced only once the new one is complete; any other folder is refused. Errors: Error(BadInput, Permission,
    /// DiskFull, ReadOnly); Error(Unsupported) for weights beyond what fp16 holds.
    void save(const Path& pack, std::string_view modelCard, StoredPrecision precision = StoredPrecision::Fp32) const;

    /// Writes only heads.safetensors (fp32), config.json and MODEL_CARD.md: what assemblePack() joins with encoders.
    /// Errors: as save().
    void saveHeads(const Path& headsFolder, std::string_view modelCard) const;
    /// Takes the weights and the config from such a folder.
    /// Errors: as load(); Error(Incompatible) when they were trained on other encoders.
    void loadHeads(const Path& headsFolder);
};

} // namespace prolap::model
