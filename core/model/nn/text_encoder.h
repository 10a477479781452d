#pragma once

#include <cstdint>

#include <torch/torch.h>

#include "core/model/nn/encoder.h"

namespace prolap::model::nn {

/// Token ids to features.
class TextEncoder : public Encoder {
public:
    virtual std::int64_t featureSize() const = 0;
    virtual std::int64_t vocabularySize() const = 0; ///< rows of the embedding table
    virtual std::int64_t maxTokens() const = 0;      ///< longest L that forward() takes

    /// The id, beyond the vocabulary, of a hidden token for which the encoder has a vector of its own; -1: it has none,
    /// and the vocabulary's mask token is used.
    virtual std::int64_t ownMaskId() const { return -1; }

    /// ids: int64 [N, L], padded on the right; mask: int64 or float [N, L], 1 on tokens, 0 on padding.
    /// Returns [N, F] (for bert the normalised mean over tokens).
    virtual torch::Tensor forward(const torch::Tensor& ids, const torch::Tensor& mask) = 0;
};

} // namespace prolap::model::nn
