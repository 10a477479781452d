#pragma once

#include <cstdint>

#include <torch/torch.h>

namespace prolap::model::nn {

/// Token ids to features.
class TextEncoder : public torch::nn::Module {
public:
    virtual std::int64_t featureSize() const = 0;
    virtual std::int64_t vocabularySize() const = 0; ///< rows of the embedding table
    virtual std::int64_t maxTokens() const = 0;      ///< longest L that forward() takes

    /// ids: int64 [N, L], padded on the right; mask: int64 or float [N, L], 1 on tokens, 0 on padding.
    /// Returns [N, F] (for bert the normalised mean over tokens).
    virtual torch::Tensor forward(const torch::Tensor& ids, const torch::Tensor& mask) = 0;
};

} // namespace prolap::model::nn
