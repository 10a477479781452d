#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::model {

/// What the rest of the program needs to know of an opened model. Compiles without torch.
struct ModelInfo {
    std::string id;                   ///< content hash (hex): names the model's embedding sets
    std::string name;                 ///< from the pack's config, to show
    Path path;                        ///< the pack folder or checkpoint
    std::string licence;              ///< SPDX expression or the card's words
    std::string audioEncoder;         ///< `cnn8`, `htsat`
    std::string textEncoder;          ///< `bert`, `roberta`, `gpt2`
    std::size_t dim = 0;              ///< D of the joint space
    bool probabilistic = true;        ///< false: a deterministic checkpoint without uncertainty heads
    int sampleRate = 0;               ///< Hz, what embedAudio takes
    double windowSeconds = 0;         ///< longest window that embedAudio takes
    double scale = 1;                 ///< a of sigmoid(a s + b)
    double bias = 0;                  ///< b of sigmoid(a s + b)
    bool calibrated = false;          ///< whether sigmoid(a s + b) may be shown as a probability
    double credibleProbability = 0.5; ///< hits below are not credible; means nothing unless calibrated
    std::string device;               ///< `cpu`, `cuda:0`
    std::string precision;            ///< `fp32`, `bf16`
    std::size_t parameters = 0;       ///< number of weights in use
};

/// N Gaussians with diagonal covariance in R^D.
/// Shapes: mean [N, D] row-major, each row of length 1; logVar [N, D] natural log, empty when deterministic.
struct Embeddings {
    std::size_t count = 0;
    std::size_t dim = 0;
    std::vector<float> mean;
    std::vector<float> logVar;

    std::span<const float> meanOf(std::size_t i) const { return std::span(mean).subspan(i * dim, dim); }
    std::span<const float> logVarOf(std::size_t i) const
    {
        return logVar.empty() ? std::span<const float>() : std::span(logVar).subspan(i * dim, dim);
    }
};

/// Turns sound and captions into Gaussians of one joint space.
///
///     auto embedder = model::openEmbedder("resources/models/starter", {});
///     const Embeddings query = embedder->embedText(std::vector<std::string>{"a dog barking"});
///
/// Results for one input do not depend on what else is in the call (bit-identical on one machine and setting).
/// Threads: all calls are reentrant; embedText is not kept waiting by an embedAudio that runs elsewhere.
class Embedder {
public:
    virtual ~Embedder() = default;

    virtual const ModelInfo& info() const = 0;

    /// windows: mono float samples at info().sampleRate, each of 1 sample to windowSeconds. NaN and infinities count as
    /// 0. Errors: Error(BadInput) on an empty or too long window; Error(OutOfMemory).
    virtual Embeddings embedAudio(std::span<const std::span<const float>> windows) const = 0;

    /// One embedding of a whole clip by the model's own truncation instead of windows: the middle of a clip that is too
    /// long, or a fusion of its views, as the published software does it but for a fixed choice where that draws lots.
    /// clip: as a window, of any length where the model truncates (else up to a window, which is what this default
    /// does). Needs memory for the whole clip. Errors: as embedAudio().
    virtual Embeddings embedClip(std::span<const float> clip) const { return embedAudio(std::span(&clip, 1)); }

    /// captions: UTF-8, any length (cut to what the encoder takes); the empty caption is allowed.
    virtual Embeddings embedText(std::span<const std::string> captions) const = 0;

    /// A caption of which everything is masked, the model's most general input: its special tokens and one mask token.
    /// Nothing where there is no mask token, and where a model knows no such thing (this default).
    virtual std::optional<Embeddings> embedMaskedText() const { return std::nullopt; }

    /// Token ids and attention mask of one caption as embedText hands them to the encoder.
    struct Tokens {
        std::vector<int> ids;
        std::vector<int> mask;
    };
    virtual Tokens tokenize(const std::string& caption) const = 0;
};

/// One clip's Gaussian from its windows': the mean of the means, normalised again, and the mean of the log-variances.
/// Shapes: windows.count >= 1; the result has count 1.
Embeddings aggregateWindows(const Embeddings& windows);

/// u = sum_d exp(logVar_d) of each row; empty when deterministic. Source: reference prolap.md section 1.
std::vector<float> uncertainties(const Embeddings& embeddings);

} // namespace prolap::model
