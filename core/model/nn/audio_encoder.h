#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <torch/torch.h>

#include "core/model/nn/encoder.h"

namespace prolap::model::nn {

/// The patches of a piece that can be hidden, in time and mel: row by row in time, columns from the lowest band up.
struct MaskGrid {
    std::int64_t rows = 0, columns = 0;
};

/// Sound to features. A window goes through the encoder as one or more pieces of fixed size (log-mel images); its
/// features are the mean of its pieces'.
///
///     auto pieces = encoder.prepare(samples);                                  // [P, T, M], no gradient
///     auto features = encoder.forwardWindows(torch::cat(all), counts);         // [N, F]
class AudioEncoder : public Encoder {
public:
    virtual std::int64_t featureSize() const = 0;
    virtual int sampleRate() const = 0; ///< Hz

    /// Log-mel pieces of one window. samples: [n], n >= 1, mono float32 at sampleRate(), finite, on the CPU.
    /// Returns [P, T, M] float32 on the CPU, P >= 1, without gradient (an encoder may have channels: [P, C, T, M]).
    /// Threads: reentrant.
    virtual torch::Tensor prepare(const torch::Tensor& samples) const = 0;

    /// Log-mel pieces of a whole clip of any length by the encoder's own truncation, with a fixed choice where the
    /// original draws lots. samples and result as prepare(); needs memory for the clip.
    virtual torch::Tensor prepareClip(const torch::Tensor& samples) const { return prepare(samples); }

    /// Pieces [B, T, M] on the module's device to features [B, F].
    virtual torch::Tensor forward(const torch::Tensor& pieces) = 0;

    /// Patches of one piece. Every piece has them all, also where the sound was shorter and its frames are repeated.
    virtual MaskGrid maskGrid() const = 0;

    /// forward() with patches hidden: nothing that they hold reaches the features. masked: bool [B, rows, columns] of
    /// maskGrid(), true where hidden, on the pieces' device. In eval mode, nothing hidden gives forward()'s features
    /// (on the CPU to the last bit), everything hidden the same finite features whatever the pieces are. As forward(),
    /// it uses the copy for inference in eval mode without gradient.
    virtual torch::Tensor forwardMasked(const torch::Tensor& pieces, const torch::Tensor& masked) = 0;

    /// Makes a faster copy of the weights for inference (batch norm folded, memory layout, precision); used by
    /// forward() in eval mode without gradient. Call it again after the weights or the device changed. type: kFloat or
    /// kBFloat16. Returns the type that forward() then multiplies in; an encoder without a copy in that type stays at
    /// kFloat.
    virtual torch::ScalarType optimiseForInference(torch::ScalarType type = torch::kFloat);

    /// pieces [sum of counts, T, M], counts: pieces of each window. Returns [N, F].
    torch::Tensor forwardWindows(const torch::Tensor& pieces, const std::vector<std::int64_t>& counts);
};

/// Mean of the consecutive groups of rows. Shapes: rows [sum of counts, F], each count >= 1; returns [N, F].
torch::Tensor meanOfGroups(const torch::Tensor& rows, const std::vector<std::int64_t>& counts);

} // namespace prolap::model::nn
